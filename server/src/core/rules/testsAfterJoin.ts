import { failedTestOf } from "../evidence/tests.ts"
import { preJoinDiagnostics } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** A test of the join failed on a device that is joined already. */
export const testsAfterJoin = rule({
  id: "tests-after-join",
  severity: "info",
  about: ["AzureAdJoined : YES"],
  summary: "A test before the join fails, and the device is joined.",
  why: "The tests look whether a join could begin now. This device is joined, so that is done: away from the company network or its VPN the tests fail on a healthy device as well.",
  fix: reads("Nothing for the join. If sign-ins fail too, look at `AzureAdPrt` and `DeviceAuthStatus`.", {
    rights: "user",
    proves: "YES and SUCCESS there mean that the device works.",
  }),
  sources: [preJoinDiagnostics],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
      AD Connectivity Test : FAIL [0x8007054b]
                             ^^^^^^^^^^^^^^^^^ tests-after-join`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
      AD Connectivity Test : FAIL [0x8007054b]`,
    `
             AzureAdJoined : YES
      AD Connectivity Test : PASS`,
  ],
  *check(log) {
    const failed = log.isJoined ? failedTestOf(log.tests) : undefined
    if (!failed) return
    const root = failed.codes.at(-1)
    const why = reason(root, failed.phase)
    yield {
      span: failed.field.valueSpan,
      ...(failed.phase === "precheck"
        ? { message: "No domain controller in reach now, normal off the network; the device is joined" }
        : said(
            why,
            "A test of the join fails now, and the device is joined already",
            "The device is joined; a test fails now",
          )),
      ...(root && { code: root.code }),
    }
  },
})
