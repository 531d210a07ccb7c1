import { testedAsUser } from "../evidence/session.ts"
import { preJoinDiagnostics } from "../knowledge/headings.ts"
import { readAsSystemToo, readJoinTask, readRegistrationEvents, startJoin } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"

/** Nothing keeps the PC from joining, and it has not tried. */
export const joinTaskNotRun = rule({
  id: "join-task-not-run",
  severity: "warning",
  about: ["AD Configuration Test : PASS"],
  ofJoin: true,
  explains: ["hybrid-join-incomplete"],
  summary: "No test fails, and no attempt to join is on record.",
  why: "The service connection point is there, so a hybrid join is wanted, and the tests find nothing in its way. `Previous Registration` would stand below them after an attempt: the scheduled task that joins has not run yet, or is disabled. Tests that ran as a user say nothing of the network and the proxy of SYSTEM, as which the task runs.",
  fix: [readJoinTask, readRegistrationEvents, readAsSystemToo, startJoin],
  sources: [{ page: "vdi" }, preJoinDiagnostics],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
     AD Configuration Test : PASS
                             ^^^^ join-task-not-run
        DRS Discovery Test : PASS
    Token acquisition Test : SKIPPED`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
     AD Configuration Test : PASS
        DRS Discovery Test : PASS
     Previous Registration : 2025-03-04 09:16:43.000 UTC
               Error Phase : join
          Client ErrorCode : 0x801c0006`,
    `
             AzureAdJoined : NO
              DomainJoined : YES
     AD Configuration Test : PASS
        DRS Discovery Test : FAIL [0x80072ee2]`,
  ],
  *check(log) {
    const tests = log.tests.filter(
      ({ field }) => field.key === "ad configuration test" || field.key === "drs discovery test",
    )
    const [test] = tests
    if (log.joinType !== "domain-joined" || !test || log.registrations.length > 0) return
    if (log.capture.sections.some(({ id }) => id === "join-debug")) return
    if (log.events.some(({ entry }) => entry?.log === "User Device Registration")) return
    if (log.failedTest || tests.length < 2 || tests.some(({ outcome }) => outcome !== "pass")) return
    const token = log.field("Token acquisition Test")
    const isManaged = log.says("Token acquisition Test", "SKIPPED")
    const asUser = testedAsUser(log)
    const kerberos = log.tests.find(({ outcome }) => outcome === "fail")
    const fails = kerberos ? "No test but that of Kerberos fails" : "No test fails"
    const what = asUser && !kerberos ? `${fails} for this user` : fails
    yield {
      span: test.field.valueSpan,
      message: `${what}${asUser && kerberos ? ", tested as a user," : ""} and no attempt to join is on record: the join task has not run`,
      related: [
        ...(isManaged && token
          ? [{ span: token.valueSpan, message: "Skipped: the domain is managed, so the join goes by sync" }]
          : []),
        ...(asUser ? [{ span: asUser.valueSpan, message: "Tested as a user: the join runs as SYSTEM" }] : []),
        ...(kerberos
          ? [{ span: kerberos.field.valueSpan, message: "Matters only where Microsoft Entra Kerberos is set up" }]
          : []),
      ],
    }
  },
})
