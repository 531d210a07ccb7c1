import { postJoinAuthentication, userState } from "../knowledge/headings.ts"
import { askForTokenAgain, readAsUser, readElevated } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The token broker has no default account although the user has a primary refresh token. */
export const wamDefaultMissing = rule({
  id: "wam-default-missing",
  severity: "warning",
  about: ["WamDefaultSet : NO"],
  phase: "post-join",
  summary: "The token broker has no default account.",
  why: "Applications ask the Web Account Manager (WAM) for a token, and it has no default account for this user. Single sign-on to Microsoft 365 apps then fails or prompts.",
  fix: [
    readAsUser,
    readElevated,
    reads(
      "Find out whether the user signs in to Microsoft 365 with another name than the user principal name (alternate login ID), and run `netsh winhttp show proxy` on the PC.",
      {
        rights: "user",
        proves:
          "Microsoft names both as causes of a default account that is missing. With another name, compare with a user who has none. With a wrong proxy, correct it.",
      },
    ),
    askForTokenAgain,
  ],
  sources: [postJoinAuthentication, userState],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : NO
                             ^^ wam-default-missing
                AzureAdPrt : YES`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : YES
                AzureAdPrt : YES`,
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES
             WamDefaultSet : NO`,
  ],
  *check(log) {
    const wam = log.field("WamDefaultSet")
    if (!wam || !log.isJoined || log.withoutUser || !log.says("WamDefaultSet", "NO")) return
    if (!log.says("AzureAdPrt", "YES")) return
    yield { span: wam.valueSpan, message: "The token broker has no default account for this user" }
  },
})
