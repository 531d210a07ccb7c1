import type { Phase } from "../knowledge/code.ts"
import { messageMeaning, onlyPhaseOf, phaseMeaning } from "../knowledge/lookup.ts"
import type { ServerMessage } from "../knowledge/serverMessage.ts"
import type { Block, Field } from "../log/log.ts"
import { blocksOf, fieldIn } from "../log/query.ts"
import { type Mention, mentionsIn } from "./mention.ts"
import type { NamedFields } from "./namedFields.ts"
import { failedTestOf, type Test } from "./tests.ts"
import { type Clock, DAY } from "./time.ts"

/** A registration attempt, from a `Previous Registration` block. */
export interface Registration {
  readonly block: Block
  /** As `Error Phase` says, else the one phase that Microsoft documents the code for; undefined where neither tells. */
  readonly phase?: Phase
  /** `Client ErrorCode`. */
  readonly client?: Mention
  readonly message?: { readonly field: Field; readonly meaning?: ServerMessage }
  /** Every test passes and the attempt is more than a day older than the log's own clock. */
  readonly isOutdated: boolean
  /** No failed test tells of the same phase as its cause, so that the attempt is a story of its own. */
  readonly standsAlone: boolean
}

/** The attempts of a capture, in the order of the text. */
export function registrationsOf(
  log: NamedFields,
  tests: readonly Test[],
  clock: () => Clock | undefined,
): readonly Registration[] {
  return blocksOf(log.capture, "previous-registration").map((block) => registrationOf(log, block, tests, clock()))
}

function registrationOf(
  log: NamedFields,
  block: Block,
  tests: readonly Test[],
  clock: Clock | undefined,
): Registration {
  const failed = failedTestOf(tests)
  const code = fieldIn(block, "Client ErrorCode")
  const client = code && mentionsIn(code)[0]
  const phase = namedPhase(block) ?? (client && onlyPhaseOf(client.code))
  const text = fieldIn(block, "Server Message")
  const meaning = text && messageMeaning(text.value)
  return {
    block,
    ...(phase && { phase }),
    ...(client && { client }),
    ...(text && text.value !== "" && { message: { field: text, ...(meaning && { meaning }) } }),
    isOutdated: !failed && isOutdated(log, block, tests, clock),
    standsAlone: !failed || (phase !== undefined && phase !== failed.phase),
  }
}

/** The phase that a registration attempt says it failed in. */
export function namedPhase(block: Block): Phase | undefined {
  return phaseMeaning(fieldIn(block, "Error Phase")?.value ?? "")?.id
}

function isOutdated(log: NamedFields, block: Block, tests: readonly Test[], clock: Clock | undefined): boolean {
  const [tried] = log.timesOf(fieldIn(block, "Previous Registration"))
  return (
    tried !== undefined &&
    clock !== undefined &&
    clock.time - tried > DAY &&
    tests.some(({ outcome }) => outcome === "pass")
  )
}
