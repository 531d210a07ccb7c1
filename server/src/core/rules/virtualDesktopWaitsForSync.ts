import { virtualDesktopOf } from "../evidence/virtualDesktop.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** A virtual desktop that joins by sync, which a desktop that is reset may not live to see. */
export const virtualDesktopWaitsForSync = rule({
  id: "virtual-desktop-waits-for-sync",
  severity: "info",
  about: ["Virtual Desktop : YES"],
  summary: "A virtual desktop waits for a sync, which one that is reset may not live to see.",
  why: "A non-persistent desktop starts from its image again and again, and has to join each time. A join by sync takes longer than many sessions, so that Microsoft supports it in a managed domain with a few products only. A federated join is instant, and a persistent desktop can wait.",
  fix: [
    reads(
      "Find out in the console of the virtual desktop product whether this desktop is persistent, that is, keeps its changes over a restart.",
      {
        rights: "directory-administrator",
        where: "management",
        proves:
          "A persistent one can wait: the sync brings it within its next cycles. One that starts from its image each time cannot, so go on.",
      },
    ),
    reads(
      "Look under Entra ID > Domain names in the Microsoft Entra admin center whether the domain of the users is marked as federated.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If it is, the desktop can join at once by AD FS. If not, Microsoft supports such desktops with Citrix only: use that, or desktops that are persistent.",
      },
    ),
    changes(
      "With a federated domain, put `dsregcmd /join` into the start script of the desktop, so that it runs before somebody signs in. Nothing in its shutdown may leave the join.",
      { rights: "administrator" },
    ),
    changes(
      "Delete the device objects that earlier desktops left behind: in the Microsoft Entra admin center, or by a script, those with the prefix of their names that have not signed in for 15 days.",
      { rights: "directory-administrator", where: "entra" },
    ),
  ],
  sources: [{ page: "vdi" }],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
           Virtual Desktop : YES
                             ^^^ virtual-desktop-waits-for-sync
     Previous Registration : 2025-03-04 09:16:43.000 UTC
         Registration Type : sync
               Error Phase : join
          Client ErrorCode : 0x801c03f2`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
           Virtual Desktop : YES
                      Type : Persistent VDI
     Previous Registration : 2025-03-04 09:16:43.000 UTC
         Registration Type : sync
          Client ErrorCode : 0x801c03f2`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
           Virtual Desktop : YES`,
    `
             AzureAdJoined : NO
              DomainJoined : YES
           Virtual Desktop : NOT SET
     Previous Registration : 2025-03-04 09:16:43.000 UTC
         Registration Type : sync
          Client ErrorCode : 0x801c03f2`,
  ],
  *check(log) {
    const desktop = virtualDesktopOf(log)
    const type = log.field("Registration Type")
    if (
      !desktop ||
      !type ||
      desktop.kept?.is === "persistent" ||
      log.joinType !== "domain-joined" ||
      !/^(?:fallback_)?sync$/i.test(type.value)
    )
      return
    yield {
      span: desktop.field.valueSpan,
      message: desktop.kept
        ? "A non-persistent desktop that joins by sync: it may be reset before the sync ends"
        : "A virtual desktop that joins by sync: one that is reset may not live to see it",
      related: [
        { span: type.valueSpan, message: "How it tries to join" },
        ...(desktop.kept ? [{ span: desktop.kept.field.valueSpan, message: "What kind of desktop it is" }] : []),
      ],
    }
  },
})
