import { rule } from "./rule.ts"

/** The text is what the Linux tool `dsreg` prints. */
export const linuxTool = rule({
  id: "linux-tool",
  severity: "info",
  about: ["Device Registration Status"],
  doubts: true,
  summary: "This is the output of the Linux tool dsreg.",
  why: "The Microsoft Identity Broker for Linux has a tool of its own with other lines and other meanings. Nothing here is read as if Windows had printed it.",
  fix: "Read the output with Microsoft's page on the Linux tool. For a Windows device, run `dsregcmd /status` there.",
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
