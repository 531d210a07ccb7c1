import { localAccount } from "../evidence/localAccount.ts"
import { ssoState } from "../knowledge/headings.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"

/** dsregcmd was run by an account of the PC itself. */
export const localAccountRan = rule({
  id: "local-account-ran",
  severity: "info",
  about: ["Executing Account Name"],
  explains: ["prt-missing", "wam-default-missing", "wam-default-error", "hello-not-offered", "hello-blocked"],
  limit: "was made by a local account, which never has a token",
  summary: "A local account ran dsregcmd, and such an account has no token.",
  why: "The account belongs to the PC and not to Microsoft Entra ID, so it has no primary refresh token, no default account and no Windows Hello. What the log says of these is true of this account only.",
  fix: readAsUser,
  sources: [ssoState],
  bad: [
    `
               Device Name : pc01.contoso.com
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
    Executing Account Name : PC01\\localadmin
                             ^^^^^^^^^^^^^^^ local-account-ran
             IsUserAzureAD : NO`,
  ],
  good: [
    `
               Device Name : pc01.contoso.com
             AzureAdJoined : YES
    Executing Account Name : CONTOSO\\ann, ann@contoso.com`,
    `
               Device Name : pc01.contoso.com
             AzureAdJoined : NO
    Executing Account Name : PC01\\localadmin`,
  ],
  *check(log) {
    const account = localAccount(log)
    if (
      account &&
      log.isJoined &&
      !log.withoutUser &&
      !log.says("IsUserAzureAD", "YES") &&
      !log.says("AzureAdPrt", "YES")
    ) {
      yield { span: account.valueSpan, message: "A local account of this PC ran dsregcmd: it never has a token" }
    }
  },
})
