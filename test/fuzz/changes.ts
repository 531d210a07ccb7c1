import fc from "fast-check"
import { anyText } from "../support/anyText.ts"
import { hostilePiece } from "../support/hostileLog.ts"

/** Makes another text of a text. */
export type Change = (text: string) => string

/** A place in any text: the first number counts characters, and begins again behind the end. */
const at = fc.nat(200_000)
const placeIn = (text: string, place: number) => place % (text.length + 1)

const piece = fc.oneof(
  hostilePiece,
  anyText(12),
  fc.constantFrom("\n", "\r\n", "\r", "\u2028", "<br>", "\\r\\n", "\0", "\ufeff", "\u200b", "\u202e", "\u00a0", "\t"),
  fc.constantFrom(" : ", ":", "|", "+----+", "```", "> ", "**", '"', "0x", "0x80072ee2", "AADSTS50126", "(", "["),
  fc.constantFrom("| Device State |\n", "Event ID: 304\n", "C:\\> dsregcmd /status\n", "</td>", "]]>", "&#160;", "{"),
)

/** Letters that look like those of names, and letters that are other ones in small or large. */
const ALIKE: Readonly<Record<string, string>> = {
  a: "а",
  e: "е",
  o: "ο",
  p: "р",
  c: "с",
  i: "і",
  S: "Ѕ",
  A: "Α",
  D: "Ｄ",
  K: "\u212a",
  s: "ſ",
}

const lines = (text: string) => text.split(/(?<=\n)/)

/** What can become of a log on its way here, and what somebody could do to it. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, piece).map(
    ([place, added]): Change =>
      (text) => {
        const offset = placeIn(text, place)
        return text.slice(0, offset) + added + text.slice(offset)
      },
  ),
  fc.tuple(at, fc.nat(400)).map(
    ([place, length]): Change =>
      (text) => {
        const offset = placeIn(text, place)
        return text.slice(0, offset) + text.slice(offset + length)
      },
  ),
  at.map(
    (place): Change =>
      (text) =>
        text.slice(0, placeIn(text, place)),
  ),
  at.map(
    (place): Change =>
      (text) =>
        text.slice(placeIn(text, place)),
  ),
  fc.tuple(at, at).map(
    ([from, to]): Change =>
      (text) => {
        const all = lines(text)
        const [line = ""] = all.splice(from % all.length, 1)
        all.splice(to % (all.length + 1), 0, line)
        return all.join("")
      },
  ),
  fc.tuple(at, fc.integer({ min: 2, max: 40 })).map(
    ([place, times]): Change =>
      (text) => {
        const all = lines(text)
        all.splice(place % all.length, 0, ...Array<string>(times).fill(all[place % all.length] ?? ""))
        return all.join("")
      },
  ),
  fc.constantFrom(...Object.keys(ALIKE)).map(
    (letter): Change =>
      (text) =>
        text.replaceAll(letter, ALIKE[letter] ?? ""),
  ),
  fc.constantFrom("\r\n", "\r", "<br>", "\\r\\n", " ", "\n\n", "|").map(
    (end): Change =>
      (text) =>
        text.replace(/\r?\n/g, end),
  ),
  fc.constantFrom("> ", "    ", "\t", "7. ", "| ", "* ", "PC01: ", "2026-02-17 11:04:07 INFO ").map(
    (before): Change =>
      (text) =>
        text.replace(/^/gm, before),
  ),
  fc.constantFrom("```\n", "<pre>", '"', "<td>", "[", "{", "\ufeff", "<![CDATA[").map(
    (around): Change =>
      (text) =>
        around + text + around,
  ),
  fc.constantFrom<Change>(
    (text) => JSON.stringify(text),
    (text) => JSON.stringify(text.split("\n"), undefined, 1),
    (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(" ", "&nbsp;"),
    (text) => text.replace(/^(.*?) : (.*)$/gm, "| $1 | $2 |"),
    (text) => text.replace(/ {2,}/g, " "),
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text + text,
  ),
  fc.integer({ min: 20, max: 120 }).map(
    (width): Change =>
      (text) =>
        text.replace(new RegExp(`(.{${width}})(?=.)`, "g"), "$1\n"),
  ),
)
