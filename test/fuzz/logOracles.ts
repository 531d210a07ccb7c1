import assert from "node:assert/strict"
import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { diagnoseCase } from "../../server/src/core/diagnosis/case.ts"
import { compared } from "../../server/src/core/diagnosis/comparison.ts"
import { diagnose } from "../../server/src/core/diagnosis/diagnose.ts"
import { meantSpans } from "../../server/src/core/diagnosis/meaning.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { readLog } from "../../server/src/core/log/readLog.ts"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { flattened } from "../../server/src/core/redact/flat.ts"
import { redact } from "../../server/src/core/redact/redact.ts"
import { htmlReport } from "../../server/src/core/report/html.ts"
import { markdownReport } from "../../server/src/core/report/markdown.ts"
import { reportOf } from "../../server/src/core/report/report.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { anyBoxes, anyEdit, type Edit } from "../support/anyEdit.ts"
import { everyFeature, everyFeatureOf } from "../support/everyFeature.ts"
import { identifyingLog, originalsOf } from "../support/identifyingLog.ts"
import { spansSliceBack } from "../support/spansSliceBack.ts"
import { strangeLog } from "./anyCase.ts"
import { oracle } from "./oracle.ts"
import { anyForms, otherForms, saidOf, shuffledEvents } from "./sameReading.ts"
import { plainSamples } from "./samples.ts"

/** Whatever a text is: it is read whole, no rule breaks, every span is in it, and everything told of it can be said. */
const reading = oracle({
  name: "reading",
  cases: strangeLog,
  share: 60,
  holds: (text) => {
    const captures = readLog(text)
    assert.equal(captures.map((capture) => capture.text).join(""), text)
    recognition(text)
    const readings = diagnoseCase(captures.map(diagnose))
    for (const { faults, findings, evidence } of readings) {
      assert.deepEqual(
        faults.map(({ what, error }) => [what, error]),
        [],
      )
      const { length } = evidence.capture.text
      for (const { span, message, related = [] } of findings) {
        assert.doesNotMatch(message, /[\r\n]/)
        for (const { start, end } of [span, ...related.map((place) => place.span)]) {
          assert.ok(0 <= start && start <= end && end <= length)
        }
      }
    }
    for (const capture of captures) spansSliceBack(capture)
    for (const told of readings) {
      let last = 0
      for (const { span } of meantSpans(told, ({ severity }) => severity)) {
        assert.ok(last <= span.start && span.start < span.end)
        last = span.end
      }
    }
    const [first, second = first] = readings
    if (!first || !second) return
    compared(first, second)
    const report = reportOf(first, () => 1)
    htmlReport(report, { file: "a" }, { id: "a", say: english })
    markdownReport(report, { file: "a" })
  },
})

/** A place of the protocol, wherever it stands in an answer. */
interface Position {
  readonly line: number
  readonly character: number
}

/** Every place in an answer. */
function* positionsIn(answer: unknown): Iterable<Position> {
  if (typeof answer !== "object" || answer === null) return
  if ("line" in answer && "character" in answer) yield answer as Position
  for (const part of Object.values(answer)) yield* positionsIn(part)
}

/** Whatever a text is: every feature answers, in places that the text has, and nothing of ours broke. */
const features = oracle({
  name: "features",
  cases: fc.record({ text: strangeLog, line: fc.nat(300) }),
  share: 15,
  holds: ({ text, line }) => {
    const lengths = text.split(/\r\n|\r|\n/).map(({ length }) => length)
    const { completion, failing, failures, ...said } = everyFeature(text, line % lengths.length)
    assert.ok(said.diagnostics.every(({ code }) => code !== "dsreg-fault"))
    for (const position of positionsIn(said)) {
      assert.ok(position.line >= 0 && position.line < lengths.length, JSON.stringify(position))
      assert.ok(
        position.character >= 0 && position.character <= (lengths[position.line] ?? -1),
        JSON.stringify(position),
      )
    }
    for (const at of failing.sourceLines) assert.ok(at < lengths.length)
  },
})

/** Puts a text in the place of another one, in both documents. */
function edited(open: LogDocument, plain: TextDocument, { from, length, text }: Edit): TextDocument {
  const at = from % (plain.getText().length + 1)
  const range = { start: plain.positionAt(at), end: plain.positionAt(at + length) }
  open.update([{ range, text }], open.version + 1)
  return TextDocument.update(plain, [{ range, text }], open.version)
}

/** A document that was edited anywhere says what the same text says when it is opened anew: nothing of before is kept. */
const edits = oracle({
  name: "edits",
  cases: fc.record({
    text: fc.oneof({ arbitrary: strangeLog, weight: 3 }, { arbitrary: anyBoxes, weight: 1 }),
    edits: fc.array(anyEdit, { minLength: 1, maxLength: 5 }),
    line: fc.nat(300),
  }),
  share: 10,
  holds: ({ text, edits, line }) => {
    const open = new LogDocument("file:///log.dsreg", 1, text)
    let plain = TextDocument.create("file:///log.dsreg", "dsreg", 1, text)
    for (const edit of edits) {
      // Whoever was asked before must not answer from memory.
      everyFeatureOf(open, line)
      plain = edited(open, plain, edit)
    }
    assert.equal(open.text, plain.getText())
    assert.deepEqual(everyFeatureOf(open, line), everyFeature(plain.getText(), line))
  },
})

/** What is redacted has no number or name in it that the log had by its form, and redacted again it is the same. */
const redaction = oracle({
  name: "redaction",
  cases: fc.oneof(
    identifyingLog.map(({ text }) => text),
    strangeLog,
  ),
  share: 15,
  holds: (text) => {
    const once = redact(text).text
    // Where a narrow window cut the lines, a line that a longer pseudonym fills seems to be cut too.
    if (flattened(text).offsets === undefined) assert.equal(redact(once).text, once)
    const left = once.toLowerCase()
    for (const original of originalsOf(text)) {
      // What is a name is said by its field, and that may be broken; a number of one digit only is a mask.
      if (/@|^[\da-f-]{36,}$/.test(original) && !/^(.)(?:\1|-)*$/.test(original))
        assert.ok(!left.includes(original), original)
    }
  },
})

/** A log says the same in every form in which people send it. */
const forms = oracle({
  name: "forms",
  cases: fc.record({ log: fc.constantFrom(...plainSamples.map(({ name }) => name)), forms: anyForms }),
  share: 10,
  holds: ({ log, forms }) => {
    const text = plainSamples.find(({ name }) => name === log)?.text ?? assert.fail(log)
    const whole = forms.map((form) => otherForms[form] ?? assert.fail())
    const other = whole.reduce((form, { of }) => of(form), text)
    assert.deepEqual(saidOf(other), saidOf(text), whole.map(({ what }) => what).join(", "))
  },
})

/** The same is found of events in any order, because each has its time; of equals the verdict takes the first. */
const events = oracle({
  name: "events",
  cases: fc.record({ orders: shuffledEvents, log: fc.constantFrom("", ...plainSamples.map(({ name }) => name)) }),
  share: 10,
  holds: ({ orders, log }) => {
    const status = plainSamples.find(({ name }) => name === log)?.text.replace(/\n*$/, "\n\n") ?? ""
    const [said, ...others] = orders.map((order) =>
      saidOf(status + order.join("")).map(({ findings, folded }) => [
        findings.map((finding) => JSON.stringify(finding)).sort(),
        folded.toSorted(),
      ]),
    )
    for (const other of others) assert.deepEqual(other, said)
  },
})

export const logOracles = [reading, features, edits, redaction, forms, events]
