import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { contentFaults } from "../scripts/package/content.ts"
import { packagedReadme } from "../scripts/package/readme.ts"

describe("what a package holds", () => {
  const kinds = [/^a\.js$/, /^lib\/\w+\.js$/]

  it("is right where each file is of a kind, and each kind is there", () => {
    assert.deepEqual(contentFaults(["a.js", "lib/b.js", "lib/c.js"], kinds), [])
  })

  it("is wrong with a file of no kind, and without one of a kind", () => {
    assert.deepEqual(contentFaults(["a.js", "a.js.map", "test/a.js"], kinds), [
      "a.js.map does not belong in it",
      "test/a.js does not belong in it",
      "^lib\\/\\w+\\.js$ is missing",
    ])
  })

  it("has a readme that shows no picture and leads to no file", () => {
    const readme = packagedReadme()
    assert.match(readme, /^# /)
    assert.doesNotMatch(readme, /!\[|\]\((?!https:)/)
  })
})
