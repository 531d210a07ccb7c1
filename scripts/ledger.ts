import { CATALOG_COLUMNS, CATALOG_FORMATS } from "../server/src/cli/catalog.ts"
import { FORMATS } from "../server/src/cli/check.ts"
import { SUMMARY_COLUMNS } from "../server/src/cli/printSummaryCsv.ts"
import { SUMMARY_FORMATS } from "../server/src/cli/summary.ts"
import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../server/src/core/knowledge/codes/serverMessages.ts"
import { eventEntries } from "../server/src/core/knowledge/events/catalogue.ts"
import { fieldEntries } from "../server/src/core/knowledge/fields/catalogue.ts"
import { phaseEntries } from "../server/src/core/knowledge/phases.ts"
import { sectionEntries } from "../server/src/core/knowledge/sections.ts"
import { topics } from "../server/src/core/knowledge/topics.ts"
import { COLUMNS } from "../server/src/core/report/formats/printCsv.ts"
import { everyRule } from "../server/src/core/rules/case/catalogue.ts"
import { catalogKeys, exitCodes, jsonKeys, lineKeys, summaryKeys } from "./commandLineNames.ts"
import { libraryKeys, libraryNames } from "./libraryNames.ts"

/** The names that other people's settings, scripts and links hold, by what they name. */
export type Ledger = Readonly<Record<string, readonly string[]>>

/** Where the names stand that were released. Nothing is ever taken out of it by a script. */
export const LEDGER = "test/released.json"

/** What is there now, from the catalogue, the manifest, and what the command line answers. */
export async function presentNames(manifest: Manifest): Promise<Ledger> {
  const { bin, contributes } = manifest
  return {
    rules: everyRule.map(({ id }) => id),
    codes: codeEntries().flatMap(({ code, places }) => places.map((place) => `${code} ${place}`)),
    messages: serverMessages.map(({ id }) => id),
    fields: [...new Set(fieldEntries.flatMap(({ name, aliases = [] }) => [name, ...aliases]))],
    sections: sectionEntries.map(({ id }) => id),
    phases: phaseEntries.map(({ id }) => id),
    events: eventEntries.map(({ id }) => String(id)),
    topics: topics.map(({ id }) => id),
    commands: contributes.commands.map(({ command }) => command),
    settings: contributes.configuration.flatMap(({ properties }) => Object.keys(properties)),
    languages: contributes.languages.map(({ id }) => id),
    "token types": contributes.semanticTokenTypes.map(({ id }) => id),
    programs: Object.keys(bin),
    "command line": [
      ...FORMATS.map((format) => `check --format ${format}`),
      ...SUMMARY_FORMATS.map((format) => `summary --format ${format}`),
      ...CATALOG_FORMATS.map((format) => `catalog --format ${format}`),
    ],
    "CSV columns": [
      ...COLUMNS.map((column) => `check ${column}`),
      ...SUMMARY_COLUMNS.map((column) => `summary ${column}`),
      ...CATALOG_COLUMNS.map((column) => `catalog ${column}`),
    ],
    "exit codes": await exitCodes(),
    "JSON keys": await jsonKeys(),
    "JSON keys of a line": await lineKeys(),
    "JSON keys of a summary": await summaryKeys(),
    "JSON keys of the catalog": await catalogKeys(),
    library: libraryNames(),
    "library keys": libraryKeys(),
  }
}

/** What of `package.json` other people hold on to. */
export interface Manifest {
  readonly bin: Readonly<Record<string, string>>
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[]
    readonly languages: readonly { readonly id: string }[]
    readonly semanticTokenTypes: readonly { readonly id: string }[]
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[]
  }
}

/** What is in a ledger and not there now. */
export function missing(ledger: Ledger, present: Ledger): readonly string[] {
  return Object.entries(ledger).flatMap(([kind, names]) =>
    names.filter((name) => !present[kind]?.includes(name)).map((name) => `${kind}: ${name}`),
  )
}

/** The ledger with the names that are new; what it has already stays, whether it is still there or not. */
export function withNew(old: Ledger, present: Ledger): Ledger {
  const kinds = [...new Set([...Object.keys(old), ...Object.keys(present)])]
  return Object.fromEntries(
    kinds.map((kind) => [kind, [...new Set([...(old[kind] ?? []), ...(present[kind] ?? [])])].sort()]),
  )
}
