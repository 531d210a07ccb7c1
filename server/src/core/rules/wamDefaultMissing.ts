import { postJoinAuthentication, userState } from "../knowledge/headings.ts"
import { readDefaultAccount, readElevated } from "../knowledge/ladders.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
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
    readDefaultAccount,
    readElevated,
    reads(
      "Find out whether the user signs in to Microsoft 365 with another name than the user principal name (alternate login ID), and run `netsh winhttp show proxy` on the PC.",
      {
        rights: "user",
        proves:
          "Microsoft names both as causes. Another name: see whether a user without one has `WamDefaultSet : YES` here; then that name is the cause, and a matter for whoever set up alternate login ID in Microsoft Entra Connect. A proxy that is wrong: correct it from an elevated prompt with `netsh winhttp set proxy NAME:PORT`. Neither: go on.",
      },
    ),
    endsSignIns(
      "Let the user sign out of Windows and in again with the PC online, and read `WamDefaultSet` once more.",
      {
        rights: "user",
        proves:
          "YES: repaired. NO: the errors of that minute in Applications and Services Logs > Microsoft > Windows > AAD > Operational name the step that failed.",
      },
    ),
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
