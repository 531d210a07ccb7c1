import assert from "node:assert/strict"
import { existsSync, readFileSync } from "node:fs"
import { describe, it } from "node:test"

/** A test that a line of the table names. */
interface Named {
  readonly file: string
  readonly title: string
}

/** The lines of the table of threats. */
function threats(page: string): readonly (readonly [threat: string, guard: string, tests: readonly Named[]])[] {
  const [, table = ""] = /^## What must never happen$([\s\S]*?)^## /m.exec(page) ?? []
  const rows = Array.from(table.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)).slice(2)
  return rows.map(([, threat = "", guard = "", cell = ""]) => [threat, guard, testsIn(cell)])
}

/** `` `test/a.test.ts`: *one*; *another*; `test/b.test.ts`: *a third* `` */
function testsIn(cell: string): readonly Named[] {
  let file = ""
  return cell.split("; ").map((part) => {
    const [, named, title = ""] = /^(?:`([^`]+)`: )?\*([^*]+)\*$/.exec(part) ?? []
    file = named ?? file
    return { file, title }
  })
}

/** The titles of the tests and of the checks of a window in a file, with … for what is put into one. */
function titlesIn(text: string): readonly string[] {
  const titles = text.matchAll(/\b(?:it\(|name:)\s*(["`])((?:(?!\1).)+)\1/g)
  return Array.from(titles, ([, , title = ""]) => title.replace(/\$\{[^}]*\}/g, "…"))
}

const rows = threats(readFileSync("SECURITY.md", "utf8"))

describe("the table of threats", () => {
  it("has a guard and a test that is there for each line", () => {
    assert.ok(rows.length >= 10)
    for (const [threat, guard, tests] of rows) {
      assert.notEqual(guard.trim(), "", threat)
      for (const { file, title } of tests) {
        assert.ok(title !== "" && existsSync(file), `${threat}: ${file} is gone, or its test has no title`)
        assert.ok(titlesIn(readFileSync(file, "utf8")).includes(title), `${threat}: ${file} has no test "${title}"`)
      }
    }
  })

  it("would miss a test that is gone", () => {
    const [[threat, guard, tests] = assert.fail()] = threats(
      "## What must never happen\n\n| a | b | c |\n| --- | --- | --- |\n| It breaks | A wall | `test/a.test.ts`: *stands*; *holds* |\n\n## Next\n",
    )
    assert.deepEqual([threat, guard], ["It breaks", "A wall"])
    const file = `it("stands", () => {}); it(\n\`of \${what} holds\`, f); it.skip("falls", f); { name: "is seen" }`
    assert.deepEqual(titlesIn(file), ["stands", "of … holds", "is seen"])
    assert.deepEqual(tests, [
      { file: "test/a.test.ts", title: "stands" },
      { file: "test/a.test.ts", title: "holds" },
    ])
  })
})
