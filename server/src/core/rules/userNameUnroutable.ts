import { localAccount } from "../evidence/localAccount.ts"
import { readAsUser } from "../knowledge/ladders.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** A user without a token whose name ends in a domain that nobody can verify. */
export const userNameUnroutable = rule({
  id: "user-name-unroutable",
  severity: "warning",
  about: ["Executing Account Name"],
  phase: "post-join",
  explains: ["prt-missing"],
  summary: "The user's name ends in a domain that no tenant can have verified.",
  why: "The part of the user name behind the @ leads to the tenant. A suffix such as `.local` exists in a private network only, so it can be verified in no tenant, and a managed domain gives such a user no token. In a federated domain Windows 10 1803 and later accept it.",
  fix: [
    reads("Look up the user in the admin center and read the user principal name there.", {
      rights: "directory-administrator",
      where: "directory",
      proves:
        "With another suffix there, the two names have to be made one. A user who is not there is not synchronized.",
    }),
    readAsUser,
    changes(
      "Add a verified domain as a UPN suffix in Active Directory, give it to the user, and let the sync run. An alternate login ID is no cure in a managed domain.",
      {
        rights: "directory-administrator",
        where: "directory",
      },
    ),
  ],
  sources: [
    {
      page: "hybridPlan",
      heading:
        "Review on-premises Microsoft Windows Server Active Directory users UPN support for Microsoft Entra hybrid join",
      anchor: "review-on-premises-ad-users-upn-support-for-microsoft-entra-hybrid-join",
    },
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
