import assert from "node:assert/strict"
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { setTimeout as wait } from "node:timers/promises"
import { fences } from "../support/fences.ts"
import { environment, linesOfOne, PAGE, workshop } from "./workshop.ts"

const PROGRAMS = ["/usr/bin/dask-scheduler", "/usr/bin/dask-worker"]
const missing = PROGRAMS.filter((file) => !existsSync(file))

describe("Dask", { skip: missing.length > 0 && `not installed: ${missing.join(", ")}` }, () => {
  it("gives on two workers the lines of one machine, in their order", { timeout: 300_000 }, async () => {
    const shop = await workshop(1200)
    try {
      const file = join(shop.path, "scheduler.json")
      shop.start("dask-scheduler", ["--scheduler-file", file, "--port", "0", "--no-dashboard", "--host", "127.0.0.1"])
      for (const name of ["one", "two"]) {
        const words = ["--scheduler-file", file, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", name]
        shop.start("dask-worker", words, shop.host(name))
      }
      for (let tries = 0; !existsSync(file); tries++) {
        assert.ok(tries < 600, "no scheduler")
        await wait(100)
      }
      const scheduler: string = JSON.parse(readFileSync(file, "utf8")).address
      const program = join(shop.path, "fleet.py")
      // Both workers have to be there, or the first one does it all.
      const [code = ""] = fences(PAGE, "python")
      const waits = code.replace("client = Client(sys.argv[1])\n", (line) => `${line}client.wait_for_workers(2)\n`)
      assert.notEqual(waits, code)
      writeFileSync(program, waits)
      const { status, stdout, stderr } = spawnSync("/usr/bin/python3", [program, scheduler, shop.logs], {
        env: environment(),
        encoding: "utf8",
        maxBuffer: 2 ** 30,
      })
      assert.equal(status, 0, stderr)
      const names = stdout.split("\n").flatMap((line) => (line === "" ? [] : (JSON.parse(line).file as string)))
      assert.deepEqual(names, [...names].sort())
      assert.equal(stdout, linesOfOne(shop, ...new Set(names)))
      const asked = ["one", "two"].map(shop.asked)
      assert.equal(
        asked.reduce((sum, count) => sum + count),
        12,
      )
      assert.ok(Math.min(...asked) > 0, `a worker had nothing to do: ${asked}`)
    } finally {
      await shop.close()
    }
  })
})
