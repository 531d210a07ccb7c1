import assert from "node:assert/strict"
import { chmodSync, utimesSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { made, packedIn, temporary } from "./project.ts"

describe("the packages", () => {
  it("are the same bytes, whenever and wherever they are made", async () => {
    const far = join(temporary(), "somewhere", "else with a blank")
    const there = packedIn(far, { TZ: "Pacific/Auckland", LC_ALL: "de_DE.UTF-8" })
    utimesSync(join(far, "LICENSE"), 0, 0)
    chmodSync(join(far, "LICENSE"), 0o600)
    const [one, other] = [await made, await there]
    assert.ok(one.vsix.equals(other.vsix), "the extensions differ")
    assert.ok(one.tarball.equals(other.tarball), "the packages for npm differ")
  })
})
