import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { canonicalCode, signedDecimal } from "../../server/src/core/knowledge/codeNumber.ts"
import { decoded, networkError } from "../../server/src/core/knowledge/decode.ts"

describe("an unknown number says of itself", () => {
  const numbers: readonly [string, RegExp][] = [
    ["0x80070035", /Windows error 53 \(0x35\) as an HRESULT/],
    ["0x80072ee7", /Windows error 12007 .* knows it as `0x80072ee7`/],
    ["0x00002ee7", /bare Windows error number, 12007 .* knows it as `0x80072ee7`/],
    ["0xcaa82f05", /network error 12037 as the authentication library reports it/],
    ["0xcaa301f6", /HTTP status 502/],
    ["0xcaa30001", /HTTP failure .* number 1\./],
    ["0xd000006d", /NTSTATUS `0xc000006d` carried in an HRESULT.*STATUS_LOGON_FAILURE/],
    ["0xc0000999", /NTSTATUS of severity error, facility 0, code 2457/],
    ["0x80280999", /HRESULT: failure, facility 40 \(TPM services\), code 2457/],
    ["0x00090312", /HRESULT: success, facility 9 \(security\), code 786/],
    ["-2147024843", /Windows error 53/],
    ["2147942453", /Windows error 53/],
  ]
  for (const [code, words] of numbers) it(code, () => assert.match(decoded(code).join(" "), words))

  it("nothing, where it is no number", () => assert.deepEqual(decoded("AADSTS1"), []))

  it("no network error in the one code that only looks like it", () => {
    assert.equal(networkError("0xcaa82f8b"), undefined)
    assert.doesNotMatch(decoded("0xcaa82f8b").join(" "), /network error 12171/)
    assert.equal(networkError("0xcaa82ee2"), 12002)
  })
})

describe("a code has one spelling", () => {
  const spellings: readonly [string, string | undefined][] = [
    ["0X80072EE2", "0x80072ee2"],
    ["80072ee2", "0x80072ee2"],
    ["0x0", "0x00000000"],
    ["-2147012894", "0x80072ee2"],
    ["2147954402", "0x80072ee2"],
    ["aadsts50126", "AADSTS50126"],
    ["4294967296", undefined],
    ["-2147483649", undefined],
    ["12345678901", undefined],
    ["0x123456789", undefined],
    ["hello", undefined],
  ]
  for (const [text, code] of spellings) it(text, () => assert.equal(canonicalCode(text), code))

  it("and its decimal is signed", () => assert.equal(signedDecimal("0x80072ee2"), -2147012894))
})
