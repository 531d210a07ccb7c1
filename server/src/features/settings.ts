import type { Severity } from "../core/rules/rule.ts"

/** What a user can set, under `dsreg.*`. */
export interface Settings {
  /** Off: the server publishes no diagnostics; hover and actions stay. */
  readonly enable: boolean
  /** Another severity for a rule, or `off`, by rule id. */
  readonly severity: Readonly<Record<string, Severity | "off">>
  /** Which words stand beside values. */
  readonly hints: HintSettings
  readonly folder: FolderSettings
}

/** Which closed logs of the open folder are read. */
export interface FolderSettings {
  /** Globs of the files that may be logs. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** How many logs are read; 0 reads none. */
  readonly limit: number
}

/** One switch for each kind of words beside values: `dsreg.hints.*`. */
export interface HintSettings {
  /** The symbol behind a code. */
  readonly symbols: boolean
  /** What a code means. */
  readonly names: boolean
  /** How old a time is by the log's own clock. */
  readonly ages: boolean
  /** How long a certificate has left by that clock. */
  readonly certificates: boolean
  /** What a value comes to: a build as a release, a decimal code in hexadecimal, an HTTP status by its name. */
  readonly values: boolean
}

/** What holds where nothing is set. */
export const defaultSettings: Settings = {
  enable: true,
  severity: {},
  hints: { symbols: true, names: true, ages: true, certificates: true, values: true },
  folder: {
    include: ["**/*.dsreg", "**/*.{txt,log}"],
    exclude: ["**/node_modules/**"],
    limit: 5000,
  },
}

/** Reads the section `dsreg` of a client's configuration; what is missing or of a wrong type keeps its default. */
export function settingsFrom(section: unknown): Settings {
  if (!isRecord(section)) return defaultSettings
  const severity: Record<string, Severity | "off"> = {}
  for (const [rule, value] of Object.entries(isRecord(section.severity) ? section.severity : {})) {
    if (value === "error" || value === "warning" || value === "info" || value === "off") severity[rule] = value
  }
  const hints = isRecord(section.hints) ? section.hints : {}
  return {
    enable: section.enable !== false,
    severity,
    hints: {
      symbols: hints.symbols !== false,
      names: hints.names !== false,
      ages: hints.ages !== false,
      certificates: hints.certificates !== false,
      values: hints.values !== false,
    },
    folder: folderFrom(section.folder),
  }
}

function folderFrom(section: unknown): FolderSettings {
  const { include, exclude, limit } = isRecord(section) ? section : {}
  const preset = defaultSettings.folder
  return {
    include: isTexts(include) ? include : preset.include,
    exclude: isTexts(exclude) ? exclude : preset.exclude,
    limit: typeof limit === "number" && limit >= 0 ? Math.floor(limit) : preset.limit,
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string")
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
