import fc from "fast-check"
import { TextDocument } from "vscode-languageserver-textdocument"
import { anyBoxes, anyEdit, type Edit } from "../support/anyEdit.ts"
import { hostileLog } from "../support/hostileLog.ts"
import { samples } from "./samples.ts"

/** Something that a client does. Documents are told by a number, places by numbers that are far too large at times. */
export type Step =
  | { readonly does: "open"; readonly document: number; readonly text: string }
  | { readonly does: "change"; readonly document: number; readonly edits: readonly Edit[] }
  | { readonly does: "replace"; readonly document: number; readonly text: string }
  | { readonly does: "close"; readonly document: number }
  | {
      readonly does: "ask"
      readonly document: number
      readonly what: number
      readonly line: number
      readonly character: number
    }
  | { readonly does: "cancel"; readonly request: number }
  | { readonly does: "set"; readonly settings: unknown }
  | { readonly does: "wait" }

const document = fc.nat(2)
const text = fc.oneof(anyBoxes, hostileLog, fc.constantFrom(...samples.slice(0, 60).map((sample) => sample.text)))
const place = fc.oneof({ arbitrary: fc.nat(60), weight: 5 }, fc.constantFrom(100_000, 2 ** 31 - 1))

/** What clients do, in any order: also what no client should. */
export const anySession: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ does: fc.constant("open" as const), document, text }), weight: 3 },
    {
      arbitrary: fc.record({
        does: fc.constant("change" as const),
        document,
        edits: fc.array(anyEdit, { maxLength: 3 }),
      }),
      weight: 4,
    },
    { arbitrary: fc.record({ does: fc.constant("replace" as const), document, text }), weight: 1 },
    { arbitrary: fc.record({ does: fc.constant("close" as const), document }), weight: 1 },
    {
      arbitrary: fc.record({
        does: fc.constant("ask" as const),
        document,
        what: fc.nat(99),
        line: place,
        character: place,
      }),
      weight: 10,
    },
    { arbitrary: fc.record({ does: fc.constant("cancel" as const), request: fc.nat(20) }), weight: 2 },
    {
      arbitrary: fc.record({
        does: fc.constant("set" as const),
        settings: fc.oneof(
          fc.record({ enable: fc.boolean(), rules: fc.constant({ "prt-missing": "off" }) }),
          fc.jsonValue({ maxDepth: 2 }),
        ),
      }),
      weight: 1,
    },
    { arbitrary: fc.constant({ does: "wait" as const }), weight: 3 },
  ),
  { minLength: 1, maxLength: 30 },
)

/** The texts as a client knows them. */
export class Texts {
  readonly #open = new Map<string, TextDocument>()

  get all(): Iterable<TextDocument> {
    return this.#open.values()
  }

  get(uri: string): TextDocument | undefined {
    return this.#open.get(uri)
  }

  set(uri: string, text: string): void {
    this.#open.set(uri, TextDocument.create(uri, "dsreg", (this.#open.get(uri)?.version ?? 0) + 1, text))
  }

  close(uri: string): void {
    this.#open.delete(uri)
  }

  /** Applies edits one after the other, and tells them as the protocol does. */
  change(uri: string, edits: readonly Edit[]): object[] {
    return edits.flatMap(({ from, length, text }) => {
      const before = this.#open.get(uri)
      if (!before) return []
      const at = from % (before.getText().length + 1)
      const range = { start: before.positionAt(at), end: before.positionAt(at + length) }
      this.#open.set(uri, TextDocument.update(before, [{ range, text }], before.version + 1))
      return [{ range, text }]
    })
  }
}
