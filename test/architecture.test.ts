import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { describe, it } from "node:test"

const SOURCE = "server/src"

/** Every file of a folder with what it imports, types included, as paths from the project's folder. */
function importsIn(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  return new Map(
    files.map((file) => {
      const found = readFileSync(file, "utf8").matchAll(/(?:from\s+|import\(\s*|import\s+)"(\.[^"]+)"/g)
      return [
        file,
        Array.from(found, ([, path = ""]) => normalize(join(dirname(file), path)).replaceAll("\\", "/")),
      ] as const
    }),
  )
}

/** The room that a file of the server stands in: `core/rules`, `features`, `node`. */
function roomOf(file: string): string {
  const [first = "", second = ""] = file.slice(SOURCE.length + 1).split("/")
  return first === "core" ? `core/${second}` : first.replace(/\.ts$/, "")
}

/** The arrows that `docs/architecture.md` draws. */
function drawn(): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = readFileSync("docs/architecture.md", "utf8").matchAll(/^\| `([\w/]+)` \| [^|]* \| ([^|]*)\|$/gm)
  return new Map(
    Array.from(rows, ([, room = "", arrows = ""]) => [
      room,
      new Set(Array.from(arrows.matchAll(/`([\w/]+)`/g), ([, to = ""]) => to)),
    ]),
  )
}

const imports = importsIn(SOURCE)
const rooms = drawn()

describe("the house", () => {
  it("has the rooms that are drawn, and no file lies loose in the core", () => {
    assert.deepEqual([...new Set([...imports.keys()].map(roomOf))].sort(), [...rooms.keys()].sort())
  })

  it("has no arrow that is not drawn, and draws none that is not there", () => {
    const there = new Map([...rooms.keys()].map((room) => [room, new Set<string>()]))
    for (const [file, targets] of imports) {
      for (const target of targets) {
        const [from, to] = [roomOf(file), roomOf(target)]
        if (!target.startsWith(SOURCE) || from === to) continue
        assert.ok(rooms.get(from)?.has(to), `${file} imports ${target}, and no arrow goes from ${from} to ${to}`)
        there.get(from)?.add(to)
      }
    }
    for (const [room, arrows] of rooms) assert.deepEqual([...arrows].sort(), [...(there.get(room) ?? [])].sort(), room)
  })

  it("has at most twelve floors", () => {
    const floorOf = (room: string): number =>
      1 + Math.max(0, ...Array.from(rooms.get(room) ?? [], (below) => floorOf(below)))
    assert.ok(Math.max(...[...rooms.keys()].map(floorOf)) <= 12)
  })

  it("has no file that imports itself round a circle, types included", () => {
    for (const all of [imports, importsIn("client/src")]) {
      const done = new Set<string>()
      const walk = (file: string, path: readonly string[]): void => {
        assert.ok(!path.includes(file), [...path.slice(path.indexOf(file)), file].join(" > "))
        if (done.has(file)) return
        for (const next of all.get(file) ?? []) walk(next, [...path, file])
        done.add(file)
      }
      for (const file of all.keys()) walk(file, [])
    }
  })

  it("has no rule that imports another rule", () => {
    const isRule = (file: string) => /\brule\(\{/.test(readFileSync(file, "utf8"))
    const ruleFiles = new Set([...imports.keys()].filter((file) => roomOf(file) === "core/rules" && isRule(file)))
    assert.ok(ruleFiles.size > 60)
    for (const file of imports.keys()) {
      if (roomOf(file) !== "core/rules" || file.endsWith("/catalogue.ts")) continue
      for (const target of imports.get(file) ?? []) assert.ok(!ruleFiles.has(target), `${file} imports ${target}`)
    }
  })
})
