import { spawnSync } from "node:child_process"
import { fileURLToPath } from "node:url"

/** What npm says of the signatures of the packages that are installed. */
export type Signatures =
  | { readonly kind: "verified" }
  | { readonly kind: "unverified"; readonly packages: readonly string[] }
  /** It could not be asked: there is no network, or this registry signs nothing. */
  | { readonly kind: "unasked"; readonly why: string }

/** Reads the JSON of `npm audit signatures`; throws where it is none, or an error of another kind. */
export function signaturesIn(output: string): Signatures {
  const { error, invalid = [], missing = [] }: Answer = JSON.parse(output)
  if (error) {
    const why = `${error.code ?? ""} ${error.summary ?? ""}`.trim()
    if (UNREACHABLE.test(why)) return { kind: "unasked", why }
    throw new Error(why)
  }
  const packages = [...invalid, ...missing].map(({ name, version }) => `${name}@${version}`)
  return packages.length > 0 ? { kind: "unverified", packages } : { kind: "verified" }
}

interface Answer {
  readonly error?: { readonly code?: string; readonly summary?: string }
  readonly invalid?: readonly Named[]
  readonly missing?: readonly Named[]
}

interface Named {
  readonly name: string
  readonly version: string
}

const UNREACHABLE =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|E403|E404)\b|supported registry/

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const words = ["audit", "signatures", "--json", "--fetch-retries=0"]
  const own = process.env.npm_execpath
  const { stdout } = own
    ? spawnSync(process.execPath, [own, ...words], { encoding: "utf8" })
    : spawnSync("npm", words, { encoding: "utf8" })
  const told = signaturesIn(stdout)
  if (told.kind === "unasked") console.log(`The signatures of the packages are not checked: ${told.why}`)
  if (told.kind === "unverified") console.log(`Not signed by the registry as they are: ${told.packages.join(", ")}`)
  const count = (kind: Signatures["kind"]) => Number(told.kind === kind)
  console.log(`${count("verified")} passed, ${count("unverified")} failed, ${count("unasked")} skipped`)
  if (told.kind === "unverified") process.exitCode = 1
}
