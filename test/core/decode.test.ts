import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { canonicalCode, carriedCode, networkError, signedDecimal } from "../../server/src/core/knowledge/codeNumber.ts"
import { decoded, decodedTitle } from "../../server/src/core/knowledge/decode.ts"
import { codeMeaning, onlyPhaseOf } from "../../server/src/core/knowledge/lookup.ts"

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

describe("a number without an entry has a few words for a message", () => {
  const titles: readonly [string, string | undefined][] = [
    ["0x801901a5", "HTTP 421, request refused"],
    ["0x8019018f", "HTTP 399, sent to another address"],
    ["0x80190257", "HTTP 599, failure of the server"],
    ["0xcaa301ff", "HTTP 511, Network Authentication Required"],
    ["0x80070035", "network path not found"],
    ["0x00000035", "network path not found"],
    ["0x800704c6", "no network there"],
    ["0xc0070035", "network path not found"],
    ["0xd0000034", "object name not found"],
    ["0x80079999", "unknown Windows error"],
    ["0x80072fff", "unknown error of the network library"],
    ["0x801c0fff", "unknown device registration error"],
    ["0x80180099", "unknown device management enrollment error"],
    ["0x81039999", "unknown Autopilot error"],
    ["0xcaa50fff", "unknown error of the authentication library"],
    ["0xc0048fff", "unknown status of the CloudAP plug-in"],
    ["0x80041399", "unknown Task Scheduler error"],
    ["0x80290999", "unknown TPM error"],
    ["0x8009ffff", "unknown security error"],
    ["0xc0000999", "unknown Windows status"],
    ["0x88880001", "unknown error"],
    ["0x10880001", "unknown code that is no failure"],
    ["hello", undefined],
  ]
  for (const [code, title] of titles) it(code, () => assert.equal(decodedTitle(code), title))
})

describe("a number that wraps another leads to it", () => {
  const wrapped: readonly [string, string | undefined][] = [
    ["0x0000054b", "0x8007054b"],
    ["0xc007054b", "0x8007054b"],
    ["0xcaa82ee7", "0x80072ee7"],
    ["0xcaa82f8b", undefined],
    ["0xcaa30197", "0x80190197"],
    ["0xcaa30001", undefined],
    ["0xd000006d", "0xc000006d"],
    ["0x00000000", undefined],
    ["0x80072ee7", undefined],
    ["AADSTS50126", undefined],
  ]
  for (const [code, inside] of wrapped) it(code, () => assert.equal(carriedCode(code), inside))

  it("and has its entry, at its place", () => {
    assert.deepEqual(codeMeaning("0x54b", "precheck"), codeMeaning("0x8007054b", "precheck"))
    assert.equal(codeMeaning("1355", "precheck")?.code, "0x8007054b")
    assert.equal(codeMeaning("0xcaa301f6", "auth")?.code, "0x801901f6")
  })
})

describe("the phase of a code where a join names none", () => {
  const phases: readonly [string, string | undefined][] = [
    ["0x801c0021", "discover"],
    ["0x801c001d", "discover"],
    ["0x801c03f3", "join"],
    ["0xcaa90023", "auth"],
    ["0xcaa82ee7", "auth"],
    ["0xcaa50fff", "auth"],
    ["0x80072ee7", undefined],
    ["0x8007054b", "precheck"],
    ["0x801c0fff", undefined],
  ]
  for (const [code, phase] of phases) it(code, () => assert.equal(onlyPhaseOf(code), phase))
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
