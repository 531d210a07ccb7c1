import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, describe, it } from "node:test"
import { rules } from "../server/src/core/rules/catalogue.ts"
import type { Rule } from "../server/src/core/rules/rule.ts"
import { builtFile } from "./support/built.ts"
import { dsreg, dsregWith } from "./support/commandLine.ts"

const folder = mkdtempSync(join(tmpdir(), "dsreg-faults-"))
after(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const healthy = file(
  "healthy.txt",
  "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n",
)

/** The log of an example, without the lines that draw what is found in it. */
function logOf(rule: Rule): string {
  const lines = (rule.bad[0] ?? "").split("\n").filter((line) => !/^\s*\^/.test(line))
  return `${lines.join("\n")}\nEnterpriseJoined : NO\n`
}

/** Lets a rule throw while something is done. */
async function whileBroken<T>(rule: Rule, work: () => Promise<T>): Promise<T> {
  const own = Object.getOwnPropertyDescriptor(rule, "check") ?? assert.fail()
  Object.defineProperty(rule, "check", {
    configurable: true,
    value: () => {
      throw new TypeError("secret of the bundle")
    },
  })
  try {
    return await work()
  } finally {
    Object.defineProperty(rule, "check", own)
  }
}

describe("a broken rule", () => {
  for (const rule of rules) {
    it(`${rule.id} is named, and the other files are read`, async () => {
      const path = file(`${rule.id}.txt`, logOf(rule))
      await whileBroken(rule, async () => {
        const text = await dsreg("check", "--fail-on", "never", path, healthy)
        assert.equal(text.code, 2)
        const told = text.error.split("\n").filter((line) => line.startsWith(`dsreg: ${path} `))
        assert.equal(told.length, 1)
        assert.match(told[0] ?? "", new RegExp(`: a fault in dsreg, in rule ${rule.id}\\.$`))
        assert.ok(!text.error.includes("secret"), "no stack, no text of the bundle")
        assert.match(text.out, /healthy\.txt: Microsoft Entra hybrid joined/)

        const json = await dsreg("check", "--fail-on", "never", "--format", "json", path, healthy)
        assert.equal(json.code, 2)
        const [broken, other] = JSON.parse(json.out).files
        assert.equal(broken.file, path)
        assert.equal(broken.fault, `rule ${rule.id}`)
        assert.equal(other.file, healthy)
        assert.equal(other.captures.length, 1)
      })
    })
  }

  it("is told with its stack where that is asked for", async () => {
    const rule = rules[0] ?? assert.fail()
    const path = file("stack.txt", logOf(rule))
    const { error } = await whileBroken(rule, () => dsregWith({ debug: true }, "check", path))
    assert.match(error, /^TypeError: secret of the bundle\n\s+at /m)
  })

  it("is told once for a file of many captures", async () => {
    const rule = rules[0] ?? assert.fail()
    const path = file("many.txt", `PS C:\\> dsregcmd /status\n${logOf(rule)}\n`.repeat(3))
    const { error } = await whileBroken(rule, () => dsreg("check", path))
    assert.equal(error.split("\n").length, 2)
  })
})

describe("a broken reading", () => {
  const logs = [file("breaks.txt", "BREAK HERE\nAzureAdJoined : YES\n"), healthy]

  /** Lets the reader throw on a text that says so: every reading looks for the ends of lines. */
  async function whileReadingBreaks<T>(work: () => Promise<T>): Promise<T> {
    const { indexOf } = String.prototype
    String.prototype.indexOf = function (this: string, ...words: Parameters<typeof indexOf>) {
      if (this.startsWith("BREAK HERE")) throw new RangeError("secret of the bundle")
      return indexOf.apply(this, words)
    }
    try {
      return await work()
    } finally {
      String.prototype.indexOf = indexOf
    }
  }

  it("is named in text, and the other files are read", async () => {
    const { code, out, error } = await whileReadingBreaks(() => dsreg("check", "--fail-on", "never", ...logs))
    assert.equal(code, 2)
    assert.equal(error, `dsreg: ${logs[0]} is not read as it should be: a fault in dsreg, in the reading.\n`)
    assert.match(out, /healthy\.txt: Microsoft Entra hybrid joined/)
  })

  it("is named in JSON, and the other files are read", async () => {
    const { code, out } = await whileReadingBreaks(() => dsreg("check", "--format", "json", ...logs))
    assert.equal(code, 2)
    const [broken, other] = JSON.parse(out).files
    assert.deepEqual(broken, { file: logs[0], captures: [], fault: "the reading" })
    assert.deepEqual([other.file, other.captures.length], [healthy, 1])
  })

  it("of one capture leaves the next one", async () => {
    const rule = rules.find(({ id }) => id === "prt-missing") ?? assert.fail()
    const path = file(
      "second.txt",
      `PS C:\\> dsregcmd /status\n${logOf(rule)}PS C:\\> dsregcmd /status\nDomainJoined : YES\n`,
    )
    const id = Object.getOwnPropertyDescriptor(rule, "id") ?? assert.fail()
    await whileBroken(rule, async () => {
      // A rule that cannot even be named breaks the diagnosis around it.
      Object.defineProperty(rule, "id", { configurable: true, get: () => assert.fail("secret of the bundle") })
      try {
        const { code, out, error } = await dsreg("check", "--format", "json", path)
        assert.equal(code, 2)
        assert.match(error, /: a fault in dsreg, in the reading of the capture at line 1[.,]/)
        assert.ok(!error.includes("secret"))
        assert.match(JSON.parse(out).files[0].fault, /^the reading of the capture at line 1\b/)
      } finally {
        Object.defineProperty(rule, "id", id)
      }
    })
  })
})

describe("a fault outside of all files", () => {
  it("is said in one plain line", async () => {
    const { code, error } = await dsregWith({ out: () => Promise.reject(new Error("secret")) }, "check", healthy)
    assert.equal(code, 2)
    assert.match(error, /^dsreg: a fault in dsreg kept it from its end\.\n$/)
  })
})

describe("standard error", { skip: process.platform === "win32" && "no such redirection" }, () => {
  for (const [what, redirection] of [
    ["is open for reading only", "2</dev/null"],
    ["is a pipe that nobody reads", "2> >(true)"],
  ]) {
    it(`hides no exit code where it ${what}`, async () => {
      const program = file("dsreg.cjs", (await builtFile("dist/cli.cjs")).text)
      const line = `"$0" "$1" check "$2" "$3" ${redirection}`
      const words = [process.execPath, program, join(folder, "none.txt"), healthy]
      const { status, stdout } = spawnSync("bash", ["-c", line, ...words], { encoding: "utf8" })
      assert.equal(status, 2)
      assert.match(stdout, /healthy\.txt: Microsoft Entra hybrid joined/)
    })
  }
})
