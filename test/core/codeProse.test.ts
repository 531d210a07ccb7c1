import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { sentence, stepMarks, stepsOf } from "../../server/src/core/explain/steps.ts"
import { codeEntries } from "../../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../../server/src/core/knowledge/codes/serverMessages.ts"
import { eventEntries } from "../../server/src/core/knowledge/events/catalogue.ts"

/** Every entry that tells something itself, and does not repeat another under its own number. */
const told = codeEntries()
  .filter(({ twinOf }) => twinOf === undefined)
  .map((entry) => ({ ...entry, name: `${entry.code} (${entry.places[0]})` }))

/** Microsoft says one and the same of them, and no page tells them apart. */
const oneKerberosTicket = ["AADSTS81002 (any)", "AADSTS81003 (any)", "AADSTS81008 (any)"]

/** The names of the entries that say the same as an entry of another name. */
function sayingTheSame(of: (entry: (typeof told)[number]) => string): readonly string[] {
  return told
    .filter((entry) => told.some((other) => other !== entry && of(other) === of(entry)))
    .map(({ name }) => name)
}

describe("a code", () => {
  it("has a cause of its own", () => {
    assert.deepEqual(
      sayingTheSame(({ cause }) => sentence(cause)),
      oneKerberosTicket,
    )
  })

  it("has a first step of its own", () => {
    assert.deepEqual(
      sayingTheSame(({ resolution: [first] }) => stepsOf(first)[0]?.text ?? ""),
      oneKerberosTicket,
    )
  })

  it("says of its first step what it does to a working system", () => {
    for (const { name, resolution } of [
      ...told,
      ...serverMessages.map((message) => ({ ...message, name: message.id })),
    ])
      assert.ok(stepsOf(resolution)[0]?.risk, name)
  })

  it("says whose rights its first step needs, where that is a command, an event or an admin center", () => {
    const onAMachine =
      /`(?:certutil|curl|dcdiag|dsregcmd \/|Get-|ipconfig|klist|net |netsh|nltest|nslookup|Test-|tpm|w32tm|whoami|winver)|\bevents? \d{3}|Event Viewer|admin center/
    for (const { name, resolution } of told) {
      const [first] = stepsOf(resolution)
      if (first?.where === undefined && onAMachine.test(first?.text ?? "")) assert.ok(first?.rights, name)
    }
  })

  it("names the command of each step that is for SYSTEM, whom nobody signs in as", () => {
    for (const { name, resolution } of told)
      for (const { text, rights } of stepsOf(resolution))
        if (rights === "system")
          assert.match(text, /`(?:curl\.exe|certutil|psexec|w32tm|Test-NetConnection|netsh)\b/, name)
  })

  it("says each address of a time-out in the discovery once, in a step that needs no rights", () => {
    const entry = told.find(({ name }) => name === "0x80072ee2 (discover)")
    const steps = entry ? stepsOf(entry.resolution) : []
    const [first] = steps
    assert.equal(first?.text.split("enterpriseregistration.windows.net").length, 2)
    assert.equal(first?.text.split("login.microsoftonline.com").length, 2)
    assert.equal(stepMarks(steps)[0], "as the user · reads only")
  })

  it("is marked where it rests on nothing but the table that Microsoft took back", () => {
    const unmarked = told.filter(
      ({ sources, confidence }) => confidence === undefined && sources.every(({ page }) => page === "adalHeader"),
    )
    assert.deepEqual(
      unmarked.map(({ name }) => name),
      [],
    )
  })

  it("says more in its cause than in its title", () => {
    const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\d]{4,}/gu) ?? []
    for (const { name, title, cause } of told) {
      const beyond = words(sentence(cause)).filter((word) => !words(title).includes(word))
      assert.ok(beyond.length >= 3, `${name}: ${sentence(cause)}`)
    }
  })
})

describe("an event", () => {
  it("of a failure of the join, or of a token for the user, says what it means or what to read in it", () => {
    for (const { id, nature, about, meaning, read } of eventEntries)
      if (nature === "failure" && (about === "join" || about === "sign-in"))
        assert.ok(meaning !== undefined || read !== undefined, String(id))
  })
})
