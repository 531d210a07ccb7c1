import { deletedDevices, restoreDevice } from "../knowledge/codes/aadsts/advice.ts"
import { registerAgain, registerAgainSteps } from "../knowledge/codes/registerAgain.ts"
import { joinPhase } from "../knowledge/headings.ts"
import { readSyncScope } from "../knowledge/joinLadders.ts"
import { reads } from "../knowledge/step.ts"
import { fieldIn } from "../log/query.ts"
import { rule } from "./rule.ts"

/** The PC tries to renew a registration whose device object is gone. */
export const renewedDeviceGone = rule({
  id: "renewed-device-gone",
  severity: "error",
  about: ["Server Operation : DeviceRenew", "Server ErrorSubCode : error_missing_device"],
  phase: "join",
  explains: ["device-object-not-found", "registration-failed", "hybrid-join-incomplete", "kerberos-ticket-failed"],
  summary: "The PC renews a registration whose device object is gone.",
  why: "`DeviceRenew` says that the PC still holds an earlier registration and wants to go on with it. Microsoft Entra ID has no such device object any more, so waiting for a sync of the old one leads nowhere.",
  fix: [
    reads("Look for the device in the admin center by the identifier that `Server Message` names.", {
      inLog: [
        {
          fields: ["Server Message"],
          leaves: reads("Look for the device in the admin center by the identifier in what the server said: {0}.", {
            rights: "directory-administrator",
            where: "entra",
            proves: "Absent there, as is to be expected, it was deleted, and only a restored one can be renewed.",
          }),
        },
      ],
      rights: "directory-administrator",
      where: "entra",
      proves: "Absent there, as is to be expected, it was deleted, and only a restored one can be renewed.",
    }),
    ...readSyncScope,
    restoreDevice,
    registerAgain,
  ],
  sources: [joinPhase, registerAgainSteps, deletedDevices],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
     Previous Registration : 2025-07-20 09:12:41.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c03f3
                             ^^^^^^^^^^ renewed-device-gone
          Server ErrorCode : DirectoryError
       Server ErrorSubCode : error_missing_device
          Server Operation : DeviceRenew`,
  ],
  good: [
    `
     Previous Registration : 2025-07-20 09:12:41.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c03f2
          Server ErrorCode : DirectoryError
          Server Operation : DeviceJoin`,
  ],
  *check(log) {
    for (const { block, client } of log.isJoined ? [] : log.registrations) {
      const operation = fieldIn(block, "Server Operation")
      const missing = fieldIn(block, "Server ErrorSubCode")
      if (!/^DeviceRenew$/i.test(operation?.value ?? "")) continue
      if (missing && !/^error_missing_device$/i.test(missing.value)) continue
      const span = client?.span ?? operation?.valueSpan
      if (!span) continue
      yield {
        span,
        message: `The PC renews a registration whose device object is gone${client ? ` (${client.code})` : ""}`,
        ...(client && { code: client.code }),
        related: operation ? [{ span: operation.valueSpan, message: "It renews, and does not join anew" }] : [],
      }
    }
  },
})
