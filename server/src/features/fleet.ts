import {
  type Cause,
  type Clones,
  causeKey,
  cloneGroups,
  type Group,
  groupsOf,
  type LogRecord,
} from "../core/diagnosis/fleet.ts"
import { upperFirst } from "../core/explain/explanation.ts"
import type { Say } from "../core/explain/say.ts"
import type { Phase } from "../core/knowledge/code.ts"
import { phaseName } from "../core/knowledge/lookup.ts"
import { phaseEntries } from "../core/knowledge/phases.ts"
import { causesOf, type PlacedCause } from "../documents/causes.ts"
import { type Identified, identified } from "../documents/clones.ts"
import type { FolderLog } from "../documents/folder.ts"
import type { LogDocument } from "../documents/logDocument.ts"
import { weighed } from "./failures.ts"
import type { Settings } from "./settings.ts"

/** Which logs are counted; all where nothing is said. */
export interface FleetFilter {
  readonly errorsOnly?: boolean
  readonly phase?: string
  /** Stands in the cause, the code, the rule or the address. */
  readonly text?: string
}

/** One line of the view: a phase, a cause below it, or the logs that nothing is wrong with. */
export interface FleetNode {
  readonly id: string
  readonly label: string
  readonly severity: Cause["severity"]
  readonly logs: number
  /** Those below it; where there are none, its logs are. */
  readonly nodes?: readonly FleetNode[]
}

/** All logs that are known, by what they come to. */
export interface Fleet {
  readonly nodes: readonly FleetNode[]
  /** That the filter lets through, of all. */
  readonly logs: number
  readonly all: number
  /** The phases that a filter can name. */
  readonly phases: readonly { readonly id: string; readonly title: string }[]
}

/** A log of a line of the view: where to look, from 0. */
export interface FleetPlace {
  readonly uri: string
  readonly line: number
}

/** What is known of one file. */
export interface FleetLog {
  readonly uri: string
  readonly causes: readonly PlacedCause[]
  readonly identities: readonly Identified[]
}

/** The open logs as they are in their editors, then the closed ones of the folder. */
export function fleetLogs(
  documents: ReadonlyMap<string, LogDocument>,
  folder: Iterable<FolderLog>,
  isOpen: (uri: string) => boolean,
): readonly FleetLog[] {
  const open = Array.from(documents.values(), ({ uri, chunks }): FleetLog => {
    return { uri, causes: chunks.flatMap(causesOf), identities: chunks.flatMap(identified) }
  })
  return [...open, ...Array.from(folder).filter(({ uri }) => !isOpen(uri))]
}

/** The tree: phases, the worst first, each with its causes; devices with one identity; the logs without a fault. */
export function fleet(logs: readonly FleetLog[], filter: FleetFilter, settings: Settings, say: Say): Fleet {
  const all = recordsOf(logs, settings)
  const records = all.filter(({ cause, place }) => isWanted(cause, place.file, filter))
  const found = groupsOf(records)
  const failing = found.filter(({ severity }) => severity !== "none")
  // The groups come worst first, and so do the phases that they are of.
  const phases = [...new Set(failing.map(({ phase }) => phase))].map((phase): FleetNode => {
    const groups = failing.filter((group) => group.phase === phase)
    return {
      id: `phase ${phase}`,
      label: phaseTitle(phase, say),
      severity: groups[0]?.severity ?? "none",
      logs: total(groups),
      nodes: groups.map((group) => ({ ...shown(group), id: groupId(group), label: group.message })),
    }
  })
  const clones = clonesOf(logs, filter)
  const cloned: FleetNode = {
    id: "clones",
    label: say("Devices with one identity"),
    severity: "error",
    logs: total(clones),
    nodes: clones.map(({ computers, logs }, index) => ({
      id: `clones ${index}`,
      label: say("{0} computers have one identity", computers),
      severity: "error",
      logs: logs.length,
    })),
  }
  const healthy = found.filter(({ severity }) => severity === "none")
  return {
    nodes: [
      ...phases,
      ...(clones.length > 0 ? [cloned] : []),
      ...healthy.map((group) => ({ ...shown(group), id: groupId(group), label: say("The log shows no fault") })),
    ],
    logs: records.length,
    all: all.length,
    phases: [...phaseEntries.map(({ id }) => id), null].map((phase) => ({
      id: String(phase),
      title: phaseTitle(phase, say),
    })),
  }
}

/** The logs of one line of the tree, in the order of their addresses. */
export function fleetPlaces(
  logs: readonly FleetLog[],
  filter: FleetFilter,
  id: string,
  settings: Settings,
): readonly FleetPlace[] {
  const clones = /^clones (\d+)$/.exec(id)
  const records = clones ? [] : recordsOf(logs, settings)
  const places = clones
    ? (clonesOf(logs, filter)[Number(clones[1])]?.logs ?? [])
    : records
        .filter(({ cause, place }) => `cause ${causeKey(cause)}` === id && isWanted(cause, place.file, filter))
        .map(({ place }) => place)
  return places
    .map(({ file, line }) => ({ uri: file, line }))
    .sort((a, b) => (a.uri === b.uri ? a.line - b.line : a.uri < b.uri ? -1 : 1))
}

type Counted = Pick<LogRecord, "place" | "cause">

/** Each log with its cause as this user weighs it: one that is switched off is known, and is no alarm. */
function recordsOf(logs: readonly FleetLog[], settings: Settings): readonly Counted[] {
  return logs.flatMap(({ uri, causes }) =>
    causes.map(({ cause, line }): Counted => ({ place: { file: uri, line }, cause: weighedCause(cause, settings) })),
  )
}

function weighedCause(cause: Cause, settings: Settings): Cause {
  if (cause.severity === "none" || cause.rule === null) return cause
  const severity = settings.enable ? weighed(cause.rule, cause.severity, settings) : "info"
  return severity === cause.severity ? cause : { ...cause, severity: severity === "off" ? "info" : severity }
}

function clonesOf(logs: readonly FleetLog[], filter: FleetFilter): readonly Clones[] {
  if (filter.phase !== undefined) return []
  const known = logs.flatMap(({ uri, identities }) =>
    identities.map(({ facts, place }) => ({ place: { file: uri, line: place.line }, facts })),
  )
  return cloneGroups(known).clones.filter(({ logs }) => logs.some(({ file }) => holds(filter.text, file)))
}

function isWanted(cause: Cause, uri: string, { errorsOnly, phase, text }: FleetFilter): boolean {
  if (errorsOnly && cause.severity !== "error") return false
  if (phase !== undefined && (cause.severity === "none" || String(cause.phase) !== phase)) return false
  return holds(text, uri, cause.message, cause.code ?? "", cause.rule ?? "")
}

function holds(text: string | undefined, uri: string, ...words: readonly string[]): boolean {
  if (text === undefined) return true
  const sought = text.toLowerCase()
  // An address writes a blank as `%20`, and half a letter cannot stand in one.
  const encoded = encodeURIComponent(sought.replace(/\p{Cs}/gu, "")).toLowerCase()
  return uri.toLowerCase().includes(encoded) || [uri, ...words].some((word) => word.toLowerCase().includes(sought))
}

function shown({ severity, logs }: Group): Pick<FleetNode, "severity" | "logs"> {
  return { severity, logs: logs.length }
}

function groupId(group: Group): string {
  return `cause ${causeKey(group)}`
}

function total(groups: readonly { readonly logs: readonly unknown[] }[]): number {
  return groups.reduce((sum, { logs }) => sum + logs.length, 0)
}

function phaseTitle(phase: Phase | null, say: Say): string {
  return phase === null ? say("No phase of the join") : upperFirst(phaseName(phase))
}
