import type { Rule } from "../rule.ts"
import { isHelloWanted, missingPrerequisites, willNotProvision } from "./helloBlocked.ts"

/** Windows Hello is not set up, and nobody asked for it here. */
export const helloNotOffered: Rule = {
  id: "hello-not-offered",
  severity: "info",
  phase: "post-join",
  summary: "Windows Hello for Business will not be set up.",
  why: "Either no policy asks for Windows Hello, or the session is remote. Neither is a fault.",
  fix: "If Windows Hello is wanted, enable its policy, and sign in at the device itself.",
  sources: [{ page: "dsregcmd", heading: "NGC prerequisites check", anchor: "ngc-prerequisites-check" }],
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
             AzureAdJoined : NO
              DomainJoined : NO
             PolicyEnabled : NO
              PreReqResult : WillNotProvision`,
  ],
  *check(log) {
    const result = willNotProvision(log)
    if (!result || isHelloWanted(log) || !log.says("AzureAdJoined", "YES")) return
    const missing = missingPrerequisites(log)
    if (missing.length === 0) return
    yield {
      span: result.valueSpan,
      message: log.says("PolicyEnabled", "NO")
        ? "Windows Hello is not set up, because no policy asks for it"
        : "Windows Hello is not set up in a remote session",
      related: missing,
    }
  },
}
