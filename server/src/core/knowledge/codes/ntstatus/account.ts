import type { CodeEntry } from "../../code.ts"
import { askForTokenAgain } from "../../ladders.ts"
import { changes, fact, reads } from "../../step.ts"
import { correctSuffix, nameSuffix } from "../../tenantLadders.ts"
import { hybridTable, prtStatus } from "../prtTables.ts"
import { windowsNumber } from "./advice.ts"

/** Status numbers about the account and the trust of the PC. */
export const accountStatusCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xc000005e",
    symbols: ["STATUS_NO_LOGON_SERVERS"],
    places: ["post-join"],
    title: "no logon server available",
    cause:
      "No logon server was there to handle the sign-in. On Wi-Fi that first wants a sign-in in the browser, Windows Hello with cloud trust ends so after about two minutes: the question to Microsoft Entra ID takes longer than the 120 seconds for which the PIN counts.",
    resolution: [
      reads("On a domain joined PC, run `nltest /dsgetdc:{Domain}`.", {
        rights: "user",
        proves:
          "A name: a domain controller is in reach; lock and unlock the PC. An error: connect the PC to the company network or its VPN first.",
      }),
      reads(
        "On Wi-Fi that wants a sign-in in the browser first, as in hotels and airports, sign in by the password, over another network, or in airplane mode.",
        { rights: "user" },
      ),
      askForTokenAgain,
    ],
    note: "No Microsoft page says that the CloudAP plug-in returns it as `Attempt Status`. The article on such Wi-Fi shows it as the status in event 4625 of the Security log. The domain controller advice is inferred from the meaning of the number.",
    sources: [
      windowsNumber,
      {
        page: "helloCaptivePortal",
        heading: "Cause: timeout mismatch between CloudAP and Windows Hello for Business",
        anchor: "cause-timeout-mismatch-between-cloudap-and-windows-hello-for-business",
      },
    ],
  },
  {
    kind: "code",
    code: "0xc000005f",
    symbols: ["STATUS_NO_SUCH_LOGON_SESSION"],
    places: ["post-join"],
    title: "user's domain not found in Microsoft Entra ID",
    cause:
      "Realm discovery failed: Microsoft Entra ID does not know the domain in the user's UPN. The name of the number speaks of a missing logon session, but that is not what it stands for here.",
    resolution: [
      reads(
        "Find the name that was sent: event 1144 in AAD > Analytic has it, or `whoami /upn` in the session of that user.",
        {
          rights: "administrator",
          inLog: [
            {
              fields: ["User Identity"],
              leaves: "The name that was sent is {0}; Microsoft Entra ID does not know the part behind the @.",
            },
          ],
          proves: "The part of it behind the @ is what the next step looks for.",
        },
      ),
      ...correctSuffix,
      fact("An alternate login ID is a way around it in federated domains only."),
    ],
    sources: [prtStatus, hybridTable, { page: "alternateLogin" }, { page: "hybridPlan" }, nameSuffix],
  },
  {
    kind: "code",
    code: "0xc0000064",
    symbols: ["STATUS_NO_SUCH_USER"],
    places: ["post-join"],
    title: "account does not exist",
    cause: "The account in the request does not exist where it was looked for.",
    resolution: [
      reads("Compare {User Identity} with the user's UPN in Microsoft Entra ID, letter by letter.", {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "They differ: make the two names one in Active Directory. They are the same: the account was created later; ask for the token again.",
      }),
      "If the server names AADSTS50034, follow that code: the tenant does not know the account.",
    ],
    sources: [
      windowsNumber,
      {
        page: "prt",
        heading: 'Common server error codes ("AADSTS" prefix)',
        anchor: "common-server-error-codes-aadsts-prefix",
      },
    ],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc000006e",
    symbols: ["STATUS_ACCOUNT_RESTRICTION"],
    places: ["post-join"],
    title: "account restriction",
    cause:
      "User name and password were right, but a restriction on the account, such as its logon hours, stopped the sign-in.",
    resolution: [
      reads(
        "Run `net user NAME /domain` on a PC of the domain and read *Workstations allowed* and *Logon hours allowed*.",
        {
          proves:
            "A limit that the attempt broke: that is the cause; lift it if the user should work so. None: look at the other restrictions of the account.",
          rights: "user",
        },
      ),
      reads("Look at the account's other restrictions in Active Directory.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000071",
    symbols: ["STATUS_PASSWORD_EXPIRED"],
    places: ["post-join"],
    title: "password expired",
    cause: "The password of the account has run out. The account itself is still valid, unlike with 0xc0000193.",
    resolution: [
      reads("Run `net user NAME /domain` with the name of the account and read when its password expires.", {
        rights: "user",
        proves:
          "A day that is over: let the user set a new password. Later: sign in with the password that is valid now.",
      }),
      changes("Have the user set a new password and sign in to Windows with it.", {
        rights: "user",
        where: "directory",
      }),
      "Give the password time to reach Microsoft Entra ID where it is synchronized from Active Directory.",
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000072",
    symbols: ["STATUS_ACCOUNT_DISABLED"],
    places: ["post-join"],
    title: "account disabled, or only reported so",
    cause:
      "On a hybrid joined PC this comes up although the account is enabled. After sleep or hibernation, or before the VPN is up, Windows cannot refresh its cached user data from a domain controller and sends the short SAM account name instead of the UPN. Microsoft Entra ID answers AADSTS50034, and Windows reports that as a disabled account.",
    resolution: [
      reads(
        "Look at the account in Active Directory and in the Microsoft Entra admin center (Entra ID > Users): is it enabled in both?",
        {
          rights: "directory-administrator",
          where: "directory",
          proves:
            "If it is disabled in one, that is the cause: enable it if that was not meant. If it is enabled in both, the report is a false one: go on.",
        },
      ),
      reads(
        "With a domain controller in reach (the company network, or a VPN that is up before the sign-in), wait some minutes and unlock the PC, or sign out and in.",
        {
          rights: "user",
          proves:
            "If the token comes, this form of the error is over. If it comes back after each sleep, the VPN connects too late: one of the device, which is up before the user signs in, avoids it.",
        },
      ),
      askForTokenAgain,
    ],
    note: "Microsoft shows it as the substatus of 0xc000006d in event 7001 of Windows Hello for Business, not as `Attempt Status`, and calls the behavior by design. The false report does not occur on PCs that are joined to Microsoft Entra ID alone.",
    sources: [
      { page: "accountDisabled", heading: "Symptoms", anchor: "symptoms" },
      { page: "accountDisabled", heading: "Cause", anchor: "cause" },
      windowsNumber,
    ],
  },
  {
    kind: "code",
    code: "0xc0000133",
    symbols: ["STATUS_TIME_DIFFERENCE_AT_DC"],
    places: ["post-join"],
    title: "clocks too far apart",
    cause: "The clocks of the domain controller and of another computer in the domain are too far apart.",
    resolution: [
      reads(
        "Compare the PC's clock with the domain's: `w32tm /stripchart /computer:{Domain} /samples:3` prints the offset, `w32tm /query /source` where the PC has its time from.",
        {
          rights: "user",
          proves:
            "More than five minutes: Kerberos refuses; set the clock with `w32tm /resync` from an elevated prompt. Seconds: the clock is right again; unlock the PC once more.",
        },
      ),
      changes("Correct the time source, then run `w32tm /resync`.", { rights: "administrator" }),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc000018b",
    symbols: ["STATUS_NO_TRUST_SAM_ACCOUNT"],
    places: ["post-join"],
    title: "no computer account in the domain",
    cause: "The domain has no computer account for this PC to base its trust on.",
    resolution: [
      reads("In Active Directory look for the computer object: `Get-ADComputer {Computer}`.", {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "Found and enabled: go on. Disabled: enable it. Not found: it was deleted; restore it, or join the PC to the domain anew.",
      }),
      reads("Test the PC's trust in the domain with `Test-ComputerSecureChannel` in an elevated PowerShell window.", {
        rights: "administrator",
        proves:
          "True: the trust is whole; sign in again. False: repair it there with `Test-ComputerSecureChannel -Repair`.",
      }),
    ],
    sources: [windowsNumber, { page: "secureChannel" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000193",
    symbols: ["STATUS_ACCOUNT_EXPIRED"],
    places: ["post-join"],
    title: "account expired",
    cause: "The account itself has reached its expiry date. That is not the same as an expired password.",
    resolution: [
      reads(
        "Look at the expiry date of the account: `net user NAME /domain`, or the tab Account in Active Directory.",
        {
          rights: "directory-administrator",
          where: "active-directory",
          proves:
            "A day that is over: that is the cause; extend it there if the user should work. None, or later: look at the domain controller that answered.",
        },
      ),
      changes("Extend it if the user is still meant to work.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000224",
    symbols: ["STATUS_PASSWORD_MUST_CHANGE"],
    places: ["post-join"],
    title: "password must be changed first",
    cause: "The password is set to be changed at the first sign-in, and that has not happened yet.",
    resolution: [
      reads("Look in Active Directory, tab Account: *User must change password at next logon* is set.", {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "Set: let the user change the password at a PC that reaches a domain controller. Not set: the change has been made; sign in with the new password.",
      }),
      changes("Have the user change the temporary password, then sign in to Windows with the new one.", {
        rights: "user",
        where: "directory",
      }),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000234",
    symbols: ["STATUS_ACCOUNT_LOCKED_OUT"],
    places: ["post-join"],
    title: "account locked",
    cause: "Too many failed sign-ins or password changes have locked the account.",
    resolution: [
      reads(
        "Search for a device or service that still uses an old password: event 4740 on the domain controllers names the computer that caused the lock.",
        {
          rights: "directory-administrator",
          where: "active-directory",
          proves:
            "A name of a computer: stop what signs in there. None: the account may be locked by attempts from outside; look at the sign-in logs of Microsoft Entra ID.",
        },
      ),
      changes("Unlock the account, or wait until the lockout time has passed.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xc0000380",
    symbols: ["STATUS_SMARTCARD_WRONG_PIN"],
    places: ["post-join"],
    title: "wrong smart card PIN",
    cause: "Somebody signed in with a smart card, and the card turned down the PIN that was typed.",
    resolution: [
      reads(
        "Let the user enter the card's own PIN, which is another than that of Windows Hello, and not guess: further attempts can block the card.",
        {
          proves:
            "It is taken: nothing is left to do. It is refused again: stop, and have whoever issued the card unblock it.",
          rights: "user",
        },
      ),
    ],
    sources: [windowsNumber],
    confidence: "inferred",
  },
]
