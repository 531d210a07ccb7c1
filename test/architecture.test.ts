import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { describe, it } from "node:test"

const SERVER = "server/src"
const CLIENT = "client/src"

/** Every file of a folder with its text and what it imports, types included, as paths from the project's folder. */
interface SourceFile {
  readonly text: string
  readonly imports: readonly string[]
}

function filesIn(folder: string): readonly (readonly [string, SourceFile])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => {
      const text = readFileSync(file, "utf8")
      const found = text.matchAll(/(?:\bfrom\s+|\bimport\(\s*|\bimport\s+)"(\.[^"]+)"/g)
      const imports = Array.from(found, ([, path = ""]) => normalize(join(dirname(file), path)).replaceAll("\\", "/"))
      return [file, { text, imports }]
    })
}

/** The room that a file stands in: `core/rules`, `features`, `node`, `client`. */
function roomOf(file: string): string {
  if (file.startsWith(`${CLIENT}/`)) return "client"
  const [first = "", second = ""] = file.slice(SERVER.length + 1).split("/")
  return first === "core" ? `core/${second}` : first.replace(/\.ts$/, "")
}

/** The rooms of the table under the heading Rooms in their order, each with the rooms it imports from. */
function drawnRooms(page: string): ReadonlyMap<string, readonly string[]> {
  const [, table = ""] = /^## Rooms$([\s\S]*?)^## /m.exec(page) ?? []
  const rows = table.matchAll(/^\| `([\w/]+)` \| [^|]* \| ([^|]*)\|$/gm)
  return new Map(
    Array.from(rows, ([, room = "", arrows = ""]) => [
      room,
      Array.from(arrows.matchAll(/`([\w/]+)`/g), ([, to = ""]) => to),
    ]),
  )
}

const page = readFileSync("docs/architecture.md", "utf8")
const rooms = drawnRooms(page)
const files = new Map([...filesIn(SERVER), ...filesIn(CLIENT)])

describe("the house", () => {
  it("has the rooms that are drawn, and no file lies loose in the core", () => {
    assert.deepEqual([...new Set([...files.keys()].map(roomOf))].sort(), [...rooms.keys()].sort())
  })

  it("has no arrow that is not drawn, and draws none that is not there", () => {
    const there = new Map([...rooms.keys()].map((room) => [room, new Set<string>()]))
    for (const [file, { imports }] of files) {
      for (const target of imports.filter((path) => files.has(path))) {
        const [from, to] = [roomOf(file), roomOf(target)]
        if (from === to) continue
        assert.ok(rooms.get(from)?.includes(to), `${file} imports ${target}, and no arrow goes from ${from} to ${to}`)
        there.get(from)?.add(to)
      }
    }
    for (const [room, arrows] of rooms) assert.deepEqual([...arrows].sort(), [...(there.get(room) ?? [])].sort(), room)
  })

  it("has every arrow go to a room above in the table, so that none goes round", () => {
    const order = [...rooms.keys()]
    for (const [room, arrows] of rooms) {
      for (const to of arrows) assert.ok(order.indexOf(to) < order.indexOf(room), `${room} is drawn above ${to}`)
    }
  })

  it("has the arrows of the picture among those of the table", () => {
    const picture = /^client ──LSP──> .*$/m.exec(page)?.[0] ?? ""
    const way = Array.from(picture.matchAll(/──> (\w+)\//g), ([, room = ""]) => room)
    assert.deepEqual(way, ["protocol", "features", "documents", "core"])
    way.slice(1).forEach((to, index) => {
      const arrows = rooms.get(way[index] ?? "") ?? []
      assert.ok(
        arrows.some((arrow) => arrow === to || arrow.startsWith(`${to}/`)),
        `${way[index]} to ${to}`,
      )
    })
  })

  it("has at most twelve floors", () => {
    const floorOf = (room: string): number => 1 + Math.max(0, ...(rooms.get(room) ?? []).map(floorOf))
    assert.ok(Math.max(...[...rooms.keys()].map(floorOf)) <= 12)
  })

  it("has no file that imports itself round a circle, types included", () => {
    const done = new Set<string>()
    const walk = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), [...path.slice(path.indexOf(file)), file].join(" > "))
      if (done.has(file)) return
      for (const next of files.get(file)?.imports ?? []) walk(next, [...path, file])
      done.add(file)
    }
    for (const file of files.keys()) walk(file, [])
  })

  it("has no rule that imports another rule", () => {
    const catalogue = `${SERVER}/core/rules/catalogue.ts`
    const rules = new Set(files.get(catalogue)?.imports.filter((file) => !file.endsWith("/rule.ts")))
    assert.ok(rules.size > 60)
    for (const [file, { imports }] of files) {
      if (file === catalogue) continue
      for (const target of imports) assert.ok(!rules.has(target), `${file} imports ${target}`)
    }
  })

  it("knows offsets in the core, and positions only where documents and features are", () => {
    const knowing = Array.from(files).flatMap(([file, { text }]) =>
      file.startsWith(SERVER) && /\b(?:positionAt|offsetAt)\b/.test(text) ? [roomOf(file)] : [],
    )
    assert.deepEqual([...new Set(knowing)].sort(), ["documents", "features"])
  })

  it("catches in the core only what a rule throws, and what a platform answers by throwing", () => {
    const catching = Array.from(files).flatMap(([file, { text }]) =>
      file.startsWith(`${SERVER}/core/`) && /\bcatch\b[^"]*\{$/m.test(text) ? [file.slice(SERVER.length + 6)] : [],
    )
    assert.deepEqual(catching, ["diagnosis/case.ts", "diagnosis/diagnose.ts", "text/base64.ts", "text/fileText.ts"])
  })
})
