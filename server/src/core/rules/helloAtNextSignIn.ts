import { helloPrerequisites } from "../knowledge/headings.ts"
import { endsSignIns } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** Everything is ready for Windows Hello; it has not been set up yet. */
export const helloAtNextSignIn = rule({
  id: "hello-at-next-sign-in",
  severity: "info",
  about: ["PreReqResult : WillProvision"],
  phase: "post-join",
  summary: "Windows Hello for Business will be set up at the next sign-in.",
  why: "All prerequisites are met and the user has no Windows Hello key yet. Windows offers the setup the next time the user signs in.",
  fix: endsSignIns("Sign out, and sign in at the device itself.", { rights: "user" }),
  sources: [helloPrerequisites],
  bad: [
    `
                    NgcSet : NO
              PreReqResult : WillProvision
                             ^^^^^^^^^^^^^ hello-at-next-sign-in`,
  ],
  good: ["              PreReqResult : WillNotProvision", "                    NgcSet : YES"],
  *check(log) {
    const result = log.field("PreReqResult")
    if (result && /^WillProvision$/i.test(result.value) && !log.withoutUser) {
      yield { span: result.valueSpan, message: "Windows Hello will be set up at the next sign-in" }
    }
  },
})
