import { deviceState } from "../knowledge/headings.ts"
import { askForNewLog } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"
/** Two states that exclude each other: the log was edited or put together. */
export const joinedTwice = rule({
  id: "joined-twice",
  severity: "warning",
  about: ["EnterpriseJoined : YES"],
  doubts: true,
  summary: "The log says that the device is joined to both registration services.",
  why: "A device is joined to Microsoft Entra ID or to an on-premises registration service, never to both. A log that says YES to both was edited, or put together from two.",
  fix: askForNewLog,
  sources: [deviceState],
  bad: [
    `
             AzureAdJoined : YES
          EnterpriseJoined : YES
                             ^^^ joined-twice
              DomainJoined : YES`,
  ],
  good: [
    `
             AzureAdJoined : YES
          EnterpriseJoined : NO`,
    `
             AzureAdJoined : NO
          EnterpriseJoined : YES`,
  ],
  *check(log) {
    const other = log.field("EnterpriseJoined")
    const state = log.field("AzureAdJoined")
    if (other && state && log.says("EnterpriseJoined", "YES") && log.says("AzureAdJoined", "YES")) {
      yield {
        span: other.valueSpan,
        message: "Joined to both registration services, which cannot be: the log was edited or mixed",
        verdict:
          "the log says that the device is joined to both registration services, which cannot be: it was edited or mixed",
        related: [{ span: state.valueSpan, message: "The other join" }],
      }
    }
  },
})
