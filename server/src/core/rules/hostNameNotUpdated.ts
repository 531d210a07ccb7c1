import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The list of host names in the cloud may be behind. */
export const hostNameNotUpdated = rule({
  id: "host-name-not-updated",
  severity: "info",
  about: ["HostNameUpdated : NO"],
  summary: "The device's host name in Microsoft Entra ID may be out of date.",
  why: "A remote desktop sign-in with a Microsoft Entra account looks the target up by its host names. This field says that they were not brought up to date; Microsoft does not document it.",
  fix: [
    reads(
      "If a remote desktop sign-in by name fails with AADSTS293004, compare the host names of the device object with the name of the PC.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves: "A name that the object does not list is the cause. Without that failure there is nothing to do.",
      },
    ),
    changes("Connect by a name that the object lists.", { rights: "user" }),
  ],
  sources: [{ page: "vmSignIn" }],
  bad: [
    `
           HostNameUpdated : NO
                             ^^ host-name-not-updated`,
  ],
  good: ["           HostNameUpdated : YES", "      Last HostName Update : NONE"],
  *check(log) {
    const updated = log.field("HostNameUpdated")
    if (updated && log.says("HostNameUpdated", "NO")) {
      yield { span: updated.valueSpan, message: "The host names known to Microsoft Entra ID may be out of date" }
    }
  },
})
