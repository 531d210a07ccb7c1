import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { after } from "node:test"

/** A folder for the files of one file of tests, which goes with them. */
export interface TestFolder {
  readonly path: string
  /** Writes a file, with the folders above it, and says where it is. */
  readonly write: (name: string, content: string | Uint8Array) => string
}

/** Makes one. */
export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), "dsreg-test-"))
  after(() => rmSync(path, { recursive: true, force: true }))
  return {
    path,
    write: (name, content) => {
      const file = join(path, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      return file
    },
  }
}

/** A log with nothing wrong in it. */
export const HEALTHY = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"

/** A log of a join that fails in discovery, on its line 6. */
export const FAILING =
  "| Device State |\nAzureAdJoined : NO\nEnterpriseJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nDRS Discovery Test : FAIL [0x801c0021/0x80072ee2]\n"
