import { changes } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** As many work accounts as a user can have. */
export const workAccountLimit = rule({
  id: "work-account-limit",
  severity: "info",
  about: ["WorkAccountCount"],
  summary: "The user has reached the limit of work accounts.",
  why: "Windows keeps at most three Microsoft Entra accounts for one user. A fourth cannot be added.",
  fix: changes(
    "Under Settings > Accounts > Access work or school, disconnect an account that is not needed, then add the other one. Its apps and mail are gone from this session after that.",
    { rights: "user" },
  ),
  sources: [{ page: "faq" }],
  bad: [
    `
          WorkAccountCount : 3
                             ^ work-account-limit`,
  ],
  good: ["          WorkAccountCount : 1", "          WorkAccountCount : 2"],
  *check(log) {
    const count = log.field("WorkAccountCount")
    if (count && /^\d{1,3}$/.test(count.value) && Number(count.value) >= 3) {
      yield { span: count.valueSpan, message: "Three work accounts, the most that one user can have" }
    }
  },
})
