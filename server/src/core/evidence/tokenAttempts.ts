import { codeMeanings } from "../knowledge/lookup.ts"
import type { Block, Field } from "../log/log.ts"
import { blocksOf, fieldIn } from "../log/query.ts"
import { type Mention, mentionsIn } from "./mention.ts"
import type { NamedFields } from "./namedFields.ts"

/** An attempt to get or to renew a primary refresh token, from the lines below the token's own. */
export interface TokenAttempt {
  readonly block: Block
  /** Whose token was asked for: that of Microsoft Entra ID, or that of AD FS; undefined where no such line is above. */
  readonly of: "entra" | "enterprise" | undefined
  /** The line that announces the block, where it stands in it. */
  readonly mark: Field | undefined
  /** The code nearest to the cause that is known, else the one nearest to it: an unknown number never hides a known one. */
  readonly root: Mention | undefined
  /** A code nearer to the cause that is not known: it is quoted beside the known one. */
  readonly unknown: Mention | undefined
  /** The HTTP status of the server's answer, where the root is no more than the status of the attempt. */
  readonly refusedWith: string | undefined
  /** The block tells of an attempt that failed. */
  readonly isFailure: boolean
  /** The log proves that it is not the attempt of the account that ran dsregcmd. */
  readonly isOfAnotherUser: boolean
}

/** The attempts of a capture, in the order of the text. */
export function tokenAttemptsOf(log: NamedFields, withoutUser: () => Field | undefined): readonly TokenAttempt[] {
  const blocks = blocksOf(log.capture, "prt-diagnostics").filter(({ section }) => section.id !== "other")
  return blocks.map((block) => {
    const mark = fieldIn(block, "RefreshPrtDiagnostics") ?? fieldIn(block, "AcquirePrtDiagnostics")
    const mentions = codesOf(block)
    const root = mentions.find(({ code }) => codeMeanings(code).length > 0) ?? mentions[0]
    return {
      block,
      of: OWNERS[block.owner?.key ?? ""],
      mark,
      root,
      unknown: mentions[0] === root ? undefined : mentions[0],
      refusedWith: root && isOfAttempt(block, root) && SAYS_LITTLE.has(root.code) ? answerOf(block) : undefined,
      isFailure:
        !isSuccess(block) && (fieldIn(block, "Attempt Status") !== undefined || isPresent(block) || isRefused(block)),
      isOfAnotherUser: !withoutUser() && isOfAnotherUser(log, block),
    }
  })
}

/** The statuses of an attempt that stand for a refusal as well as for a network that failed. */
const SAYS_LITTLE: ReadonlySet<string> = new Set([
  "0xc000006d",
  "0xc000006a",
  "0xc000023c",
  "0xc00000be",
  "0xc00000c4",
  "0xc0000001",
])

const OWNERS: Readonly<Record<string, TokenAttempt["of"]>> = { azureadprt: "entra", enterpriseprt: "enterprise" }

/** Whether the block ends with a status that is none of a failure. */
function isSuccess(block: Block): boolean {
  return /^0x0{1,8}$/i.test(fieldIn(block, "Attempt Status")?.value ?? "") && codesOf(block).length === 0
}

/** Whether a block whose first lines were cut off has the refusal of a server. */
function isRefused(block: Block): boolean {
  return answerOf(block) !== undefined && codesOf(block).some((mention) => !GENERAL.has(mention.code))
}

/** Whether the block begins with the line that announces a failed attempt. */
function isPresent(block: Block): boolean {
  return ["AcquirePrtDiagnostics", "RefreshPrtDiagnostics"].some((name) =>
    /^PRESENT$/i.test(fieldIn(block, name)?.value ?? ""),
  )
}

/** From the nearest to the cause to the farthest: the network's code, the server's, the status of the attempt. */
const INWARD: readonly string[] = ["HTTP Error", "Server Error Description", "Server Error Code", "Attempt Status"]

/** Words by which a server says no and nothing else; any code beside them tells more. */
const GENERAL: ReadonlySet<string> = new Set(["invalid_grant", "invalid_request"])

function codesOf(block: Block): readonly Mention[] {
  const inward = INWARD.flatMap((name) => {
    const field = fieldIn(block, name)
    return field ? mentionsIn(field).slice(0, 1) : []
  })
  const isGeneral = ({ code }: Mention) => GENERAL.has(code)
  const known = inward.filter((mention) => !isGeneral(mention))
  return [
    ...known.filter((mention) => !isOfAttempt(block, mention)),
    ...ofProxy(block),
    ...known.filter((mention) => isOfAttempt(block, mention)),
    ...inward.filter(isGeneral),
  ]
}

/** The answer of a proxy that asks for a login, which no server of a sign-in gives, as the number that Windows has for it. */
function ofProxy(block: Block): readonly Mention[] {
  const status = fieldIn(block, "HTTP status")
  return status?.value === "407" ? [{ span: status.valueSpan, code: "0x80190197" }] : []
}

function isOfAttempt(block: Block, { span }: Mention): boolean {
  const status = fieldIn(block, "Attempt Status")
  return status !== undefined && span.start >= status.valueSpan.start && span.end <= status.valueSpan.end
}

/** The HTTP status of an answer that says no: `400`. The same statuses of an attempt stand for a network that failed. */
function answerOf(block: Block): string | undefined {
  return /^[45]\d\d$/.exec(fieldIn(block, "HTTP status")?.value ?? "")?.[0]
}

/**
 * Whether the log proves that an attempt is not that of the account that ran dsregcmd. One person can have two sign-in
 * names, of the domain and of the cloud, so the same name before the @ proves nothing.
 */
function isOfAnotherUser(log: NamedFields, attempt: Block): boolean {
  const person = /^([^\s@\\]+)@[^\s@\\]+$/.exec(fieldIn(attempt, "User Identity")?.value ?? "")?.[1]?.toLowerCase()
  const account = log.field("Executing Account Name")?.value.toLowerCase() ?? ""
  if (!person || !account.includes("@")) return false
  const names = account.split(/[\s,]+/).map((name) =>
    name
      .replace(/^[^\\]*\\/, "")
      .split("@", 1)
      .join(),
  )
  return !names.includes(person)
}
