import { yardstick } from "../yardstick.ts"
import { jsonText } from "./jsonText.ts"
import { logText } from "./logText.ts"

/** A place in a text, both counted from 0, as the protocol counts them. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** A text to be opened in a server, and the places that are edited and asked about. */
export interface Content {
  readonly languageId: string
  readonly text: string
  /** Inside of a value in the middle of the text: the name of a device. */
  readonly edit: Position
  /** In names of fields, spread over the whole text. */
  readonly hovers: readonly Position[]
}

/** How many places are asked about. */
const HOVERS = 40

/** Logs of exactly this many bytes. */
export function logContent(bytes: number): Content {
  return content("dsreg", logText(bytes), /^ +Device Name : PC-/gm, /^ +[^\s:]+(?= : )/gm)
}

/** JSON of exactly this many bytes with the same fields. */
export function jsonContent(bytes: number): Content {
  return content("json", jsonText(logText(bytes)), /^ +"Device Name": "PC-/gm, /^ +"[^"]+(?=": )/gm)
}

function content(languageId: string, text: string, edited: RegExp, asked: RegExp): Content {
  const middle = endsFrom(text, edited, [text.length / 2])
  const spread = Array.from({ length: HOVERS }, (_, index) => (text.length * index) / HOVERS)
  const [edit = { line: 0, character: 0 }] = middle
  return { languageId, text, edit, hovers: endsFrom(text, asked, spread) }
}

/** The ends of the first match at or behind each of some ascending offsets, else of the first match at all. */
function endsFrom(text: string, pattern: RegExp, offsets: readonly number[]): readonly Position[] {
  return offsets.map((offset) => {
    const match = matchFrom(text, pattern, offset) ?? matchFrom(text, pattern, 0)
    if (!match) throw new Error(`${pattern} is nowhere in the text`)
    const end = match.index + match[0].length
    return { line: yardstick(text.slice(0, end)), character: end - text.lastIndexOf("\n", end) - 1 }
  })
}

function matchFrom(text: string, pattern: RegExp, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}
