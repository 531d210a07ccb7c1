import type { ValueOf } from "../../evidence/valueNear.ts"
import { serverMessages } from "../../knowledge/codes/serverMessages.ts"
import type { JoinType } from "../../knowledge/joinType.ts"
import { codeMeanings, messageMeaning } from "../../knowledge/lookup.ts"
import type { ServerMessage } from "../../knowledge/serverMessage.ts"
import { rules } from "../../rules/catalogue.ts"
import { bare, type Explanation, upperFirst } from "../explanation.ts"
import { codeId, type ExplanationId } from "../explanationId.ts"
import { phasesAmong, placeNames } from "../places.ts"
import { sourceLink } from "../sources.ts"
import { advised, sentence } from "../steps.ts"
import { type Kind, named } from "./kind.ts"

/** Messages of the registration service. */
export const messageKind: Kind = {
  word: "message",
  title: "Server messages",
  ids: () => serverMessages.map(idOf),
  all: () => serverMessages.map((message) => explainMessage(message)),
  find: (words) => {
    const message = /\s/.test(words) ? messageMeaning(words) : named(serverMessages, words.toLowerCase())
    return message && idOf(message)
  },
  explain: (name) => [named(serverMessages, name)].flatMap((message) => (message ? [explainMessage(message)] : [])),
  beside(name) {
    const message = named(serverMessages, name)
    if (!message) return []
    const found = rules.filter(({ bad }) => bad.some((text) => message.pattern.test(text)))
    return [
      { title: "Phases", ids: phasesAmong(message.places) },
      { title: "Codes", ids: codeMeanings(message.errorCode).map(({ code, places }) => codeId(code, places[0])) },
      { title: "Rules", ids: found.map(({ id }): ExplanationId => `rule/${id}`) },
    ]
  },
  spellings: () => [],
  items: () =>
    serverMessages.map((message) => ({
      id: idOf(message),
      label: message.title,
      detail: message.errorCode,
      keys: [message.id],
    })),
}

/** A message of the registration service; what to do begins behind what a log answers, where there is one. */
export function explainMessage(message: ServerMessage, fieldValue?: ValueOf, device?: JoinType): Explanation {
  const { id, title, errorCode, places, cause, resolution, note, sources, confidence, example } = message
  const { facts, steps } = advised(resolution, fieldValue, device)
  return {
    ...bare,
    title: upperFirst(title),
    fullTitle: id,
    summary: title,
    inList: { name: title, text: `a message that comes with \`${errorCode}\`` },
    names: [upperFirst(title)],
    tags: ["message of the registration service"],
    facts: [`\`${errorCode}\``, placeNames(places)],
    why: [sentence(cause), ...facts],
    steps,
    notes: note ? [`Note: ${note}`] : [],
    sources: sources.map(sourceLink),
    confidence: confidence ?? "documented",
    wording: example,
  }
}

function idOf({ id }: ServerMessage): ExplanationId {
  return `message/${id}`
}
