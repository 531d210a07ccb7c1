import type { CaseFacts, Fact } from "../../evidence/caseFacts.ts"
import { deviceState } from "../../knowledge/headings.ts"
import { reads } from "../../knowledge/step.ts"
import type { Related } from "../rule.ts"
import { caseRule, historiesOf, isComparable } from "./caseRule.ts"

/** A log of a device of which an earlier log says something else. */
export const changedSinceEarlierLog = caseRule({
  id: "changed-since-earlier-log",
  severity: "info",
  summary: "An earlier log of this device says something else.",
  why: "Two logs of one computer stand together, as before and after a repair. What changed between them tells what the repair did, and what it did not do.",
  fix: reads("Judge the later log, and read the earlier one as history.", {
    rights: "user",
    proves: "What changed between them is what was repaired or broken; what did not change still has its cause.",
  }),
  sources: [deviceState],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
               Device Name : desk-1.contoso.com

PS> dsregcmd /status
             AzureAdJoined : YES
                             ^^^ changed-since-earlier-log
              DomainJoined : YES
               Device Name : desk-1.contoso.com`,
  ],
  good: [
    `
             AzureAdJoined : NO
               Device Name : desk-1.contoso.com

PS> dsregcmd /status
             AzureAdJoined : YES
               Device Name : desk-2.contoso.com`,
    `
             AzureAdJoined : NO
               Device Name : desk-1.contoso.com

PS> dsregcmd /status
             AzureAdJoined : NO
               Device Name : desk-1.contoso.com`,
  ],
  *compare(logs) {
    for (const history of historiesOf(logs)) {
      for (const [step, index] of history.entries()) {
        const before = logs[history[step - 1] ?? -1]
        const after = logs[index]
        const [first, ...others] = before && after ? changesBetween(before, after) : []
        if (!first) continue
        yield {
          of: index,
          finding: {
            span: first.span,
            message: `An earlier log of this device says otherwise: ${first.message}`,
            related: others,
          },
        }
      }
    }
  },
})

/** What is another than before, with the place in the later log: the registration first, then the states. */
function changesBetween(before: CaseFacts, after: CaseFacts): readonly Related[] {
  const registered =
    before.deviceId && after.deviceId && before.deviceId.value !== after.deviceId.value
      ? [{ span: after.deviceId.span, message: "it was registered anew since" }]
      : []
  return [
    ...registered,
    ...[...after.states].flatMap(([name, fact]) =>
      isComparable(name, before, after) ? changed(name, before.states.get(name), fact) : [],
    ),
  ]
}

function changed(name: string, before: Fact | undefined, after: Fact): readonly Related[] {
  return before && before.value !== after.value
    ? [{ span: after.span, message: `${name} was ${before.value} and is ${after.value}` }]
    : []
}
