import type { ExplanationId, KindWord } from "../core/explain/explanationId.ts"
import { kinds } from "../core/explain/kinds/catalogue.ts"
import type { Item } from "../core/explain/kinds/kind.ts"
import type { Say } from "../core/explain/say.ts"

/** One thing of the catalogue, for a list to choose from. */
export interface CatalogueItem {
  /** What `dsreg/explain` knows its page by. */
  readonly id: ExplanationId
  /** The code, or the name of something else: `0x80072ee2`, `AzureAdPrt`. */
  readonly label: string
  /** What it means in a few words, or what kind of thing it is. */
  readonly description: string
  /** For a number its other spellings, then its names: `-2147012894, 2147954402, 12002, ERROR_WINHTTP_TIMEOUT`. */
  readonly detail: string
  /** Everything that names exactly this, in lower case. */
  readonly keys: readonly string[]
}

/** Everything that has a page of its own, the codes first, each page once. */
export function catalogueItems(say: Say): readonly CatalogueItem[] {
  const words = kindWords(say)
  const items = kinds.toReversed().flatMap((kind) => kind.items().map((item) => shown(item, words[kind.word])))
  // A field that stands in several sections has one page.
  return [...new Map(items.map((item) => [item.id, item])).values()]
}

/** How a reader's language names a kind whose items do not say what they mean, and an item that is only a number. */
interface Words {
  readonly kind?: string
  label?(key: string): string
}

function kindWords(say: Say): Readonly<Record<KindWord, Words>> {
  return {
    code: {},
    event: { label: (number) => say("Event {0}", number) },
    field: { kind: say("field") },
    message: { kind: say("server message") },
    phase: { kind: say("phase") },
    rule: { kind: say("rule") },
    section: { kind: say("section") },
    topic: { kind: say("topic") },
  }
}

function shown({ id, label, description, detail, keys }: Item, words: Words): CatalogueItem {
  const [key = label] = keys
  return { id, label: words.label?.(key) ?? label, description: description ?? words.kind ?? "", detail, keys }
}
