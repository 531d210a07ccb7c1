import { isBesideLog } from "../evidence/codes.ts"
import { codeMeanings } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"

/** What stands beside the log of a joined PC, or alone, names an error of setting up Windows Hello. */
export const helloCodeBesideLog = rule({
  id: "hello-code-beside-log",
  severity: "warning",
  about: ["join code"],
  phase: "post-join",
  summary: "The text beside the log names an error of the Windows Hello setup.",
  why: "Windows shows such codes where a user sets up a PIN, which the registration service has to take as well, and events of Windows Hello have them. They say nothing against the join, and dsregcmd prints none of them.",
  fix: [
    reads(
      "In Event Viewer open Applications and Services Logs > Microsoft > Windows > User Device Registration > Admin, and read the errors of the minute in which the setup failed.",
      {
        rights: "administrator",
        proves: "Event 301 has the registration service's own words. Without it, the setup failed before it asked.",
      },
    ),
  ],
  sources: [{ page: "helloErrors" }],
  bad: [
    `
Something went wrong. We couldn't create your PIN. Error code: 0x801c044d
                                                               ^^^^^^^^^^ hello-code-beside-log

             AzureAdJoined : YES
                AzureAdPrt : YES`,
  ],
  good: [
    `
Something went wrong. Error code: 0x801c044d

             AzureAdJoined : NO`,
    `
The join failed last week with 0x801c001d, and works now.

             AzureAdJoined : YES
                AzureAdPrt : YES`,
    `
             AzureAdJoined : YES
                AzureAdPrt : YES`,
  ],
  *check(log) {
    if (log.field("AzureAdJoined") && !log.isJoined) return
    for (const told of log.codes) {
      if (!told.code.startsWith("0x801c") || !isBesideLog(log.capture, told)) continue
      const meanings = codeMeanings(told.code)
      const entry = meanings.find(({ places }) => places.includes("hello"))
      // A code of the join as well is more likely what somebody tells of the past.
      if (!entry || meanings.some(({ places }) => places.some((place) => place !== "hello"))) continue
      yield {
        span: told.span,
        ...said(
          `${entry.title} (${told.code})`,
          "The text names an error of the Windows Hello setup",
          "Windows Hello setup",
        ),
        code: told.code,
        entry,
      }
      return
    }
  },
})
