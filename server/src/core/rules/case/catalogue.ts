import { rules } from "../catalogue.ts"
import type { Rule } from "../rule.ts"
import type { CaseRule } from "./caseRule.ts"
import { changedSinceEarlierLog } from "./changedSinceEarlierLog.ts"
import { clonedImage } from "./clonedImage.ts"
import { overtakenByLaterLog } from "./overtakenByLaterLog.ts"
import { testsDifferByAccount } from "./testsDifferByAccount.ts"

/** Every rule that looks at several logs, as a list to read; its order decides nothing. */
export const caseRules: readonly CaseRule[] = [
  clonedImage,
  changedSinceEarlierLog,
  overtakenByLaterLog,
  testsDifferByAccount,
]

/** Every rule there is, for whoever lists, explains or sets them. */
export const everyRule: readonly Rule[] = [...rules, ...caseRules]
