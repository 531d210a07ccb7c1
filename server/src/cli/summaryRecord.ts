import { type Cause, causeOf } from "../core/diagnosis/fleet.ts"
import { type CaseFacts, caseFactsOf, type Fact, notOfClones } from "../core/evidence/caseFacts.ts"
import { shortly, type Tell, type Told } from "../core/report/formats/told.ts"

/** What a summary needs of a capture. */
export interface ToldCompactly extends Told {
  readonly facts: CaseFacts
  readonly cause: Cause
}

/** Takes from a reading what a summary needs. */
export const compactly: Tell<ToldCompactly> = (diagnosis, at) => ({
  ...shortly(diagnosis, at),
  facts: keptFacts(caseFactsOf(diagnosis.evidence)),
  cause: causeOf(diagnosis),
})

/** Only what clones are found by. */
function keptFacts({ computer, deviceId, thumbprint, joinType }: CaseFacts): CaseFacts {
  return {
    ...notOfClones,
    computer: keptFact(computer),
    deviceId: keptFact(deviceId),
    thumbprint: keptFact(thumbprint),
    joinType,
  }
}

/** A copy of the characters: a piece of a text keeps the whole text in memory. */
function keptFact(fact: Fact | undefined): Fact | undefined {
  return fact && { value: Buffer.from(fact.value).toString(), span: NOWHERE }
}

const NOWHERE = { start: 0, end: 0 }
