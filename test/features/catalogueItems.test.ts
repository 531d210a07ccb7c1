import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { explanationId } from "../../server/src/core/explain/explain.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { catalogueItems } from "../../server/src/features/catalogueItems.ts"

const items = catalogueItems(english)

describe("the items of the catalogue", () => {
  it("show a code with its names, its meanings and its other spellings", () => {
    const item = items.find(({ id }) => id === "code/0x80072ee2")
    assert.equal(item?.label, "0x80072ee2")
    assert.match(item?.description ?? "", /network time-out/)
    assert.match(item?.detail ?? "", /^-2147012894, 2147954402, 12002, ERROR_WINHTTP_TIMEOUT, /)
  })

  it("have each a page, and each another", () => {
    for (const { id } of items) assert.equal(explanationId(id), id)
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length)
  })

  it("are labeled by text alone, which a screen reader can read", () => {
    for (const { label } of items) assert.doesNotMatch(label, /\$\(|^\s*$/)
  })
})
