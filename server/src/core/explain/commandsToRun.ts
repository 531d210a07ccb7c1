import type { Diagnosis } from "../diagnosis/diagnose.ts"
import { phaseOf, stopsJoin } from "../diagnosis/verdict.ts"
import {
  authenticationPhase,
  postJoinAuthentication,
  postJoinDiagnostics,
  precheckPhase,
  preJoinDiagnostics,
} from "../knowledge/headings.ts"
import type { Source } from "../knowledge/source.ts"
import type { RuleId } from "../rules/catalogue.ts"
import type { Say } from "./say.ts"

/** A command to run on the PC, for one question. */
export interface CommandToRun {
  readonly id: CommandId
  readonly question: string
  /** In whose session, and with which rights. */
  readonly who: string
  /** The same text works in a command prompt and in PowerShell. */
  readonly command: string
  readonly sources: readonly [Source, ...Source[]]
}

type CommandId = "user" | "elevated" | "system" | "join" | "join-events" | "sign-in-events" | "network"

/** A folder that every account may write to, so that whoever runs a command, anybody finds what it wrote. */
const INTO = "> C:\\Users\\Public"

const psexec: Source = { page: "psexec" }
const wevtutil: Source = { page: "wevtutil" }

/** Every command, in the order in which somebody who knows nothing yet would run them. */
export function commandsToRun(say: Say): readonly CommandToRun[] {
  const asUser = say("as the user who has the problem, in a prompt that is not elevated")
  const elevated = say("in an elevated prompt")
  const asSystem = say("as SYSTEM, by PsExec of Sysinternals in an elevated prompt")
  return [
    {
      id: "user",
      question: say("Why has the user no single sign-on, or no Windows Hello?"),
      who: asUser,
      command: `dsregcmd /status ${INTO}\\dsregcmd-user.txt`,
      sources: [postJoinDiagnostics, postJoinAuthentication],
    },
    {
      id: "elevated",
      question: say("Is the PC joined, and are its keys and its certificate healthy?"),
      who: elevated,
      command: `dsregcmd /status ${INTO}\\dsregcmd-elevated.txt`,
      sources: [preJoinDiagnostics],
    },
    {
      id: "system",
      question: say("What does the join itself meet, which runs as SYSTEM?"),
      who: asSystem,
      command: `psexec -accepteula -s cmd /c "dsregcmd /status ${INTO}\\dsregcmd-system.txt"`,
      sources: [preJoinDiagnostics, psexec],
    },
    {
      id: "join",
      question: say("At which step does a hybrid join stop? It tries to join."),
      who: asSystem,
      command: `psexec -accepteula -s cmd /c "dsregcmd /join /debug ${INTO}\\dsregcmd-join.txt 2>&1"`,
      sources: [precheckPhase, psexec],
    },
    {
      id: "join-events",
      question: say("What did earlier attempts to join meet?"),
      who: elevated,
      command: `wevtutil qe "Microsoft-Windows-User Device Registration/Admin" /f:text /rd:true /c:100 ${INTO}\\join-events.txt`,
      sources: [authenticationPhase, wevtutil],
    },
    {
      id: "sign-in-events",
      question: say("What did the sign-in and its token meet?"),
      who: elevated,
      command: `wevtutil qe "Microsoft-Windows-AAD/Operational" /f:text /rd:true /c:200 ${INTO}\\sign-in-events.txt`,
      sources: [postJoinAuthentication, wevtutil],
    },
    {
      id: "network",
      question: say("Does SYSTEM reach the registration service, and by which proxy?"),
      who: asSystem,
      command: `psexec -accepteula -s cmd /c "(netsh winhttp show proxy & curl.exe -v https://enterpriseregistration.windows.net) ${INTO}\\network-system.txt 2>&1"`,
      sources: [{ page: "testConnectivity" }, psexec],
    },
  ]
}

/** The commands that show what a log does not, the most useful one first; none where it answers its own question. */
export function commandsBeyond({ findings, folded, root, evidence }: Diagnosis): readonly CommandId[] {
  const said = new Set([...findings, ...folded.map(({ finding }) => finding)].map(({ rule }) => rule.id))
  const missing = Object.entries(SHOWN_BY).flatMap(([rule, id]) => (said.has(rule) ? [id] : []))
  const isJoin = root !== undefined && stopsJoin(root)
  const hasEvents = evidence.events.length > 0
  return [
    ...new Set([
      ...missing,
      ...(root && isJoin && !hasEvents ? (["join-events"] as const) : []),
      ...(root && isJoin && NETWORK.has(phaseOf(root) ?? "") ? (["network"] as const) : []),
      ...(root && !isJoin && root.severity !== "info" && !hasEvents ? (["sign-in-events"] as const) : []),
    ]),
  ]
}

/** Rules that say what a log does not show, and the command that shows it. */
const SHOWN_BY: Readonly<Partial<Record<RuleId, CommandId>>> = {
  "no-user-session": "user",
  "prompt-of-another-account": "user",
  "local-account-ran": "user",
  "tests-not-as-system": "system",
  "key-sign-test-not-run": "elevated",
  "device-auth-not-tested": "network",
}

/** The phases that fail at the network or at a proxy. */
const NETWORK: ReadonlySet<string> = new Set(["discover", "auth"])
