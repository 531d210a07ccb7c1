/** What all the numbers that Microsoft publishes in a range are about. */
interface AnswerRange {
  readonly from: number
  readonly to: number
  /** Behind "is about": `the agents of pass-through authentication`. */
  readonly about: string
}

/**
 * Ranges of AADSTS numbers in which every number of Microsoft's table, and of its two tables for agents and for
 * seamless single sign-on, is about one thing. Where a range mixes things, as 50000 and 90000 do, it says nothing.
 */
const RANGES: readonly AnswerRange[] = [
  { from: 20000, to: 20999, about: "an answer of the federation service of a domain" },
  { from: 40000, to: 40999, about: "an identity provider outside the tenant" },
  { from: 50072, to: 50079, about: "multifactor authentication" },
  { from: 53000, to: 53999, about: "what a policy or a risk demands" },
  { from: 65000, to: 65999, about: "consent to an app, or its permissions" },
  { from: 75000, to: 75999, about: "a SAML request or answer of an app" },
  { from: 80000, to: 80999, about: "the agents of pass-through authentication" },
  { from: 81000, to: 81999, about: "seamless single sign-on with a Kerberos ticket" },
  { from: 120000, to: 120999, about: "a change or reset of a password" },
  { from: 130000, to: 130999, about: "the keys of Windows Hello" },
  { from: 530000, to: 530999, about: "what a policy or a risk demands" },
  { from: 650000, to: 650999, about: "an app's permissions, or its right to be used in the tenant" },
  { from: 7000000, to: 7000999, about: "an app, its registration or its credentials" },
]

/**
 * What an answer that a server spells out says by its number alone, one sentence a fact. Empty for what is no answer
 * with a number; a 32-bit code is read by `decoded`.
 */
export function decodedAnswer(code: string): readonly string[] {
  const [, server, digits = ""] = /^(AADSTS|MSIS)(\d+)$/.exec(code) ?? []
  if (server === "MSIS") return [`Message ${digits} of AD FS, the federation service.`]
  if (server === undefined) return []
  const number = Number(digits)
  const range = RANGES.find(({ from, to }) => number >= from && number <= to)
  return [
    `Answer ${digits} of the sign-in service of Microsoft Entra ID.`,
    ...(range
      ? [`Every number that Microsoft publishes from ${range.from} to ${range.to} is about one thing: ${range.about}.`]
      : []),
  ]
}
