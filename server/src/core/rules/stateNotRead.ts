import { mentionsIn } from "../evidence/mention.ts"
import { joinStatus } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** The states that everything else depends on. */
const STATES = ["AzureAdJoined", "EnterpriseJoined", "DomainJoined", "WorkplaceJoined", "AzureAdPrt"] as const

/** dsregcmd could not read a state of the device, which is neither a yes nor a no. */
export const stateNotRead = rule({
  id: "state-not-read",
  severity: "warning",
  about: [
    "AzureAdJoined : ERROR…",
    "EnterpriseJoined : ERROR…",
    "DomainJoined : ERROR…",
    "WorkplaceJoined : ERROR…",
    "AzureAdPrt : ERROR…",
  ],
  summary: "A state of the device could not be read.",
  why: "The line says ERROR in the place of YES or NO: the question failed, so nothing is known of the answer, and what depends on it cannot be judged.",
  fix: [
    reads("Run `dsregcmd /status` again from an elevated prompt, and once as the user concerned.", {
      rights: "administrator",
    }),
    reads("If the line still says ERROR, follow the code in it.", { rights: "administrator" }),
  ],
  sources: [joinStatus],
  bad: [
    `
             AzureAdJoined : ERROR (0x80070005)
                             ^^^^^^^^^^^^^^^^^^ state-not-read
              DomainJoined : YES`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
           WorkplaceJoined : YES`,
  ],
  *check(log) {
    for (const name of STATES) {
      const state = log.field(name)
      if (!state || !/^ERROR\b/i.test(state.value) || (name === "AzureAdPrt" && log.withoutUser)) continue
      const root = mentionsIn(state).at(-1)
      const entry = root && codeMeaning(root.code, undefined)
      const why = reason(root, undefined)
      yield {
        span: state.valueSpan,
        message: `${name} could not be read, so nothing is known of it${why && `: ${why}`}`,
        ...(root && { code: root.code }),
        ...(entry && { entry }),
      }
    }
  },
})
