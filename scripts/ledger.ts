import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../server/src/core/knowledge/codes/serverMessages.ts"
import { eventEntries } from "../server/src/core/knowledge/events/catalogue.ts"
import { fieldEntries } from "../server/src/core/knowledge/fields/catalogue.ts"
import { topics } from "../server/src/core/knowledge/topics.ts"
import { everyRule } from "../server/src/core/rules/case/catalogue.ts"

/** The names that other people's settings, scripts and links hold, by what they name. */
export type Ledger = Readonly<Record<string, readonly string[]>>

/** Where the names stand that were released. Nothing is ever taken out of it by a script. */
export const LEDGER = "test/released.json"

/** What is there now, from the catalogue and the manifest. */
export function presentNames(manifest: Manifest): Ledger {
  const { bin, contributes } = manifest
  const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties))
  return {
    rules: everyRule.map(({ id }) => id),
    codes: [...new Set(codeEntries.map(({ code }) => code))],
    messages: serverMessages.map(({ id }) => id),
    fields: [...new Set(fieldEntries.map(({ name }) => name))],
    events: eventEntries.map(({ id }) => String(id)),
    topics: topics.map(({ id }) => id),
    commands: contributes.commands.map(({ command }) => command),
    settings,
    languages: contributes.languages.map(({ id }) => id),
    programs: Object.keys(bin),
  }
}

/** What of `package.json` other people hold on to. */
export interface Manifest {
  readonly bin: Readonly<Record<string, string>>
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly languages: readonly { readonly id: string }[]
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[]
  }
}

/** The ledger with the names that are new; what it has already stays, whether it is still there or not. */
export function withNew(old: Ledger, present: Ledger): Ledger {
  const kinds = [...new Set([...Object.keys(old), ...Object.keys(present)])]
  return Object.fromEntries(
    kinds.map((kind) => [kind, [...new Set([...(old[kind] ?? []), ...(present[kind] ?? [])])].sort()]),
  )
}
