import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** The text is what the Linux tool `dsreg` prints. */
export const linuxTool = rule({
  id: "linux-tool",
  severity: "info",
  about: ["Device Registration Status"],
  doubts: true,
  summary: "This is the output of the Linux tool dsreg.",
  why: "The Microsoft Identity Broker for Linux has a tool of its own with other lines and other meanings. Nothing here is read as if Windows had printed it.",
  fix: [
    reads("Read the output with Microsoft's page on the Linux tool.", {
      rights: "user",
      proves: "Its lines mean what that page says; nothing of Windows can be concluded from them.",
    }),
    reads("If the question is about a Windows device, run `dsregcmd /status` on that device.", {
      rights: "user",
      proves: "Only that output has the state and the tests that are read here.",
    }),
  ],
  sources: [{ page: "linuxTool" }],
  bad: [
    `
Device State
-----------------------------------------------------------------
Device Registration Status   : Registered
                               ^^^^^^^^^^ linux-tool
Device ID                    : 7f0c0d5e-0000-4000-8000-000000000000`,
  ],
  good: ["             AzureAdJoined : YES"],
  *check(log) {
    const field = log.field("Device Registration Status")
    if (field && !log.field("AzureAdJoined")) {
      yield {
        span: field.valueSpan,
        message: "This is the output of dsreg for Linux, which dsregcmd's meanings do not fit",
      }
    }
  },
})
