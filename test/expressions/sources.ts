import { readdirSync, readFileSync } from "node:fs"
import { type Node, parseSync } from "oxc-parser"

/** The source and the flags of an expression. */
export interface Expression {
  readonly source: string
  readonly flags: string
}

/** An expression with the file and line it stands in. */
export interface Placed extends Expression {
  readonly place: string
}

/** Every expression that stands in the sources of the product, and the places where one is built of others. */
export function expressionsIn(folders: readonly string[]): {
  readonly all: readonly Placed[]
  readonly built: readonly string[]
} {
  const all: Placed[] = []
  const built: string[] = []
  for (const file of folders.flatMap(filesIn)) {
    const text = readFileSync(file, "utf8")
    for (const node of nodesIn(parseSync(file, text).program)) {
      const place = `${file}:${text.slice(0, node.start).split("\n").length}`
      if (node.type === "Literal" && "regex" in node) {
        all.push({ place, source: node.regex.pattern, flags: node.regex.flags })
      } else if (isCallOfRegExp(node)) built.push(place)
    }
  }
  return { all, built }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => `${folder}/${name}`)
}

function* nodesIn(value: unknown): Iterable<Node> {
  if (typeof value !== "object" || value === null) return
  if ("type" in value && "start" in value) yield value as Node
  for (const part of Object.values(value)) yield* nodesIn(part)
}

function isCallOfRegExp(node: Node): boolean {
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return false
  return node.callee.type === "Identifier" && node.callee.name === "RegExp"
}
