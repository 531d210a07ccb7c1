import { testedAsUser } from "../evidence/session.ts"
import { preJoinDiagnostics } from "../knowledge/headings.ts"
import { readAsSystem } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** The failing test ran as a user, the join runs as SYSTEM. */
export const testsNotAsSystem = rule({
  id: "tests-not-as-system",
  severity: "info",
  about: ["failed test"],
  summary: "The failing test ran as a user; the join runs as SYSTEM.",
  why: "A user and SYSTEM can have different proxies and different rights. A network or token test that fails for the one can pass for the other.",
  fix: readAsSystem,
  sources: [preJoinDiagnostics],
  bad: [
    `
              User Context : UN-ELEVATED User
                             ^^^^^^^^^^^^^^^^ tests-not-as-system
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`,
  ],
  good: [
    `
              User Context : SYSTEM
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]`,
    `
              User Context : UN-ELEVATED User
        DRS Discovery Test : PASS`,
    `
              User Context : UN-ELEVATED User
      AD Connectivity Test : FAIL [0x8007054b]`,
  ],
  *check(log) {
    const context = testedAsUser(log)
    const failed = log.failedTest
    if (!context || !failed || !/^(?:drs|token)/i.test(failed.field.name)) return
    yield {
      span: context.valueSpan,
      message: "The tests ran as a user; the join itself runs as SYSTEM, with its own proxy and rights",
      related: [{ span: failed.field.valueSpan, message: `${failed.field.name} may end otherwise as SYSTEM` }],
    }
  },
})
