import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { recognition } from "../../server/src/core/log/recognize.ts"

/** So many files are in a folder. */
const IN_FOLDER = 1000

/** So many companies share the devices. */
const TENANTS = 7

/** Of so many logs the last one is the clone of the one before. */
const CLONES = 1000

const GUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi

/** Writes logs of so many devices, which are the test logs in turn with other identities, and says how many bytes they have. */
export function writeFleet(folder: string, count: number): number {
  const logs = readdirSync("test/logs")
    .filter((name) => name.endsWith(".dsreg"))
    .map((name) => readFileSync(join("test/logs", name), "latin1"))
    .filter((log) => recognition(log) !== "no")
  let bytes = 0
  for (let index = 0; index < count; index++) {
    const own = join(folder, String(Math.floor(index / IN_FOLDER)).padStart(4, "0"))
    if (index % IN_FOLDER === 0) mkdirSync(own, { recursive: true })
    const isClone = index % CLONES === CLONES - 1
    const log = logs[(isClone ? index - 1 : index) % logs.length] ?? ""
    const text = ofDevice(log, index, isClone ? index - 1 : index)
    bytes += text.length
    writeFileSync(join(own, `pc-${index}.txt`), text, "latin1")
  }
  return bytes
}

/** A log as another device prints it: what is the same in it stays the same. */
function ofDevice(log: string, host: number, device: number): string {
  const tenant = /TenantId\s*:\s*([0-9a-f-]{36})/i.exec(log)?.[1]
  return log
    .replace(GUID, (id) => guidOf(id === tenant ? `${id} ${device % TENANTS}` : `${id} ${device}`))
    .replace(/(Thumbprint\s*:\s*)[0-9A-F]{40}/g, (_, name) => name + hash(`thumbprint ${device}`).toUpperCase())
    .replace(/(Device Name\s*:\s*)[\w-]+/g, (_, name) => `${name}PC-${host}`)
}

function guidOf(text: string): string {
  return hash(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5")
}

function hash(text: string): string {
  return createHash("sha1").update(text).digest("hex")
}
