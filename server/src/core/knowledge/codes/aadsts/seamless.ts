import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, endsSignIns, fact, reads } from "../../step.ts"
import { table } from "./advice.ts"

/** The table of the codes of Seamless SSO. */
const failures: Source = {
  page: "seamlessSso",
  heading: "Sign-in failure reasons in the Microsoft Entra admin center (needs a Premium license)",
}

const checklist: Source = {
  page: "seamlessSso",
  heading: "Troubleshooting checklist",
  anchor: "troubleshooting-checklist",
}

const status: Source = { page: "seamlessSso", heading: "Check status of feature", anchor: "check-status-of-feature" }

const notThePrt = shared(
  fact(
    "Seamless single sign-on is for browsers and apps on PCs without a PRT. On a joined device with a PRT, Windows uses that instead, so this code explains no missing PRT.",
  ),
)

const ticket = shared(
  reads("Run `klist` as the user: a ticket for the computer account `AZUREADSSOACC` has to be there after a try.", {
    proves:
      "A ticket: it came and was not accepted; look at the computer account. None: the PC did not get one; look at the zone and the domain controller.",
    rights: "user",
  }),
)

const account = shared(
  reads(
    "See that the computer account `AZUREADSSOACC` exists and is enabled in the user's forest, and that PC and domain controller differ by less than five minutes.",
    { rights: "directory-administrator", where: "active-directory" },
  ),
)

const freshTicket = shared(
  changes("Run `klist purge` as the user with a domain controller in reach, and try again.", { rights: "user" }),
)

const enabled = shared(
  reads(
    "Look under Microsoft Entra Connect in the Microsoft Entra admin center whether seamless single sign-on is enabled, and for which forests.",
    { rights: "directory-administrator", where: "entra" },
  ),
)

const synchronizeUser = shared(
  changes("Bring the user's account into the scope of the synchronization, and wait for a cycle.", {
    rights: "administrator",
    where: "sync-server",
  }),
)

const notChecked = shared(
  "Microsoft Entra ID could not check the Kerberos ticket that stood for the user. Microsoft says this of AADSTS81002, AADSTS81003 and AADSTS81008 alike, and no page tells them apart.",
)

/** One of the numbers under which Microsoft says that the ticket could not be validated. */
function ticketNotValid(code: string): CodeEntry {
  return {
    kind: "code",
    code,
    symbols: [],
    places: ["any"],
    title: "Kerberos ticket for seamless single sign-on not validated",
    cause: notChecked,
    resolution: [ticket, account, freshTicket, notThePrt],
    sources: [failures, checklist],
  }
}

/** Answers about seamless single sign-on, by which Microsoft Entra ID takes a Kerberos ticket of the domain. */
export const seamlessCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50180",
    symbols: ["WindowsIntegratedAuthMissing"],
    places: ["any"],
    title: "Windows authentication wanted, seamless single sign-on not on",
    cause:
      "The request wants the user to be signed in by Windows itself (integrated Windows authentication), and the tenant is not enabled for seamless single sign-on.",
    resolution: [
      reads("See that the sign-in came from a PC of the domain, inside the network: only there can Windows do it.", {
        rights: "user",
        proves:
          "From elsewhere: Windows cannot do it there, and the user types the password. From inside: look whether the feature is on.",
      }),
      enabled,
      changes("If it should be on, enable it in Microsoft Entra Connect, under *Change user sign-in*.", {
        rights: "administrator",
        where: "sync-server",
      }),
      notThePrt,
    ],
    sources: [table, status],
  },
  {
    kind: "code",
    code: "AADSTS81001",
    symbols: [],
    places: ["any"],
    title: "Kerberos ticket too large for seamless single sign-on",
    cause: "The user is in so many groups that the Kerberos ticket has grown too large for the request.",
    resolution: [
      reads("Count the user's groups: `whoami /groups`.", {
        proves: "Hundreds: the ticket grows with each. Few: look for large claims in it, such as a long SID history.",
        rights: "user",
      }),
      changes("Take the user out of groups that are not needed.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
      notThePrt,
    ],
    sources: [failures],
  },
  ticketNotValid("AADSTS81002"),
  ticketNotValid("AADSTS81003"),
  {
    kind: "code",
    code: "AADSTS81004",
    symbols: ["DesktopSsoIdentityInTicketIsNotAuthenticated"],
    places: ["any"],
    title: "Kerberos authentication for seamless single sign-on failed",
    cause: "The Kerberos ticket came, and the identity in it was not authenticated.",
    resolution: [
      reads(
        "Look at the clock of the PC: Kerberos takes a difference of five minutes at most, and a wrong clock fails like this.",
        {
          proves: "More than five minutes off: set it. Right: look at the computer account of seamless single sign-on.",
          rights: "user",
        },
      ),
      ticket,
      account,
      freshTicket,
      notThePrt,
    ],
    sources: [failures, checklist, table],
  },
  {
    kind: "code",
    code: "AADSTS81005",
    symbols: ["DesktopSsoAuthenticationPackageNotSupported"],
    places: ["any"],
    title: "browser offered something else than Kerberos",
    cause:
      "The browser or app answered with an authentication package that seamless single sign-on does not take. NTLM, to which a browser falls back without Kerberos, is one.",
    resolution: [
      reads(
        "See that `https://autologon.microsoftazuread-sso.com` is in the user's Local intranet zone, not among the Trusted sites.",
        { proves: "Not there: add it by policy. There: see whether a domain controller is in reach.", rights: "user" },
      ),
      ticket,
      reads("See that the PC reaches a domain controller at that time.", { rights: "user" }),
      notThePrt,
    ],
    confidence: "inferred",
    sources: [table, checklist],
  },
  {
    kind: "code",
    code: "AADSTS81006",
    symbols: ["DesktopSsoNoAuthorizationHeader"],
    places: ["any"],
    title: "browser sent no Kerberos ticket",
    cause:
      "The browser or app was asked for a Kerberos ticket and sent none. A user on a PC outside the domain, or without a domain controller in reach, has none to send.",
    resolution: [
      reads(
        "Check that the user signed in with a domain account, on a PC of the domain, with a domain controller in reach.",
        {
          rights: "user",
          proves:
            "One is missing: then no ticket can come, and the user types the password. All there: look at the zone of the address.",
        },
      ),
      reads(
        "Look at the intranet zone: without `https://autologon.microsoftazuread-sso.com` in it, a browser sends no ticket there.",
        {
          rights: "user",
        },
      ),
      notThePrt,
    ],
    confidence: "inferred",
    sources: [table, checklist],
  },
  {
    kind: "code",
    code: "AADSTS81007",
    symbols: ["DesktopSsoTenantIsNotOptIn"],
    places: ["any"],
    title: "tenant not enabled for seamless single sign-on",
    cause: "A Kerberos ticket was offered to a tenant in which seamless single sign-on is not enabled.",
    resolution: [
      reads("Ask whether it is meant to be on: PCs that are joined and have a PRT do not need it.", {
        proves: "Meant: enable it. Not meant: take its address out of the zones, as below.",
        rights: "directory-administrator",
        where: "entra",
      }),
      enabled,
      "If it is meant to be off, take its address out of the intranet zone policy, so that browsers stop trying.",
      notThePrt,
    ],
    confidence: "inferred",
    sources: [table, status],
  },
  ticketNotValid("AADSTS81008"),
  {
    kind: "code",
    code: "AADSTS81009",
    symbols: ["DesktopSsoAuthorizationHeaderValueWithBadFormat"],
    places: ["any"],
    title: "Kerberos ticket in a header of the wrong form",
    cause:
      "The browser or app sent a Kerberos ticket to prove the user, and Microsoft Entra ID could not check it: by the name of the code, the header that carries the ticket does not have the right form.",
    resolution: [
      reads(
        "Repeat the sign-in in Microsoft Edge, and once without the proxy. If only one browser or only the way over the proxy fails, that one writes or changes the header `Authorization`.",
        { proves: "It fails everywhere: look at a security product that changes web requests.", rights: "user" },
      ),
      ticket,
      account,
      freshTicket,
      notThePrt,
    ],
    note: "Microsoft gives one sentence for four codes, of which this is one; what is said of the header rests on the name, and the first step is inferred from it.",
    confidence: "inferred",
    sources: [failures, checklist, table],
  },
  {
    kind: "code",
    code: "AADSTS81010",
    symbols: ["DesktopSsoAuthTokenInvalid"],
    places: ["any"],
    title: "Kerberos ticket for seamless single sign-on not valid",
    cause: "A Kerberos ticket did come from the user, and its time was over, or it was not a valid one.",
    resolution: [
      reads(
        "Run `klist` as the user and read when the ticket for `AZUREADSSOACC` ends: tickets are good for ten hours by default.",
        {
          proves:
            "In the past: sign in to Windows anew. In the future: compare the clocks of the PC and the domain controller.",
          rights: "user",
        },
      ),
      account,
      endsSignIns(
        "Have the user sign in to the PC again, inside the company network, so that Windows gets fresh tickets.",
        {
          rights: "user",
        },
      ),
      notThePrt,
    ],
    sources: [failures, table],
  },
  {
    kind: "code",
    code: "AADSTS81011",
    symbols: ["DesktopSsoLookupUserBySidFailed"],
    places: ["any"],
    title: "user of the Kerberos ticket not in the tenant",
    cause: "Microsoft Entra ID looked for a user by the identifier (SID) in the Kerberos ticket and found none.",
    resolution: [
      reads("Look for the user in the Microsoft Entra admin center: is the account there, and is it synchronized?", {
        proves:
          "Missing: bring it into the scope of the sync. There, but a cloud account: the two do not belong together.",
        rights: "directory-administrator",
        where: "entra",
      }),
      synchronizeUser,
      notThePrt,
    ],
    sources: [failures, table],
  },
  {
    kind: "code",
    code: "AADSTS81012",
    symbols: ["DesktopSsoMismatchBetweenTokenUpnAndChosenUpn"],
    places: ["any"],
    title: "another user than the one signed in to the PC",
    cause: "Somebody signs in to an app with one account, on a PC where another one is signed in to Windows.",
    resolution: [
      reads("Compare the account in the app with the one that `whoami /upn` prints.", {
        proves:
          "They differ: type name and password of the other one. The same: the app remembers an older sign-in; sign out of it.",
        rights: "user",
      }),
      reads("Type name and password for the other account, or sign in to Windows with it on another PC.", {
        rights: "user",
      }),
      notThePrt,
    ],
    confidence: "inferred",
    sources: [failures, table],
  },
  {
    kind: "code",
    code: "AADSTS81013",
    symbols: [],
    places: ["any"],
    title: "no user object for the Kerberos ticket",
    cause: "What the Kerberos ticket says of the user leads to no user object in the tenant.",
    resolution: [
      reads("Compare the account on premises with the user in the tenant: it may never have been synchronized.", {
        proves: "Not synchronized: bring it into the scope. Synchronized: compare the names of both.",
        rights: "directory-administrator",
        where: "entra",
      }),
      synchronizeUser,
      notThePrt,
    ],
    sources: [failures],
  },
]
