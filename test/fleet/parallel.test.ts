import assert from "node:assert/strict"
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { userInfo } from "node:os"
import { join } from "node:path"
import { describe, it } from "node:test"
import { setTimeout as wait } from "node:timers/promises"
import { fences } from "../support/fences.ts"
import { environment, linesOfOne, PAGE, type Workshop, workshop } from "./workshop.ts"

const SSHD = "/usr/sbin/sshd"
const missing = [SSHD, "/usr/bin/parallel", "/usr/bin/ssh"].filter((file) => !existsSync(file))

/** A host is an ssh server of its own on a port of its own, with keys made for this test and no setting of the system. */
async function sshHost(shop: Workshop, name: string, key: string): Promise<string> {
  const bin = shop.host(name)
  const port = await freePort()
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(bin, "host-key")])
  const settings = {
    Port: port,
    ListenAddress: "127.0.0.1",
    HostKey: join(bin, "host-key"),
    AuthorizedKeysFile: `${key}.pub`,
    PidFile: join(bin, "pid"),
    PasswordAuthentication: "no",
    PermitRootLogin: "prohibit-password",
    StrictModes: "no",
    UsePAM: "no",
    SetEnv: `PATH=${bin}:/usr/bin:/bin`,
  }
  const file = join(bin, "sshd_config")
  writeFileSync(
    file,
    Object.entries(settings)
      .map(([setting, value]) => `${setting} ${value}\n`)
      .join(""),
  )
  shop.start(SSHD, ["-D", "-e", "-f", file])
  const options = ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "IdentitiesOnly=yes"]
  const login = [
    "-p",
    port,
    "-i",
    key,
    ...options.flatMap((option) => ["-o", option]),
    `${userInfo().username}@127.0.0.1`,
  ]
  for (let tries = 0; spawnSync("ssh", [...login.map(String), "true"]).status !== 0; tries++) {
    assert.ok(tries < 100, `no ssh to ${name}`)
    await wait(100)
  }
  return `1/ssh ${login.join(" ")}`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === "object" && address ? address.port : assert.fail("no port")
}

describe("GNU parallel over ssh", { skip: missing.length > 0 && `not installed: ${missing.join(", ")}` }, () => {
  it("gives on three hosts the lines of one machine, in their order", { timeout: 300_000 }, async () => {
    const shop = await workshop(1200)
    // sshd wants this empty folder where it runs as the administrator.
    const made = process.getuid?.() === 0 ? mkdirSync("/run/sshd", { recursive: true }) : undefined
    try {
      const key = join(shop.path, "key")
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
      const names = ["one", "two", "three"]
      const hosts: string[] = []
      for (const name of names) hosts.push(await sshHost(shop, name, key))
      writeFileSync(join(shop.path, "hosts"), `${hosts.join("\n")}\n`)
      const [command = ""] = fences(PAGE, "sh")
      assert.match(command, /parallel --pipe/)
      const env = { ...environment(), PARALLEL_HOME: join(shop.path, "parallel") }
      const { status, stderr } = spawnSync("bash", ["-c", command], { cwd: shop.path, env, encoding: "utf8" })
      assert.equal(status, 0, stderr)
      const listed = execFileSync("find", [shop.logs, "-type", "f"], { encoding: "utf8" }).trimEnd().split("\n")
      assert.equal(readFileSync(join(shop.path, "lines.ndjson"), "utf8"), linesOfOne(shop, ...listed))
      const asked = names.map(shop.asked)
      assert.equal(
        asked.reduce((sum, count) => sum + count),
        12,
      )
      assert.ok(Math.min(...asked) > 0, `a host had nothing to do: ${asked}`)
    } finally {
      await shop.close()
      if (made) rmdirSync(made)
    }
  })
})
