import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { foundItems, unknownCode } from "../../client/src/lookUp.ts"
import { english } from "../../server/src/core/explain/say.ts"
import { catalogueItems } from "../../server/src/features/catalogueItems.ts"

const items = catalogueItems(english)
const ids = (typed: string) => foundItems(items, typed).map(({ id }) => id)
const first = (typed: string) => foundItems(items, typed)[0]

describe("a code is looked up", () => {
  for (const typed of ["0x80072ee2", "0x80072EE2", "80072ee2", "-2147012894", "2147954402", " 2147954402 "]) {
    it(`as ${typed}`, () => assert.equal(first(typed)?.id, "code/0x80072ee2"))
  }

  it("by the network error inside it, the plain HRESULT before the library's own", () => {
    assert.deepEqual(ids("12002").slice(0, 2), ["code/0x80072ee2", "code/0xcaa82ee2"])
  })

  it("by the Windows error inside it", () => {
    assert.equal(first("1355")?.id, "code/0x8007054b")
  })

  it("by the HTTP status inside it", () => {
    assert.ok(ids("407").slice(0, 2).includes("code/0xcaa30197"))
  })

  it("by the digits of an AADSTS code, before longer ones", () => {
    assert.equal(first("50126")?.id, "code/AADSTS50126")
    assert.equal(first("aadsts50126")?.id, "code/AADSTS50126")
    assert.equal(first("90002")?.id, "code/AADSTS90002")
  })

  it("by a symbol, whole or in part", () => {
    assert.equal(first("ERROR_WINHTTP_TIMEOUT")?.id, "code/0x80072ee2")
    assert.ok(ids("winhttp_time").includes("code/0x80072ee2"))
  })

  it("by words of its title, in any order and with or without a hyphen", () => {
    for (const typed of ["timeout", "time-out", "timed out request", "TimeOut network"]) {
      assert.ok(ids(typed).includes("code/0x80072ee2"), typed)
    }
  })
})

describe("the list", () => {
  it("puts the typed number in front of a label that does not begin with it", () => {
    assert.match(first("-2147012894")?.label ?? "", /^-2147012894: 0x80072ee2$/)
    assert.match(first("0x80072EE2")?.label ?? "", /^0x80072ee2$/)
  })

  it("holds every item once", () => {
    for (const typed of ["12002", "timeout", "0x80072ee2"]) {
      const found = ids(typed)
      assert.equal(new Set(found).size, found.length)
    }
  })

  it("holds rules and messages of the registration service", () => {
    assert.equal(first("prt-missing")?.id, "rule/prt-missing")
    assert.ok(ids("device-object-not-found").includes("message/device-object-not-found"))
  })

  it("shows everything while nothing is typed", () => {
    assert.equal(foundItems(items, " ").length, items.length)
  })

  it("is empty for words that stand nowhere", () => {
    assert.deepEqual(ids("xylophone"), [])
  })
})

describe("a code that no item is named by", () => {
  it("is offered in the catalogue's spelling", () => {
    assert.equal(unknownCode(items, "0x8099ABCD"), "0x8099abcd")
    assert.equal(unknownCode(items, "-2137412659"), "0x8099abcd")
    assert.equal(unknownCode(items, "2157554637"), "0x8099abcd")
    assert.equal(unknownCode(items, "aadsts99"), undefined)
    assert.equal(unknownCode(items, "aadsts1234567"), "AADSTS1234567")
  })

  it("is not offered for one that is known, nor for words", () => {
    for (const typed of ["0x80072ee2", "12002", "50126", "timeout", ""])
      assert.equal(unknownCode(items, typed), undefined)
  })
})
