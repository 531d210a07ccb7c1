import { deviceDetails } from "../knowledge/headings.ts"
import { askForNewLog } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** Details that only a joined device prints, beside a state that says not joined. */
export const detailsWithoutJoin = rule({
  id: "details-without-join",
  severity: "warning",
  about: ["AzureAdJoined : NO"],
  explains: ["hybrid-join-incomplete"],
  doubts: true,
  summary: "Device details stand in the log of a device that is not joined.",
  why: "dsregcmd prints the section Device Details only for a joined device. Beside `AzureAdJoined : NO` and `EnterpriseJoined : NO` it comes from another log, or somebody edited the state.",
  fix: askForNewLog,
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
    const details = log.contradictingDetails
    if (!state || !details) return
    yield {
      span: state.valueSpan,
      message: "Not joined, yet the log has details of a joined device: it was edited or mixed",
      verdict: "yet the log has details of a joined device: it was edited or mixed",
      related: [{ span: details.titleSpan, message: "Printed only for a joined device" }],
    }
  },
})
