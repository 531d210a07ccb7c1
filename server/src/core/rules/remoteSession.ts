import { helloPrerequisites } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** Made over remote desktop, where Windows Hello does not provision. */
export const remoteSession = rule({
  id: "remote-session",
  severity: "info",
  about: ["SessionIsNotRemote : NO"],
  summary: "The log was made in a remote session.",
  why: "Windows Hello for Business is never set up over remote desktop. That is by design and no defect; virtual desktops and cloud PCs are always remote.",
  fix: reads("To judge Windows Hello on a physical PC, run `dsregcmd /status` at the device itself.", {
    rights: "user",
    proves: "With `SessionIsNotRemote : YES` the other lines of the section count.",
  }),
  sources: [helloPrerequisites],
  bad: [
    `
             PolicyEnabled : YES
        SessionIsNotRemote : NO
                             ^^ remote-session
              PreReqResult : WillNotProvision`,
  ],
  good: ["        SessionIsNotRemote : YES", "        SessionIsNotRemote : UNKNOWN"],
  *check(log) {
    const session = log.field("SessionIsNotRemote")
    if (session && !log.withoutUser && log.says("SessionIsNotRemote", "NO")) {
      yield { span: session.valueSpan, message: "A remote session, in which Windows Hello is never set up" }
    }
  },
})
