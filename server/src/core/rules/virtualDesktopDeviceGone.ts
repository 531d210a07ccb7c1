import { virtualDesktopOf } from "../evidence/virtualDesktop.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
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
  why: "A non-persistent desktop starts from its image and has to join anew each time; what it leaves behind is cleaned up in Microsoft Entra ID. Here it still shows a join that is not valid any more: the image or its snapshot was taken from a joined PC, or the clean-up took the object of a desktop in use. To repair this one desktop lasts until its next start.",
  fix: [
    reads("Run `dsregcmd /status` on the image that the desktops are made from.", {
      rights: "administrator",
      proves: "With `AzureAdJoined : YES` there, every desktop starts with a join that is not its own.",
    }),
    reads(
      "Look by the names of the desktops which of their device objects the clean-up takes, and how old those are.",
      {
        rights: "directory-administrator",
        where: "directory",
        proves: "One that takes objects of desktops in use is the cause. One that spares them leaves the image.",
      },
    ),
    changes(
      "Take the image out of the join, and let each desktop join as it starts, before somebody signs in: with a federated domain by `dsregcmd /join`. Do not let it leave the join as it stops.",
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
      related: [{ span: kept.field.valueSpan, message: "What kind of desktop it is" }],
    }
  },
})
