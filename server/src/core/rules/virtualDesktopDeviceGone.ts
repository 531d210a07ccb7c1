import { virtualDesktopOf } from "../evidence/virtualDesktop.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { changes, endsSignIns, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** A desktop that starts from its image again and again, and whose device object is gone. */
export const virtualDesktopDeviceGone = rule({
  id: "virtual-desktop-device-gone",
  severity: "error",
  about: ["Virtual Desktop : YES"],
  phase: "post-join",
  explains: [
    "device-disabled-or-deleted",
    "prt-missing",
    { rule: "prt-refused", codes: ["AADSTS700003", "AADSTS50155", "AADSTS135011"] },
  ],
  summary: "The device of a non-persistent desktop is disabled or deleted in Microsoft Entra ID.",
  why: "A non-persistent desktop starts from its image and has to join anew each time; what it leaves behind is cleaned up in Microsoft Entra ID. Here it still shows a join that is not valid any more: the image or its snapshot was taken from a joined PC, or the clean-up took the object of a desktop in use. A repair of this one desktop lasts only until its next start.",
  fix: [
    reads(
      "Run `dsregcmd /status` on the image that the desktops are made from, before any desktop is started from it.",
      {
        rights: "administrator",
        proves:
          "With `AzureAdJoined : YES` the image itself is joined, and every desktop starts with the identity of the image: take the image out of the join. With NO the image is right; go on with the clean-up.",
      },
    ),
    reads(
      "In the Microsoft Entra admin center open Entra ID > Devices > All devices, and look for {DeviceId} and for the name of the desktop.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If the object is there and disabled, enable it. If it is not there, it was deleted: under Entra ID > Devices > Audit logs, *Delete device* names who or what did it.",
      },
    ),
    reads(
      "If a script or a rule cleans up the devices of these desktops, read which names it takes, and after how many days without a sign-in.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If it takes devices that were used in the last days, it deletes desktops in use. Microsoft advises to delete those that have not signed in for 15 days.",
      },
    ),
    changes(
      "Let each desktop join while it starts, before somebody signs in. In a federated domain (AD FS or another service checks the password) put `dsregcmd /join` into its start script. In a managed domain (Microsoft Entra ID checks the password) Microsoft supports this with Citrix only.",
      { rights: "administrator" },
    ),
    changes("If the shutdown script of the desktops leaves the join, take that line out: Microsoft warns against it.", {
      rights: "administrator",
    }),
    endsSignIns(
      "If the image is joined, run `dsregcmd /leave` on it from an elevated prompt, then capture it again. Desktops that are already made from the old image keep its identity until they start from the new one.",
      { rights: "administrator" },
    ),
  ],
  sources: [{ page: "vdi" }, deviceDetails],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
           Virtual Desktop : YES
                      Type : Non-persistent VDI

| Device Details |
          DeviceAuthStatus : FAILED. Device is either disabled or deleted
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ virtual-desktop-device-gone`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
           Virtual Desktop : YES
                      Type : Persistent VDI

| Device Details |
          DeviceAuthStatus : FAILED. Device is either disabled or deleted`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
           Virtual Desktop : YES
                      Type : Non-persistent VDI

| Device Details |
          DeviceAuthStatus : SUCCESS`,
  ],
  *check(log) {
    const kept = virtualDesktopOf(log)?.kept
    const status = log.field("DeviceAuthStatus")
    if (kept?.is !== "non-persistent" || !status || !/disabled\s+or\s+deleted/i.test(status.value)) return
    yield {
      span: status.valueSpan,
      message: "The device of this non-persistent desktop is disabled or deleted in Microsoft Entra ID",
      related: [{ span: kept.field.valueSpan, message: "A desktop that starts from its image each time" }],
    }
  },
})
