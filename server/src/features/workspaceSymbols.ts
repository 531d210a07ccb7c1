import type { WorkspaceSymbol } from "vscode-languageserver"
import type { IdentityKind } from "../core/evidence/identity.ts"
import { codeMeanings } from "../core/knowledge/lookup.ts"
import type { Occurrence } from "../documents/occurrences.ts"
import { rangeAt } from "./convert.ts"
import { label } from "./label.ts"
import { SymbolKind } from "./lsp.ts"

/** A log with what stands in it. */
export interface NamedLog {
  readonly uri: string
  readonly occurrences: Iterable<Occurrence>
}

/** The kinds that somebody looks for by name; requests and users are found by references. */
const KINDS: Partial<Readonly<Record<IdentityKind, SymbolKind>>> = {
  device: SymbolKind.Object,
  tenant: SymbolKind.Namespace,
  code: SymbolKind.Event,
}

/** More than anybody reads in a list. */
const MOST = 1_000

/** The devices, tenants and codes of all logs whose name holds the letters of the query in their order, each once a log. */
export function workspaceSymbols(logs: Iterable<NamedLog>, query: string): WorkspaceSymbol[] {
  const letters = [...query.toLowerCase().replace(/\s+/g, "")]
  const symbols: WorkspaceSymbol[] = []
  for (const { uri, occurrences } of logs) {
    const told = new Set<string>()
    for (const occurrence of occurrences) {
      const { kind, key, name, atHome } = occurrence
      const symbolKind = KINDS[kind]
      if (symbolKind === undefined || told.has(key) || (kind !== "code" && !atHome)) continue
      told.add(key)
      const shown = kind === "code" ? codeLabel(name) : label(name)
      if (!holds(shown.toLowerCase(), letters)) continue
      const location = { uri, range: rangeAt(occurrence) }
      symbols.push({ name: shown, kind: symbolKind, location, containerName: label(fileName(uri)) })
      if (symbols.length === MOST) return symbols
    }
  }
  return symbols
}

/** `0x80072ee2 WININET_E_TIMEOUT / ERROR_WINHTTP_TIMEOUT`, so that the number and every name of it find it. */
function codeLabel(code: string): string {
  const symbols = new Set(codeMeanings(code).flatMap((entry) => entry.symbols))
  return symbols.size > 0 ? `${code} ${[...symbols].join(" / ")}` : code
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf("/") + 1)
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

function holds(label: string, letters: readonly string[]): boolean {
  let from = 0
  for (const letter of letters) {
    from = label.indexOf(letter, from) + 1
    if (from === 0) return false
  }
  return true
}
