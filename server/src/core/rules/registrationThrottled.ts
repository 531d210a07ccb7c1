import { joinPhase } from "../knowledge/headings.ts"
import { waitAsAsked } from "../knowledge/joinLadders.ts"
import { rule } from "./rule.ts"
import { serverMessageFindings } from "./serverMessageRule.ts"
/** Too many attempts in a row; the service asks for a pause. */
export const registrationThrottled = rule({
  id: "registration-throttled",
  severity: "info",
  about: ["registration"],
  phase: "join",
  explains: ["hybrid-join-incomplete", "token-acquisition-fell-back"],
  summary: "The registration service asks the device to wait.",
  why: "Several registration requests came from the device within a short time, so the service refuses more for a while. This is expected, and an attempt after the wait can succeed.",
  fix: waitAsAsked,
  sources: [joinPhase],
  bad: [
    `
          Client ErrorCode : 0x801c03f2
          Server ErrorCode : DirectoryError
            Server Message : Your request is throttled temporarily. Please try after 300 seconds.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-throttled`,
  ],
  good: ["            Server Message : The device object by the given id (e92325d0) is not found."],
  check: (log) =>
    serverMessageFindings(log, "registration-throttled", "The registration service asks to wait and try again"),
})
