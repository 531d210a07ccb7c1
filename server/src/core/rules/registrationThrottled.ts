import { joinPhase } from "../knowledge/headings.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
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
  fix: [
    reads("Read in `Server Message` how long to wait, and start no join until that time is over.", {
      rights: "user",
      inLog: [
        {
          fields: ["Server Message"],
          when: /\b300 seconds\b/,
          leaves: reads("Wait 300 seconds, as the server asks, and start no join meanwhile.", { rights: "user" }),
        },
        { fields: ["Server Message"], leaves: "Wait as long as the server asks: {0}." },
      ],
      proves: "Microsoft calls this answer expected after several requests in quick succession.",
    }),
    startJoin,
  ],
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
