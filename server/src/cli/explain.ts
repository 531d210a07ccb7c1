import {
  explainEvent,
  explainField,
  explainMeanings,
  explainPhase,
  explainRule,
  explainSection,
  explainTopic,
} from "../core/explain/explain.ts"
import { canonicalCode } from "../core/knowledge/codeNumber.ts"
import { codeMeanings, eventMeaning, fieldMeanings, phaseMeaning, sectionMeaning } from "../core/knowledge/lookup.ts"
import { topics } from "../core/knowledge/topics.ts"
import { sectionId } from "../core/log/vocabulary.ts"
import { rules } from "../core/rules/catalogue.ts"
import { plainText, printable } from "./print.ts"
import type { ExitCode, Terminal } from "./terminal.ts"

/** Prints what the hover shows for a code, a field, a section, a phase, an event or a rule. */
export function explain(subject: string, terminal: Terminal): ExitCode {
  const page = pageOf(subject.trim())
  if (!page) {
    terminal.error(
      `dsreg: nothing is known about "${printable(subject)}". It takes a code (hex, decimal, symbol, AADSTS...) or a field.\n`,
    )
    return 1
  }
  terminal.out(`${plainText(page.markdown, terminal.color)}\n`)
  return page.known ? 0 : 1
}

function pageOf(subject: string): { markdown: string; known: boolean } | undefined {
  const meanings = codeMeanings(subject)
  if (meanings.length > 0) return { markdown: explainMeanings(meanings[0]?.code ?? subject), known: true }
  const event = /^\d{3,4}$/.test(subject) ? eventMeaning(Number(subject)) : undefined
  if (event) return { markdown: explainEvent(event), known: true }
  const fields = fieldMeanings(subject)
  if (fields.length > 0)
    return { markdown: fields.map((entry) => explainField(entry)).join("\n\n---\n\n"), known: true }
  const section = sectionId(subject)
  const entry = section && sectionMeaning(section)
  if (entry) return { markdown: explainSection(entry), known: true }
  const phase = phaseMeaning(subject)
  if (phase) return { markdown: explainPhase(phase), known: true }
  const rule = rules.find(({ id }) => id === subject.toLowerCase())
  if (rule) return { markdown: explainRule(rule), known: true }
  const topic = topics.find(({ id }) => id === subject.toLowerCase())
  if (topic) return { markdown: explainTopic(topic), known: true }
  const code = canonicalCode(subject)
  return code ? { markdown: explainMeanings(code), known: false } : undefined
}
