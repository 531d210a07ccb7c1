import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { saveTrouble } from "../../client/src/saveTrouble.ts"

/** An error as VS Code makes one of what a platform said. */
function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}

describe("why a file cannot be saved", () => {
  it("is known from what the platform says", () => {
    assert.equal(saveTrouble(coded("Unknown", "ENOSPC: no space left on device, write")), "full")
    assert.equal(saveTrouble(coded("NoPermissions", "EROFS: read-only file system, open '/mnt/a'")), "read-only")
    assert.equal(saveTrouble(coded("NoPermissions", "No permissions")), "read-only")
    assert.equal(saveTrouble(new Error("ENOENT: no such file or directory, open '/proc/a.csv'")), "no folder")
    assert.equal(saveTrouble(coded("FileNotFound", "gone")), "no folder")
  })

  it("is not guessed", () => {
    for (const error of [coded("Unknown", "EIO: i/o error, write"), new Error("broken"), "broken", undefined])
      assert.equal(saveTrouble(error), undefined)
  })
})
