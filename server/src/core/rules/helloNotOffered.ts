import { missingPrerequisites, willNotProvision } from "../evidence/hello.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { changes } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** Windows Hello is not set up, and nobody asked for it here. */
export const helloNotOffered = rule({
  id: "hello-not-offered",
  severity: "info",
  about: ["PreReqResult : WillNotProvision"],
  phase: "post-join",
  summary: "Windows Hello for Business will not be set up.",
  why: "No policy asks for Windows Hello on this device. That is a state, no fault.",
  fix: changes("Set the policy for Windows Hello for Business, if it is wanted. If not, there is nothing to do.", {
    rights: "directory-administrator",
    where: "management",
  }),
  sources: [helloPrerequisites],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             PolicyEnabled : NO
              PreReqResult : WillNotProvision
                             ^^^^^^^^^^^^^^^^ hello-not-offered`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             PolicyEnabled : YES
              PreReqResult : WillProvision`,
    `
             AzureAdJoined : YES
              DomainJoined : NO
             PolicyEnabled : YES
        SessionIsNotRemote : NO
              PreReqResult : WillNotProvision`,
    `
             AzureAdJoined : NO
              DomainJoined : NO
             PolicyEnabled : NO
              PreReqResult : WillNotProvision`,
  ],
  *check(log) {
    const result = willNotProvision(log)
    if (!result || !log.says("PolicyEnabled", "NO") || !log.says("AzureAdJoined", "YES")) return
    yield {
      span: result.valueSpan,
      message: "Windows Hello is not set up, because no policy asks for it",
      related: missingPrerequisites(log),
    }
  },
})
