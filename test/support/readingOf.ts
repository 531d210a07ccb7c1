import { diagnoseCase } from "../../server/src/core/diagnosis/case.ts"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"

/** All that a log comes to, by lines, which stay where a name in front of something gets another length. */
export function readingOf(text: string) {
  const captures = readLog(text)
  return diagnoseCase(captures.map(diagnose)).map(({ joinType, phase, verdict, findings, folded }, index) => {
    const capture = captures[index]
    const lineOf = (offset: number) => capture?.text.slice(0, offset).split(/\r\n|\r|\n/).length
    return {
      joinType,
      phase,
      verdict,
      findings: findings.map(({ rule, severity, span, message, code, related = [] }) => ({
        rule: rule.id,
        severity,
        lines: [lineOf(span.start), lineOf(span.end)],
        message,
        code,
        related: related.map((place) => [lineOf(place.span.start), place.message]),
      })),
      folded: folded.map(({ finding }) => [finding.rule.id, lineOf(finding.span.start)]),
      fields: capture?.fields.map(({ name, nameSpan }) => [name, lineOf(nameSpan.start)]),
    }
  })
}
