import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import {
  isNamed,
  LARGEST_OTHER,
  type Limits,
  type Look,
  logsAmong,
  TOTAL_OTHER,
} from "../server/src/documents/logFiles.ts"

interface File {
  readonly path: string
  readonly size: number
  readonly isLog?: boolean
}

const LIMITS: Limits = { limit: 100, largest: 10_000_000, total: 100_000_000 }

/** What becomes of the files, and which of them were read. */
async function outcome(files: readonly File[], limits: Partial<Limits> = {}) {
  const read: string[] = []
  const look = async ({ path, size, isLog }: File, largest: number): Promise<Look> => {
    if (size > largest) return { size }
    read.push(path)
    return isLog ? { size, text: "a log" } : { size }
  }
  const logs: string[] = []
  const large: string[] = []
  let stopped: string | undefined
  for await (const batch of logsAmong(files, look, { ...LIMITS, ...limits })) {
    logs.push(...batch.logs.map(({ file }) => file.path))
    large.push(...batch.large.map(({ path }) => path))
    stopped = batch.stopped
  }
  return { logs, large, read, stopped }
}

const many = (count: number, of: (index: number) => File) => Array.from({ length: count }, (_, index) => of(index))

describe("the files of a folder", () => {
  it("are called like logs as the manifest says it", () => {
    const { extensions, filenamePatterns } = JSON.parse(readFileSync("package.json", "utf8")).contributes.languages[0]
    const names = [...extensions, ...filenamePatterns].map((glob: string) => glob.replace(/\*/g, "x"))
    assert.deepEqual(names, [".dsreg", "xdsregcmdx.txt", "xdsregcmdx.log", "xdsregxstatusx.txt"])
    for (const name of names) assert.ok(isNamed({ path: `/logs/${name.toUpperCase()}` }), name)
    for (const name of ["PC-0427.txt", "dsregcmd.md", "dsregcmd/other.txt", "dsreg.txt"]) {
      assert.ok(!isNamed({ path: `/logs/${name}` }), name)
    }
  })

  it("are logs by their content, those first that are called like one", async () => {
    const { logs, stopped } = await outcome([
      { path: "/PC-0427.txt", size: 5_000, isLog: true },
      { path: "/notes.txt", size: 5_000 },
      { path: "/dsregcmd.txt", size: 5_000, isLog: true },
    ])
    assert.deepEqual(logs, ["/dsregcmd.txt", "/PC-0427.txt"])
    assert.equal(stopped, undefined)
  })

  it("are left out for their size, which is told of those that are called like a log", async () => {
    const { logs, large, read } = await outcome([
      { path: "/a.dsreg", size: LIMITS.largest + 1, isLog: true },
      { path: "/server.log", size: LARGEST_OTHER + 1 },
      { path: "/b.dsreg", size: LIMITS.largest, isLog: true },
      { path: "/c.txt", size: LARGEST_OTHER, isLog: true },
    ])
    assert.deepEqual({ logs, large, read }, { logs: ["/b.dsreg", "/c.txt"], large: ["/a.dsreg"], read: logs })
  })

  it("are read up to the number of logs", async () => {
    const files = many(70, (index) => ({ path: `/${index}.txt`, size: 10, isLog: true }))
    const { logs, stopped } = await outcome(files, { limit: 50 })
    assert.deepEqual(
      logs,
      files.slice(0, 50).map(({ path }) => path),
    )
    assert.equal(stopped, "limit")
    assert.equal((await outcome(files.slice(0, 50), { limit: 50 })).stopped, undefined, "nothing is left out")
  })

  it("are read up to the bytes of all logs, and of all that are none", async () => {
    const logs = await outcome(
      many(60, (index) => ({ path: `/${index}.txt`, size: 1_000, isLog: true })),
      { total: 20_000 },
    )
    assert.deepEqual([logs.logs.length, logs.stopped], [20, "total"])
    const others = await outcome(many(200, (index) => ({ path: `/${index}.log`, size: TOTAL_OTHER / 60 })))
    assert.deepEqual([others.read.length, others.stopped], [60, "total"])
  })
})
