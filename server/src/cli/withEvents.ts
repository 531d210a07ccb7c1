import { withEvents } from "../core/log/withEvents.ts"
import type { Piece, Tell } from "../core/report/formats/told.ts"
import { readingOf } from "./reading.ts"
import type { Remark } from "./remark.ts"
import type { Terminal } from "./terminal.ts"
import { wholeTextOrRemark } from "./wholeText.ts"

/** Reads one log together with the events of another file, as if they stood behind it. */
export async function* readingWithEvents<T>(
  log: string,
  events: string,
  tell: Tell<T>,
  { input }: Pick<Terminal, "input">,
): AsyncIterable<Piece<T> | Remark> {
  const texts: string[] = []
  for (const word of [log, events]) {
    const told = await wholeTextOrRemark(word, input)
    if (typeof told === "string") texts.push(told)
    else yield told
  }
  const [own, added] = texts
  if (own === undefined || added === undefined) return
  const joined = withEvents(own, added)
  if (joined.events === 0) {
    yield { kind: "no events", file: events }
    return
  }
  yield { kind: "events", file: events, log, line: joined.firstLine + 1, events: joined.events }
  async function* parts(): AsyncIterable<Uint8Array> {
    yield Buffer.from(joined.text)
  }
  yield* readingOf({ kind: "named", file: log, parts }, tell)
}
