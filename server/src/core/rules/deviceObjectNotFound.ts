import { joinPhase } from "../knowledge/headings.ts"
import { waitForSync } from "../knowledge/joinLadders.ts"
import { rule } from "./rule.ts"
import { serverMessageFindings } from "./serverMessageRule.ts"
/** The join by sync ran before the computer object reached Microsoft Entra ID. */
export const deviceObjectNotFound = rule({
  id: "device-object-not-found",
  severity: "warning",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete", "token-acquisition-fell-back"],
  summary: "Microsoft Entra ID does not know the device object yet.",
  why: "A join by sync waits for the computer object: Microsoft Entra Connect, or Cloud Sync where its device sync was switched on, must bring it to the tenant first. Until then the registration service answers that the object is not there, and the device tries again.",
  fix: waitForSync,
  sources: [joinPhase, { page: "syncScheduler" }, { page: "cloudSyncDevices" }],
  bad: [
    `
         Registration Type : sync
               Error Phase : join
          Client ErrorCode : 0x801c03f2
          Server ErrorCode : DirectoryError
            Server Message : The device object by the given id (e92325d0-xxxx-xxxx-xxxx-94ae875d5245) is not found.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ device-object-not-found`,
  ],
  good: ["            Server Message : Your request is throttled temporarily. Please try after 300 seconds."],
  check: (log) =>
    serverMessageFindings(log, "device-object-not-found", "The device object is not in Microsoft Entra ID yet"),
})
