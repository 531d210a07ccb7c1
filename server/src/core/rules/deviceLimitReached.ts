import { deviceSettings } from "../knowledge/headings.ts"
import { makeRoomForDevice } from "../knowledge/joinLadders.ts"
import { rule } from "./rule.ts"
import { serverMessageFindings } from "./serverMessageRule.ts"

/** The user who joins has as many devices as one may have. */
export const deviceLimitReached = rule({
  id: "device-limit-reached",
  severity: "error",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete", "registration-failed"],
  summary: "The user has as many devices as the tenant allows.",
  why: "The registration service says in its message that the user is at the limit for devices, whatever the code beside it. The limit counts devices that the user joined or registered, not hybrid joined ones.",
  fix: makeRoomForDevice,
  sources: [deviceSettings],
  bad: [
    `
               Error Phase : join
          Client ErrorCode : 0x801c0001
          Server ErrorCode : DirectoryError
            Server Message : User '0b2b8c5d' is not eligible to enroll a device of type 'Windows'. Reason 'DeviceCapReached'.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ device-limit-reached`,
    `
               Error Phase : join
          Client ErrorCode : 0x801c0003
          Server ErrorCode : QuotaExceeded
                             ^^^^^^^^^^^^^ device-limit-reached`,
  ],
  good: ["            Server Message : Your request is throttled temporarily. Please try after 300 seconds."],
  *check(log) {
    yield* serverMessageFindings(log, "device-limit-reached", "The user has as many devices as the tenant allows")
  },
})
