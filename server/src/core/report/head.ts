import type { Diagnosis } from "../diagnosis/diagnose.ts"
import { joinedWords } from "../diagnosis/verdict.ts"
import { namesThatTell } from "../evidence/time.ts"
import type { Say } from "../explain/say.ts"
import { judgedOf, judgementWords } from "./judgement.ts"
import type { StageFact } from "./stages.ts"
import { symptomOf } from "./symptom.ts"
import { happenedAt } from "./timeline.ts"

/** One line of the head of a report. */
export interface HeadLine {
  readonly term: string
  /** A name as the log has it, a stranger's. */
  readonly name?: string
  /** Words of ours, behind the name where there is one; without a full stop. */
  readonly text?: string
}

/** What somebody wants to know of a log before anything else: how bad it is, of which PC, from whom, of when. */
export function headOf(diagnosis: Diagnosis, stages: readonly StageFact[], say: Say): readonly HeadLine[] {
  const { evidence: log } = diagnosis
  const pc = log.field("Device Name") ?? log.field("DeviceId")
  return [
    { term: say("Is it a fault?"), text: judgementWords(judgedOf(diagnosis), diagnosis, say) },
    { term: say("What the user notices"), text: symptomOf(diagnosis, stages, say) },
    { term: say("PC"), ...(pc?.value ? { name: pc.value } : { text: say("the log does not say") }) },
    { term: say("How it is joined"), text: joinedWords(log) },
    { term: say("Run by"), ...runBy(diagnosis, say) },
    { term: say("Made"), text: madeAt(diagnosis, say) },
  ]
}

function runBy({ evidence: log }: Diagnosis, say: Say): Omit<HeadLine, "term"> {
  const account = log.field("Executing Account Name") ?? log.field("User Context")
  const name = account?.value ? { name: account.value } : {}
  if (log.withoutUser) return { ...name, text: say("no user's session was there, so the log tells nothing of a user") }
  if (!account?.value) return { text: say("the log does not say") }
  return log.field("AzureAdPrt") && log.isJoined
    ? { ...name, text: say("what it says of sign-in is about this account alone") }
    : name
}

/** By the line that tells the time; what else has a time in it was there before the log. */
function madeAt({ evidence: log }: Diagnosis, say: Say): string {
  const [made] = log.timesOf(log.fieldsOf(CLOCKS)[0])
  if (made !== undefined) return `${happenedAt(made)} UTC`
  return log.clock
    ? say("the log does not say, but not before {0} UTC", happenedAt(log.clock.time))
    : say("the log does not say")
}

const CLOCKS = namesThatTell("clock")
