import type { CodeEntry } from "../code.ts"
import { userState } from "../headings.ts"
import { changes, endsSignIns, fact, reads } from "../step.ts"
import { askSupport, helloRemedies, helloUnknown, repeatSetup, signInAgain } from "./helloAdvice.ts"
import { registerAgain, registerAgainSteps } from "./registerAgain.ts"

/** Codes of Windows Hello about the account that is set up, its token and its sign-in. */
export const helloAccountCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c004d",
    symbols: ["DSREG_NO_DEFAULT_ACCOUNT"],
    places: ["hello"],
    title: "no default WAM account",
    cause:
      "Windows Hello asks for its Microsoft Entra token through the user's default account in the Web Account Manager (WAM), and found none. The PC cannot be set up for a PIN.",
    resolution: [
      reads(
        "Read `WamDefaultSet` under User State in a log taken as the signed-in user, without elevation. It should say YES.",
        {
          proves:
            "YES: the account is there now; repeat the setup. NO or ERROR: sign out and in, and read it again, before the setup is repeated.",
          rights: "user",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    note: "That `WamDefaultSet` shows this account is inferred from the description of the field.",
    sources: [helloUnknown, userState],
  },
  {
    kind: "code",
    code: "0x801c03f0",
    symbols: [],
    places: ["hello"],
    title: "no key registered for the user",
    cause: "The service has no Windows Hello key on record for this user.",
    resolution: [
      reads(
        "In Microsoft Entra ID, look at the authentication methods of the user: a key of Windows Hello for Business has to be listed.",
        {
          proves:
            "None listed: the setup never ended; repeat it. One is listed: it belongs to another PC or to an earlier setup of this one; repeat the setup too, which registers a new one.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c03f1",
    symbols: [],
    places: ["hello"],
    title: "no UPN in the token",
    cause:
      "The user's token names no UPN, and without it the service does not know for whom to register the Windows Hello key.",
    resolution: [
      reads("Run `whoami /upn` as the user and compare it with the user name in Microsoft Entra ID.", {
        proves:
          "If they differ or none is printed, correct the name where the account is kept. If they are the same, repeat the setup: the token was an old one.",
        rights: "user",
      }),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c044c",
    symbols: [],
    places: ["hello"],
    title: "no core window",
    cause: "The thread that ran the setup had no window of its own (core window) to work with.",
    resolution: [
      changes(
        "Start the setup from Settings > Accounts > Sign-in options on the desktop of the user, not from a remote tool or a script.",
        {
          proves: "If it works there, the tool was the cause. If not, it is Windows' own: restart the PC and repeat.",
          rights: "user",
        },
      ),
      repeatSetup,
      askSupport,
    ],
    sources: [helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c044d",
    symbols: [],
    places: ["hello"],
    title: "no user token, or no device ID in it",
    cause: "Two causes share this code. Windows could not get a token for the user, or it got one without a device ID.",
    resolution: [
      reads(
        "Read event 324 in the User Device Registration log, which says why no token came, and `AzureAdPrt` in a log of that user: without a PRT there is none to get.",
        {
          rights: "user",
          proves:
            "`AzureAdPrt : NO`: the user has no token; follow the codes below that line, and Windows Hello follows. A code in event 324: follow that. Neither: go on.",
        },
      ),
      signInAgain,
      fact(
        "A code that comes back after that stands for a token without the device ID, which calls for a new registration.",
      ),
      registerAgain,
    ],
    note: "The order is ours: it starts with the remedy that changes nothing on the PC. That event 324 has the reason is inferred from the description of the event.",
    sources: [helloRemedies, registerAgainSteps],
  },
  {
    kind: "code",
    code: "0x801c044e",
    symbols: [],
    places: ["hello"],
    title: "no credentials entered",
    cause: "Windows asked the user for credentials and did not receive any.",
    resolution: [
      changes("Start the setup again with the user at the PC, and have the sign-in window answered this time.", {
        proves: "If no window comes, see whether it hides behind another, or the session is a remote one.",
        rights: "user",
      }),
      signInAgain,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0451",
    symbols: [],
    places: ["hello"],
    title: "user token switch account",
    cause:
      "Microsoft describes the code with these words only: user token switch account. Its remedy points to stored accounts of the Web Account Manager (WAM).",
    resolution: [
      reads(
        "Look under Settings > Accounts > Access work or school which accounts the user has, and write them down: after the next step they may have to be added again.",
        {
          proves:
            "More than one work account: the token was for another one than that of the setup. One: its stored data are damaged. The next step is for both.",
          rights: "user",
        },
      ),
      endsSignIns(
        "As the user concerned, delete the files in `%LOCALAPPDATA%\\Packages\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy\\AC\\TokenBroker\\Accounts`, then restart the PC.",
        { rights: "user" },
      ),
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0xc00000bb",
    symbols: ["STATUS_NOT_SUPPORTED"],
    places: ["hello"],
    title: "PIN sign-in not supported by the domain controller",
    cause:
      "The domain controller does not support this way of signing in; the user reads that the PIN or option is temporarily unavailable. Most often its Kerberos service (KDC) lacks the right certificate. It can also be that the PC cannot check that certificate against the revocation list (CRL).",
    resolution: [
      reads("Let the user sign in another way for now, for example with the password.", {
        proves:
          "If that works, the account is sound, and only the domain controller's certificate or its revocation list is the matter: go on. If it fails too, follow the code of that sign-in.",
        rights: "user",
      }),
      reads("Check the domain controller's certificate for Kerberos authentication.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
      reads("Check from the PC that the CRL addresses in that certificate can be reached."),
    ],
    note: "Microsoft's own advice ends with another sign-in method. The two checks follow from the causes it names.",
    sources: [helloRemedies, { page: "ntstatus" }],
  },
]
