import type { Say } from "../say.ts"

/**
 * The words that stand around what the catalogue says: headings, tags, the kinds of things. They are the reader's
 * language, while what the catalogue knows is English; a text that is none of them stays as it is.
 */
export function framed(text: string, say: Say): string {
  const word = WORDS.get(text)
  if (word) return word(say)
  const { since, note, rule } = PATTERN.exec(text)?.groups ?? {}
  if (since) return say("since {0}", since)
  if (note) return say("Note: {0}", note)
  return rule ? say("rule {0}", rule) : text
}

/** Words around a part that is not theirs: "since 1809", "Note: …", "rule `prt-missing`". */
const PATTERN = /^(?:since (?<since>.+)|Note: (?<note>[\s\S]+)|rule (?<rule>`.+`))$/

const WORDS: ReadonlyMap<string, (say: Say) => string> = new Map([
  ["error", (say) => say("error")],
  ["warning", (say) => say("warning")],
  ["information", (say) => say("information")],
  ["reported", (say) => say("reported")],
  ["inferred", (say) => say("inferred")],
  ["not in the catalogue", (say) => say("not in the catalogue")],
  ["message of the registration service", (say) => say("message of the registration service")],
  ["Not documented by Microsoft.", (say) => say("Not documented by Microsoft.")],
  ["an event", (say) => say("an event")],
  ["the output of /join /debug", (say) => say("the output of /join /debug")],
  ["Rules", (say) => say("Rules")],
  ["Phases", (say) => say("Phases")],
  ["Sections", (say) => say("Sections")],
  ["Fields", (say) => say("Fields")],
  ["Server messages", (say) => say("Server messages")],
  ["Messages", (say) => say("Messages")],
  ["Events", (say) => say("Events")],
  ["Topics", (say) => say("Topics")],
  ["Codes", (say) => say("Codes")],
  ["Codes in its examples", (say) => say("Codes in its examples")],
  ["Other meanings", (say) => say("Other meanings")],
  ["The same failure in other codes", (say) => say("The same failure in other codes")],
])
