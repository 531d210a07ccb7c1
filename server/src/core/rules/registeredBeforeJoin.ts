import { joinStatus } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** A work account stands on a domain joined PC that is not hybrid joined. */
export const registeredBeforeJoin = rule({
  id: "registered-before-join",
  severity: "info",
  about: ["WorkplaceJoined : YES"],
  summary: "A work or school account was added before a hybrid join.",
  why: "The PC is registered for this user as if it were a personal device. Where no hybrid join is wanted that is healthy. A later hybrid join ignores the account from Windows 10 version 1607 on.",
  fix: reads("Nothing for the join itself. After it, read `WorkplaceJoined` again.", {
    rights: "user",
    proves:
      "Windows 10 version 1803 with KB4489894 and later remove the registration when the same domain user signs in.",
  }),
  sources: [joinStatus, { page: "hybridPlan" }],
  bad: [
    `
             AzureAdJoined : NO
          EnterpriseJoined : NO
              DomainJoined : YES
           WorkplaceJoined : YES
                             ^^^ registered-before-join`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
           WorkplaceJoined : NO`,
  ],
  *check(log) {
    const registered = log.field("WorkplaceJoined")
    if (log.joinType === "domain-joined" && registered && log.says("WorkplaceJoined", "YES")) {
      yield {
        span: registered.valueSpan,
        message: "A work account on this domain PC; a later hybrid join ignores it",
      }
    }
  },
})
