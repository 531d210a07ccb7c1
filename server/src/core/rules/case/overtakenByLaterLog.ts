import { deviceState } from "../../knowledge/headings.ts"
import { reads } from "../../knowledge/step.ts"
import { caseRule, historiesOf, isComparable } from "./caseRule.ts"

/** A log whose device stands otherwise in a later one. */
export const overtakenByLaterLog = caseRule({
  id: "overtaken-by-later-log",
  severity: "info",
  summary: "A later log of this device says something else.",
  why: "Two logs of one computer stand together. What the earlier one says of the join, the device or the token is no longer so in the later one, so that a fault in it may be history.",
  fix: reads("Judge the later log, and use this one to tell what changed.", {
    rights: "user",
    proves: "A fault that only the earlier one shows is history.",
  }),
  sources: [deviceState],
  bad: [
    `
             AzureAdJoined : NO
                             ^^ overtaken-by-later-log
              DomainJoined : YES
               Device Name : desk-1.contoso.com

PS> dsregcmd /status
             AzureAdJoined : YES
              DomainJoined : YES
               Device Name : desk-1.contoso.com`,
  ],
  good: [
    `
             AzureAdJoined : YES
               Device Name : desk-1.contoso.com

PS> dsregcmd /status
             AzureAdJoined : YES
               Device Name : desk-1.contoso.com`,
  ],
  *compare(logs) {
    for (const history of historiesOf(logs)) {
      const last = logs[history.at(-1) ?? -1]
      for (const index of history.slice(0, -1)) {
        const log = logs[index]
        for (const name of DECIDING) {
          const here = log?.states.get(name)
          const there = last?.states.get(name)
          if (!log || !last || !here || !there || here.value === there.value || !isComparable(name, log, last)) continue
          yield {
            of: index,
            finding: { span: here.span, message: `In a later log of this device ${name} is ${there.value}` },
          }
          break
        }
      }
    }
  },
})

/** The states that a fault is about, the first that changed is told. */
const DECIDING = ["AzureAdJoined", "DeviceAuthStatus", "AzureAdPrt"] as const
