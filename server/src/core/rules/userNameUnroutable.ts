import { localAccount } from "../evidence/localAccount.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { correctSuffix, nameSuffix } from "../knowledge/tenantLadders.ts"
import { rule } from "./rule.ts"

/** A user without a token whose name ends in a domain that nobody can verify. */
export const userNameUnroutable = rule({
  id: "user-name-unroutable",
  severity: "warning",
  about: ["Executing Account Name"],
  phase: "post-join",
  explains: ["prt-missing"],
  summary: "The user's name ends in a domain that no tenant can have verified.",
  why: "The part of the user name behind the @ leads to the tenant. A suffix such as `.local` exists in a private network only, so it cannot be verified in any tenant. Where Microsoft Entra ID checks the password itself (a managed domain), such a user gets no token; in a federated domain, where AD FS or another service checks it, Windows 10 1803 and later accept it.",
  fix: [
    reads(
      "In the Microsoft Entra admin center open Entra ID > Users > All users, and look for the person by the display name.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If the user principal name there has another suffix, the two names have to be made one: go on. If the user is not there, the account is not synchronized: check the scope of Microsoft Entra Connect first.",
      },
    ),
    readAsUser,
    ...correctSuffix,
  ],
  sources: [
    {
      page: "hybridPlan",
      heading:
        "Review on-premises Microsoft Windows Server Active Directory users UPN support for Microsoft Entra hybrid join",
      anchor: "review-on-premises-ad-users-upn-support-for-microsoft-entra-hybrid-join",
    },
    nameSuffix,
  ],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
    Executing Account Name : CONTOSO\\ann, ann@contoso.local
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user-name-unroutable`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : NO
    Executing Account Name : CONTOSO\\ann, ann@contoso.com`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
                AzureAdPrt : YES
    Executing Account Name : CONTOSO\\ann, ann@contoso.local`,
  ],
  *check(log) {
    const account = log.field("Executing Account Name")
    if (!account || !PRIVATE.test(account.value) || log.joinType !== "hybrid-joined") return
    if (log.withoutUser || log.prtAttempt || localAccount(log) || !log.says("AzureAdPrt", "NO")) return
    yield {
      span: account.valueSpan,
      message: "No token: the user name ends in a suffix that cannot be verified, unless it is federated",
    }
  },
})

/** Suffixes that are sold to nobody, so that nobody can prove to own them; networks use them inside. */
const PRIVATE = /@(?:[\w-]{1,63}\.){0,8}(?:local|lan|internal|intern|intranet|corp|home|localdomain|private)(?:\s|,|$)/i
