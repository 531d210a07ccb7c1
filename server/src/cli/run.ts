import { parseArgs } from "node:util"
import { printable } from "../core/text/printable.ts"
import { version } from "../version.ts"
import { CATALOG_FORMATS, catalog, isCatalogFormat } from "./catalog.ts"
import { check, FORMATS, isFormat } from "./check.ts"
import { compare, isCompareFormat } from "./compare.ts"
import { explain } from "./explain.ts"
import type { Wanted } from "./list.ts"
import { redactLog } from "./redact.ts"
import { stacksOf } from "./remark.ts"
import { isSummaryFormat, SUMMARY_FORMATS, summary } from "./summary.ts"
import type { ExitCode, FailOn, Terminal } from "./terminal.ts"

const HELP = `dsreg ${version}: explains saved dsregcmd /status logs

  dsreg check FILE|DIR|- ...   read logs, print the verdict and the findings
      --format text|markdown|html|json|ndjson|sarif|csv|github|azure
                               markdown and html are reports, ndjson and csv have a line a log,
                               github and azure are annotations of a pipeline (default: text)
      --fail-on error|warning|info|never
                               exit with 1 from this severity on (default: error)
      --events EVENTS          read one log together with the events of another file, text or XML
      --files-from LIST|-      read also what the lines of a list name
      -0, --null               the names in it end with a zero byte: find -print0
      --jobs N                 read with so many threads, in the same order (default: 1)
      --watch DIR              read the logs of a folder as they come, until Ctrl+C
  dsreg summary FILE|DIR ...   count the logs by phase and cause, worst first, and find cloned devices
      --format text|json|csv   csv has a row a cause (default: text); --fail-on to --jobs as above
  dsreg explain CODE|FIELD     what a code (hex, decimal, symbol, AADSTS...) or a field means
  dsreg compare BEFORE AFTER   what changed between two logs, what got better and what worse
  dsreg compare FILE           the same for a file that holds two
      --format text|json|markdown
  dsreg catalog                all codes, fields, rules and events that dsreg knows, for joins in data tools
      --format json|csv        csv has a row an entry (default: json)
  dsreg redact FILE|-          print the log without what names anybody; the file stays as it is
      --key KEYFILE            the same pseudonyms in every log, by a secret of 16 bytes or more
      --keep-request-ids       leave the ids by which Microsoft support finds a request
      --list                   tell what was replaced by what, on standard error
  dsreg --help | --version

A directory, a .zip in it too, is searched for dsregcmd logs by content, whatever their names; links in it are not followed.
A pattern such as "logs/**/*.txt" names the files that match. gzip and zip are unpacked as they are read.
- reads standard input.
Exit code: 0 nothing to report, 1 findings, an unknown code or a log that got worse, 2 wrong usage, something that could not be read
or written, or a fault in dsreg (DSREG_DEBUG=1 prints its stack).
`

/** Runs one command line without its first two words. Never throws: what of ours breaks is said. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await obeyed(words, terminal)
  } catch (error) {
    terminal.error("dsreg: a fault in dsreg kept it from its end.\n")
    if (terminal.debug) terminal.error(stacksOf([{ what: "the command line", error }]))
    return 2
  }
}

async function obeyed(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const parsed = parsedWords(words)
  if (typeof parsed === "string") return refuse(parsed, terminal)
  const { values, positionals } = parsed
  const [command, ...rest] = positionals
  if (values.version) {
    await terminal.out(`${version}\n`)
    return 0
  }
  if (values.help) {
    await terminal.out(HELP)
    return 0
  }
  switch (command) {
    case "check": {
      const { format = "text" } = values
      const wanted = wantedBy(rest, values, "check needs a file, a directory or -")
      if (typeof wanted === "string") return refuse(wanted, terminal)
      if (!isFormat(format)) return refuse(`--format takes ${FORMATS.join(", ")}, not "${format}"`, terminal)
      const { events } = values
      const isOneLog = rest.length === 1 && wanted.list === undefined
      if (events !== undefined && !isOneLog) return refuse("--events takes one log to read with", terminal)
      return check(wanted, { format, failOn: wanted.failOn, ...(events !== undefined && { events }) }, terminal)
    }
    case "summary": {
      const { format = "text", watch } = values
      const wanted = wantedBy(rest, values, "summary needs a directory or a file")
      if (typeof wanted === "string") return refuse(wanted, terminal)
      if (watch !== undefined) return refuse("a summary has an end, and --watch has none: use check", terminal)
      if (!isSummaryFormat(format))
        return refuse(`--format of a summary takes ${SUMMARY_FORMATS.join(", ")}, not "${format}"`, terminal)
      return summary(wanted, { format, failOn: wanted.failOn }, terminal)
    }
    case "explain":
      if (rest.length === 0) return refuse("explain needs a code or the name of a field", terminal)
      return explain(rest.join(" "), terminal)
    case "compare": {
      const format = values.format ?? "text"
      if (!isCompareFormat(format))
        return refuse(`--format takes text, json or markdown here, not "${format}"`, terminal)
      if (rest.length < 1 || rest.length > 2)
        return refuse("compare needs two files, or one that holds two logs", terminal)
      return compare(rest, format, terminal)
    }
    case "catalog": {
      const format = values.format ?? "json"
      if (!isCatalogFormat(format))
        return refuse(`--format of the catalog takes ${CATALOG_FORMATS.join(", ")}, not "${format}"`, terminal)
      if (rest.length > 0) return refuse("catalog takes no file", terminal)
      return catalog(format, terminal)
    }
    case "redact": {
      const [file, ...others] = rest
      if (file === undefined || others.length > 0) return refuse("redact needs one file or -", terminal)
      const { key, list, "keep-request-ids": keepRequestIds } = values
      return redactLog(
        file,
        { ...(key !== undefined && { key }), ...(list && { list }), ...(keepRequestIds && { keepRequestIds }) },
        terminal,
      )
    }
    case undefined:
      return refuse("no command given", terminal)
    default:
      return refuse(`there is no command "${command}"`, terminal)
  }
}

function parsedWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: explainLast(words),
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "fail-on": { type: "string" },
        events: { type: "string" },
        "files-from": { type: "string" },
        null: { type: "boolean", short: "0" },
        jobs: { type: "string" },
        watch: { type: "string" },
        key: { type: "string" },
        list: { type: "boolean" },
        "keep-request-ids": { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    })
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "wrong usage") : String(error)
  }
}

/** A negative number is a code to explain, not an option: `dsreg explain -2145648607`. */
function explainLast(words: readonly string[]): string[] {
  const at = words.indexOf("explain")
  return at >= 0 && words.slice(at + 1).some((word) => /^-\d+$/.test(word))
    ? [...words.slice(0, at + 1), "--", ...words.slice(at + 1)]
    : [...words]
}

/** What the words and options of a command ask to be read, or what is wrong with them. */
function wantedBy(words: readonly string[], values: ReadOptions, needs: string): WantedReading | string {
  const { "fail-on": failOn = "error", "files-from": list, null: zero, jobs = "1", watch } = values
  if (!isFailOn(failOn)) return `--fail-on takes error, warning, info or never, not "${failOn}"`
  if (!/^[1-9]\d?$/.test(jobs)) return `--jobs takes a number from 1 to 99, not "${jobs}"`
  if (zero && list === undefined) return "-0 goes with --files-from"
  if (list === "-" && words.includes("-")) return "standard input is either a log or a list"
  if (watch !== undefined && (words.length > 0 || list !== undefined))
    return "--watch reads one directory and nothing else"
  if (words.length === 0 && list === undefined && watch === undefined) return needs
  return {
    words,
    end: zero ? "zero" : "line",
    jobs: Number(jobs),
    failOn,
    ...(list !== undefined && { list }),
    ...(watch !== undefined && { watch }),
  }
}

interface WantedReading extends Wanted {
  readonly failOn: FailOn
}

interface ReadOptions {
  readonly "fail-on"?: string
  readonly "files-from"?: string
  readonly null?: boolean
  readonly jobs?: string
  readonly watch?: string
}

function isFailOn(word: string): word is FailOn {
  return ["error", "warning", "info", "never"].includes(word)
}

function refuse(why: string, terminal: Terminal): ExitCode {
  terminal.error(`dsreg: ${printable(why)}. Try dsreg --help.\n`)
  return 2
}
