import type { Evidence } from "../evidence/evidence.ts"
import { mentionsIn } from "../evidence/mention.ts"
import { type FieldName, statusFields } from "../knowledge/fields/catalogue.ts"
import { joinStatus } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import type { Field } from "../log/log.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
import type { Subject } from "./subject.ts"

/** The states, those of the join first; the default account of the token broker has rules of its own. */
const STATES: readonly FieldName[] = statusFields.flatMap(({ name, type }) =>
  type === "yes-no" && name !== "WamDefaultSet" ? [name] : [],
)

/** dsregcmd could not read a state of the device, which is neither a yes nor a no. */
export const stateNotRead = rule({
  id: "state-not-read",
  severity: "warning",
  about: ["AzureAdJoined : ERROR…", ...STATES.map((name): Subject => `${name} : ERROR…`)],
  summary: "A state of the device could not be read.",
  why: "The line says ERROR in the place of YES or NO: the question failed, so nothing is known of the answer, and what depends on it cannot be judged.",
  fix: [
    reads(
      "Open a command prompt as administrator and run `dsregcmd /status`. Then run it without elevation in the session of the user.",
      {
        rights: "administrator",
        proves:
          "YES or NO in one of the two is the state: only the first run could not ask. ERROR in both: look up the code in the line.",
      },
    ),
    reads(
      "If the line still says ERROR, look up its code: `certutil -error` with the code prints what Windows has for it.",
      {
        rights: "user",
        proves:
          "It says why the state could not be read, and nothing of the state itself. If it comes with each run, repair that first: a join cannot be judged before.",
      },
    ),
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
    const [state, ...others] = STATES.flatMap((name) => unread(log, name))
    if (!state) return
    const root = mentionsIn(state).at(-1)
    const entry = root && codeMeaning(root.code, undefined)
    const why = reason(root, undefined)
    yield {
      span: state.valueSpan,
      ...said(
        why,
        `${state.entry?.name ?? "A state"} could not be read, so nothing is known of it`,
        `${state.entry?.name ?? "A state"} could not be read`,
      ),
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: others.map(({ valueSpan }) => ({ span: valueSpan, message: "Not read either", sameFailure: true })),
    }
  },
})

/** The field where it holds an error; what is asked of a user says nothing where none is there. */
function unread(log: Evidence, name: FieldName): readonly Field[] {
  const field = log.field(name)
  if (!field || !/^ERROR\b/i.test(field.value)) return []
  const isOfDevice = field.entry?.ofDevice || !["user-state", "sso-state", "ngc"].includes(field.block.section.id)
  return isOfDevice || !log.withoutUser ? [field] : []
}
