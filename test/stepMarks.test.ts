import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { codeEntries } from "../server/src/core/knowledge/codes/catalogue.ts"
import { serverMessages } from "../server/src/core/knowledge/codes/serverMessages.ts"
import type { Advice } from "../server/src/core/knowledge/shared.ts"
import type { Step } from "../server/src/core/knowledge/step.ts"
import { everyRule } from "../server/src/core/rules/case/catalogue.ts"

/** Verbs that change something, where they are told to somebody. */
const VERBS =
  "activate|add|admit|allow|change|clear|connect|correct|delete|disable|disconnect|enable|exempt|extend|install|invite|make|move|publish|register|remove|rename|repair|replace|reset|restart|restore|set|switch|turn|uninstall|update|upgrade|widen"

/** Such a verb at the begin of what one is told, with what it is done to. */
const ORDER = new RegExp(
  `(?:^|[.:;,] |\\b(?:then|and|or|but) )(?:${VERBS}) (?:the|a|an|it|them|that|this|its|your|up|on|off|to|in|out|there|\`(?!--)|[A-Z])`,
  "i",
)

/** Commands that change something. */
const COMMAND =
  /`(?:dsregcmd \/(?:leave|forcerecovery|join)|w32tm \/resync|schtasks \/run|netsh (?:trace start|winhttp (?:set|reset))|klist purge|certutil -delete|manage-bde [^`]*-(?:aa)?dbackup|(?:Add|Clear|Disable|Enable|Install|New|Remove|Reset|Restart|Set|Start|Stop|Update)-[A-Z]|[^`]* -Repair\b)/

/** What else somebody does to a working system, in the words that the steps have for it. */
const DEED = new RegExp(
  `\\b(?:${VERBS}|assign|bring|build|cache|call|choose|complete|configure|convert|deploy|dismiss|empty|end|enroll|exclude|fetch|finish|get|give|hand|have|issue|join|keep|leave|let|meet|prepare|put|raise|renew|repeat|run|send|sign|start|stop|take|try|unlock|upload|use|verify|wait)\\b`,
  "i",
)

/** A name on the screen or in a log says nothing of what one does. */
const withoutNames = (text: string) => text.replace(/\bconnect to \*[^*]*\*/g, "").replace(/\*[^*]*\*/g, "*name*")

/** All steps of an advice, also those that are left where a log answers another one. */
function stepsWithin(advice: Advice | readonly Advice[] | undefined): readonly Step[] {
  return [advice ?? []].flat().flatMap((piece: Advice): readonly Step[] => {
    if (typeof piece === "string" || piece.role === "fact") return []
    const leaves = piece.inLog?.flatMap(({ leaves: left }) => (typeof left === "object" ? stepsWithin(left) : [])) ?? []
    return [{ ...piece, kind: "step" }, ...leaves]
  })
}

const all = [
  ...[...codeEntries(), ...serverMessages].flatMap(({ resolution }) => stepsWithin(resolution)),
  ...everyRule.flatMap(({ fix }) => stepsWithin(fix)),
]
const steps = [...new Map(all.map((step) => [`${step.text}|${step.rights}|${step.risk}|${step.where}`, step])).values()]

describe("the marks of steps", () => {
  const reading = steps.filter(({ risk }) => risk === "reads")
  const changing = steps.filter(({ risk }) => risk === "changes" || risk === "ends-sign-ins")

  it("are there to be looked at", () => assert.ok(reading.length > 500 && changing.length > 150))

  it("say of none that changes something that it only looks", () => {
    const changes = ({ text }: Step) =>
      ORDER.test(withoutNames(text)) || (COMMAND.test(text) && !/\bdo not\b/.test(text))
    assert.deepEqual(
      reading.filter(changes).map(({ text }) => text),
      [],
    )
  })

  it("say of none that only looks that it changes something", () => {
    assert.deepEqual(
      changing.map(({ text }) => withoutNames(text)).filter((text) => !DEED.test(text)),
      [],
    )
  })

  it("end sign-ins and need an administrator where a step leaves or recovers the join", () => {
    // A PC that is not joined has no sign-in that `/leave` could end.
    const leaving = steps.filter(
      ({ text }) => /dsregcmd \/(?:leave|forcerecovery)/.test(text) && !/takes no sign-in away/.test(text),
    )
    assert.ok(leaving.length > 0)
    for (const { text, risk, rights } of leaving)
      assert.deepEqual([risk, rights], ["ends-sign-ins", "administrator"], text)
  })

  it("ask for an administrator where a command needs an elevated prompt", () => {
    const elevated = steps.filter(({ text }) => ELEVATED.test(text))
    assert.ok(elevated.length > 20)
    for (const { text, rights } of elevated) assert.match(rights ?? "", /^(?:administrator|system)$/, text)
  })

  it("name the server with Microsoft Entra Connect where the step is done there", () => {
    const onServer = steps.filter(({ text }) => ON_SYNC_SERVER.test(text))
    assert.ok(onServer.length > 3)
    for (const { text, rights, where } of onServer)
      assert.deepEqual([rights, where], ["administrator", "sync-server"], text)
  })

  it("name one directory, unless either of the two may be the right one", () => {
    const either = steps.filter(({ where }) => where === "directory")
    assert.ok(either.length > 0)
    for (const { text } of either) assert.match(text, EITHER, text)
  })

  it("name the agent's server where the step is done there", () => {
    const onServer = steps.filter(({ text }) => /^(?:On|Read) the agent's (?:server|trace|event)/.test(text))
    assert.ok(onServer.length > 2)
    for (const { text, where } of onServer) assert.equal(where, "agent-server", text)
  })
})

const ELEVATED =
  /^(?!Check under).*\bfrom an elevated (?:PowerShell |)(?:prompt|window)|`(?:nltest \/sc_verify|manage-bde|Get-Tpm|tpmtool)\b/i

const ON_SYNC_SERVER =
  /On the server of Microsoft Entra Connect|start Microsoft Entra Connect on its server|Start-ADSync|Invoke-ADSync|in Microsoft Entra Connect,? under/

/** Both are named, or the account, which is kept in one of the two. */
const EITHER = /Active Directory.*Microsoft Entra|Microsoft Entra.*Active Directory|\bpassword\b|two objects share/s
