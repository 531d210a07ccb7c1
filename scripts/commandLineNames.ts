import { run } from "../server/src/cli/run.ts"

const HEALTHY = "| Device State |\nAzureAdJoined : YES\nEnterpriseJoined : NO\nDomainJoined : YES\n"

/** A log with an error. */
export const FAILING =
  "| Device State |\nAzureAdJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nDRS Discovery Test : FAIL [0x80072ee2]\n"

/** Two logs of devices that were made of one image. */
export const CLONES = ["pool-1", "pool-2"]
  .map((name) => `${HEALTHY}Device Name : ${name}.contoso.com\nDeviceId : 1a2b3c4d-2222-3333-4444-555555555555\n`)
  .join("\nPS> dsregcmd /status\n")
/** Two logs of which the second is the worse one. */
export const WORSE = `${HEALTHY}DeviceAuthStatus : SUCCESS\n${HEALTHY}DeviceAuthStatus : FAILED. Device is either disabled or deleted\n`

/** What a script may ask of the command line, with what is given to it on standard input. */
const QUESTIONS: Readonly<Record<string, readonly [input: string, ...words: string[]]>> = {
  "a healthy log": [HEALTHY, "check", "-"],
  "an error": [FAILING, "check", "-"],
  "an error, with --fail-on never": [FAILING, "check", "--fail-on", "never", "-"],
  "no log": ["words\n", "check", "-"],
  "no such file": ["", "check", "no-such-file"],
  "wrong usage": ["", "check", "--format", "xml", "-"],
  "a known code": ["", "explain", "0x80072ee2"],
  "an unknown code": ["", "explain", "0x12345678"],
  "a summary of a healthy log": [HEALTHY, "summary", "-"],
  "a summary with an error": [FAILING, "summary", "-"],
  "two logs that are the same": [HEALTHY + HEALTHY, "compare", "-"],
  "a log that got worse": [WORSE, "compare", "-"],
  "one log to compare": [HEALTHY, "compare", "-"],
  "a redacted log": [FAILING, "redact", "-"],
  "no log to redact": ["words\n", "redact", "-"],
  "the catalog": ["", "catalog"],
  "--version": ["", "--version"],
}

/** Every exit code with what it answers, as the program gives it: `1 an error`. */
export async function exitCodes(): Promise<readonly string[]> {
  const answers = Object.entries(QUESTIONS).map(async ([what, [input, ...words]]) => {
    const { code } = await answerOf(input, words)
    return `${code} ${what}`
  })
  return Promise.all(answers)
}

/**
 * Every key of the JSON that `check` prints of a log with a finding, with its way from the top: `files[].file`; and of
 * what `compare` prints of two logs.
 */
export async function jsonKeys(): Promise<readonly string[]> {
  const checked = await answerOf(FAILING, ["check", "--format", "json", "-"])
  const changed = WORSE.replace("DomainJoined : YES", "Device Name : PC-1\nDomainJoined : YES").replace(
    "DomainJoined : YES\nDeviceAuthStatus : F",
    "Device Name : PC-2\nDomainJoined : YES\nDeviceAuthStatus : F",
  )
  const compared = await answerOf(changed, ["compare", "--format", "json", "-"])
  return [...new Set([...keysOf(JSON.parse(checked.out), ""), ...keysOf(JSON.parse(compared.out), "compare")])]
}

/** Every key of a line that `check` prints of a log with a finding. */
export async function lineKeys(): Promise<readonly string[]> {
  const { out } = await answerOf(FAILING, ["check", "--format", "ndjson", "-"])
  return [...new Set(keysOf(JSON.parse(out), ""))]
}

/** Every key of the JSON that `summary` prints of clones. */
export async function summaryKeys(): Promise<readonly string[]> {
  const { out } = await answerOf(CLONES, ["summary", "--format", "json", "-"])
  return [...new Set(keysOf(JSON.parse(out), ""))]
}

/** Every key of the JSON that `catalog` prints. */
export async function catalogKeys(): Promise<readonly string[]> {
  const { out } = await answerOf("", ["catalog"])
  return [...new Set(keysOf(JSON.parse(out), ""))]
}

/** The keys in a value, each with its way from the top. */
export function* keysOf(value: unknown, path: string): Iterable<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* keysOf(item, `${path}[]`)
  } else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const own = path === "" ? key : `${path}.${key}`
      yield own
      yield* keysOf(inner, own)
    }
  }
}

async function answerOf(input: string, words: readonly string[]) {
  let out = ""
  const code = await run(words, {
    out: async (text) => {
      out += text
    },
    error: () => undefined,
    input: bytesOf(input),
    worker: () => {
      throw new Error("No question starts a thread")
    },
    interrupted: () => new AbortController().signal,
    color: false,
    debug: false,
  })
  return { code, out }
}

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  if (text !== "") yield new TextEncoder().encode(text)
}
