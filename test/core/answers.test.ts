import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { explainCode } from "../../server/src/core/explain/kinds/code.ts"
import { isPublicPage, lookupLink } from "../../server/src/core/explain/sources.ts"
import { advised, sentence, stepsOf } from "../../server/src/core/explain/steps.ts"
import { decodedAnswer } from "../../server/src/core/knowledge/answerNumbers.ts"
import { aadstsCodes } from "../../server/src/core/knowledge/codes/aadsts.ts"
import { oauthCodes } from "../../server/src/core/knowledge/codes/oauth.ts"
import { codeMeaning, codeMeanings } from "../../server/src/core/knowledge/lookup.ts"

/** The answers that public reports of devices, users and federation services show. */
const MET = `
  50034 50053 50055 50056 50057 50126 50144 50132 50133 50173 50020 500571 51004 90072
  50097 50129 50155 50187 135011 700003 293004 5000611 240001 240002
  130004 130005 130006 130007 130008 135010
  50158 50072 50074 50076 50078 50079 50135 53000 53001 53003 53004 53011 530004
  80001 80002 80003 80004 80005 80007 80010 80011 80012 80013 80014
  50180 81004 81005 81006 81007 81008 81009 81010 81011 81012
  50008 50013 20001 20012 50107 90020
  50002 500021 500022 50128 90002 90038
  50017 50192 700027 70002 70008 700082 70043 700016 65001 50105 50058 50196 900561
  1002016 90006 90024 90033
`

function words(code: string, place?: "join" | "post-join"): string {
  const entry = codeMeaning(code, place)
  assert.ok(entry, code)
  const { facts, steps } = advised(entry.resolution)
  return [entry.title, sentence(entry.cause), ...facts, ...steps.map(({ text }) => text)].join(" ")
}

describe("an answer that people meet", () => {
  it("has an entry", () => {
    const missing = MET.split(/\s+/).filter((digits) => digits !== "" && codeMeanings(`AADSTS${digits}`).length === 0)
    assert.deepEqual(missing, [])
  })

  it("has a first step of its own, but for the numbers that say the same of one Kerberos ticket", () => {
    const shared = [...aadstsCodes(), ...oauthCodes()].filter(({ resolution: [first] }) => {
      return typeof first !== "string" && first.kind === "shared"
    })
    assert.deepEqual(
      shared.map(({ code }) => code),
      ["AADSTS81002", "AADSTS81003", "AADSTS81008"],
    )
  })

  it("is looked at before anything is changed or a sign-in ended", () => {
    for (const { code, resolution } of [...aadstsCodes(), ...oauthCodes()]) {
      const risks = stepsOf(resolution).map(({ risk }) => risk)
      const changing = risks.findIndex((risk) => risk === "changes" || risk === "ends-sign-ins")
      if (changing >= 0) assert.ok(risks.lastIndexOf("reads") < changing, `${code}: ${risks.join(", ")}`)
    }
  })

  it("has a title that goes on with a small letter behind a colon", () => {
    for (const { code, title } of aadstsCodes())
      assert.match(title, /^(?:[a-z]|SAML|Kerberos|Windows|ID|Microsoft's)/, code)
  })

  it("is not named in its own title", () => {
    for (const { code, title } of aadstsCodes()) assert.doesNotMatch(title, /AADSTS|\d{5}/, code)
  })
})

describe("AADSTS90002 means what its place makes it", () => {
  it("in a join the tenant of the connection point", () => {
    assert.match(words("AADSTS90002", "join"), /service connection point/)
    assert.doesNotMatch(words("AADSTS90002", "join"), /suffix|synchronized user/)
  })

  it("in the request for a user's token the suffix of the user name", () => {
    const text = words("AADSTS90002", "post-join")
    assert.match(text, /suffix of the user name/)
    assert.match(text, /alternate login ID does not help/)
    assert.match(text, /not synchronized this is as it should be/)
    assert.doesNotMatch(text, /azureADId|subscription/)
  })

  it("elsewhere neither", () => assert.doesNotMatch(words("AADSTS90002"), /connection point|suffix/))
})

describe("a code that tells what became of the device", () => {
  it("says disabled and not deleted", () => {
    assert.equal(codeMeaning("AADSTS135011", "post-join")?.title, "device disabled")
    assert.doesNotMatch(words("AADSTS135011", "post-join"), /or deleted|dsregcmd/)
  })

  it("says not found and not disabled, and compares before anything is registered again", () => {
    const text = words("AADSTS700003", "post-join")
    assert.doesNotMatch(text, /disabled/)
    assert.ok(text.indexOf("DeviceAuthStatus") < text.indexOf("dsregcmd /leave"))
  })
})

describe("an answer that is not known", () => {
  it("tells what its range is about, where all published numbers of the range agree", () => {
    assert.match(decodedAnswer("AADSTS80009").join(" "), /80000 to 80999 .* pass-through authentication/)
    assert.match(decodedAnswer("AADSTS81099").join(" "), /Kerberos/)
    assert.match(decodedAnswer("AADSTS120099").join(" "), /password/)
    assert.match(decodedAnswer("AADSTS53099").join(" "), /policy/)
  })

  it("tells no more than its number elsewhere", () => {
    for (const code of ["AADSTS9999991", "AADSTS50999", "AADSTS90999", "AADSTS5001"]) {
      assert.equal(decodedAnswer(code).length, 1, code)
    }
    assert.deepEqual(decodedAnswer("invalid_grant"), [])
    assert.deepEqual(decodedAnswer("0x80070005"), [])
  })

  it("says that it is not known, where to look first, and has Microsoft's look-up", () => {
    const { known, said, steps, elsewhere } = explainCode("AADSTS9999991", undefined)
    assert.equal(known, false)
    assert.match(said.join(" "), /9999991 of the sign-in service.*dsreg does not know this number/)
    assert.match(steps[0]?.text ?? "", /sentence behind the code/)
    assert.match(steps[1]?.text ?? "", /correlation ID/)
    assert.equal(elsewhere?.url, "https://login.microsoftonline.com/error?code=9999991")
  })

  it("of AD FS is looked for in its own log, and has no look-up", () => {
    const { said, steps, elsewhere } = explainCode("MSIS9999", undefined)
    assert.match(said.join(" "), /AD FS/)
    assert.match(steps.map(({ text }) => text).join(" "), /AD FS\/Admin/)
    assert.equal(elsewhere, undefined)
  })
})

describe("the look-up by digits", () => {
  it("takes digits of an AADSTS code and nothing else", () => {
    assert.equal(lookupLink("AADSTS50126")?.url, "https://login.microsoftonline.com/error?code=50126")
    for (const code of ["MSIS9682", "0x80070005", "AADSTS", "AADSTS50126&x=1", "AADSTS123456789", "50126"]) {
      assert.equal(lookupLink(code), undefined, code)
    }
  })

  it("is a page that may be opened, and no other address of that host is", () => {
    assert.ok(isPublicPage("https://login.microsoftonline.com/error?code=50126"))
    for (const url of [
      "https://login.microsoftonline.com/error?code=50126&redirect=https://example.com",
      "https://login.microsoftonline.com/error?code=",
      "https://login.microsoftonline.com/error?code=123456789",
      "https://login.microsoftonline.com/error?code=5012x",
      "https://login.microsoftonline.com/error?code=50126#x",
      "https://login.microsoftonline.com/errors?code=50126",
      "https://login.microsoftonline.com/common/oauth2/token",
      "https://login.microsoftonline.com.example/error?code=50126",
      "http://login.microsoftonline.com/error?code=50126",
      "https://login.microsoftonline.com/error?code=50126\n",
    ]) {
      assert.equal(isPublicPage(url), false, url)
    }
  })
})
