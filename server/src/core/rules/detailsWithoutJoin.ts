import type { Evidence } from "../evidence/evidence.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import type { Section } from "../log/log.ts"
import type { Rule } from "./rule.ts"

/** Details that only a joined device prints, beside a state that says not joined. */
export const detailsWithoutJoin: Rule = {
  id: "details-without-join",
  severity: "warning",
  summary: "Device details stand in the log of a device that is not joined.",
  why: "dsregcmd prints the section Device Details only for a joined device. Beside `AzureAdJoined : NO` and `EnterpriseJoined : NO` it comes from another log, or somebody edited the state.",
  fix: "Ask for a new log, straight from the device.",
  sources: [deviceDetails],
  bad: [
    `
| Device State |
             AzureAdJoined : NO
                             ^^ details-without-join
          EnterpriseJoined : NO
              DomainJoined : YES

| Device Details |
                  DeviceId : 11111111-2222-3333-4444-555555555555`,
  ],
  good: [
    `
| Device State |
             AzureAdJoined : YES
          EnterpriseJoined : NO

| Device Details |
                  DeviceId : 11111111-2222-3333-4444-555555555555`,
    `
| Device State |
             AzureAdJoined : NO
          EnterpriseJoined : NO
                  DeviceId : 11111111-2222-3333-4444-555555555555`,
  ],
  *check(log) {
    const state = log.field("AzureAdJoined")
    const details = contradictingDetails(log)
    if (!state || !details) return
    yield {
      span: state.valueSpan,
      message: "Not joined, yet the log has details of a joined device: it was edited or mixed",
      verdict: "yet the log has details of a joined device: it was edited or mixed",
      related: [{ span: details.titleSpan, message: "Printed only for a joined device" }],
    }
  },
}

/** The details of a joined device in a log that says it is none; such a log does not tell whether it is joined. */
export function contradictingDetails(log: Evidence): Section | undefined {
  if (!log.says("AzureAdJoined", "NO") || log.says("EnterpriseJoined", "YES")) return undefined
  return log.capture.sections.find(({ id, blocks }) => id === "device-details" && blocks.length > 0)
}
