import { createRequire } from "node:module"

/** What Microsoft's own parser of Kusto says of statements, without a cluster. */
interface Language {
  readonly KustoCode: {
    Parse(text: string): Code
    ParseAndAnalyze(text: string, globals: unknown): Code
  }
  readonly GlobalState: { readonly Default: { WithDatabase(database: unknown): unknown } }
  readonly Symbols: {
    readonly TableSymbol: { From(columns: string): { WithName(name: string): unknown } }
    readonly DatabaseSymbol: { readonly $ctor1: new (name: string, tables: readonly unknown[]) => unknown }
  }
}

interface Code {
  GetDiagnostics(): { readonly Count: number; getItem(index: number): { readonly Message: string } }
}

const require = createRequire(import.meta.url)

// It is made for pages of the web, and puts itself where every script finds it.
require("@kusto/language-service-next/bridge.min.js")
require("@kusto/language-service-next")
const { Language } = (globalThis as unknown as { readonly Kusto: { readonly Language: Language } }).Kusto

/** What is wrong with a command. */
export function faultsOfCommand(text: string): readonly string[] {
  return faultsOf(Language.KustoCode.Parse(text))
}

/** What is wrong with a question to a table that has these columns: `(a: string, b: int)`. */
export function faultsOfQuestion(text: string, table: string, columns: string): readonly string[] {
  const { TableSymbol, DatabaseSymbol } = Language.Symbols
  const database = new DatabaseSymbol.$ctor1("database", [TableSymbol.From(columns).WithName(table)])
  return faultsOf(Language.KustoCode.ParseAndAnalyze(text, Language.GlobalState.Default.WithDatabase(database)))
}

function faultsOf(code: Code): readonly string[] {
  const faults = code.GetDiagnostics()
  return Array.from({ length: faults.Count }, (_, index) => faults.getItem(index).Message)
}
