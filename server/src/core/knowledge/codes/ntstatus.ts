import type { CodeEntry } from "../code.ts"
import { deviceDetails, prtEvents, ssoState, userState } from "../headings.ts"
import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"

const prtStatus: Source = {
  page: "prt",
  heading: 'Status codes ("STATUS_" prefix, codes that begin with "0xc000")',
  anchor: "status-codes-status_-prefix-codes-that-begin-with-0xc000",
}

const hybridTable: Source = {
  page: "hybridJoin",
  heading: "Step 3: Troubleshoot further, based on the found error code",
  anchor: "step-3-troubleshoot-further-based-on-the-found-error-code",
}

/** [MS-ERREF] 2.3.1, which gives the names and the meaning Windows has for them. */
const windowsNumber: Source = { page: "ntstatus" }

/** Where an answer of the sign-in service or of AD FS says more than the status does. */
const readServerCode = shared(
  reads(
    "Read `Server Error Code` and `Server Error Description` in the same block: an AADSTS or MSIS code there tells more than the status.",
  ),
)

/** The events that keep what a server answered to a request for a PRT. */
const serverEvents = shared(
  reads(
    "Event 1081 in AAD Operational keeps the answer of Microsoft Entra ID, event 1088 that of the WS-Trust endpoint. The first event 1022 before it in AAD Analytic names the address.",
  ),
)

const proxyAsComputer = shared(
  reads(
    "Behind an outbound proxy, see that the computer account finds the proxy and gets through it without a prompt.",
    { where: "network" },
  ),
)

const serverOrNetwork = shared(
  reads(
    "Compare `HTTP Error` with `HTTP status`. A code other than 0x0 in the first is a network failure; 0x0 with a status of 400 or higher is an answer from the server.",
  ),
)

const networkEvents = shared(
  reads(
    "For a network failure, look up the code in `HTTP Error`. Event 1084 in AAD Operational keeps it as well, and event 1022 in AAD Analytic names the address.",
  ),
)

const requestEvents = shared(
  reads(
    "Read the events in AAD Operational and AAD Analytic between 1006 and 1007: they mark the start and the end of one request for a PRT.",
  ),
)

const requestAgain = shared("Lock and unlock the PC to have the PRT requested again.")

const numberOnly =
  "Known only as a Windows status number: no Microsoft page says that the CloudAP plug-in returns it as `Attempt Status`. The advice is inferred from the meaning of the number."

/** NTSTATUS numbers: the outcome of a request for a PRT, and two that carry the bit for NTSTATUS in an HRESULT. */
export const ntstatusCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0xc000000d",
    symbols: ["STATUS_INVALID_PARAMETER"],
    places: ["post-join"],
    title: "invalid parameter",
    cause: "A Windows function was called with a parameter it does not accept. The number does not say which one.",
    resolution: [reads("Look for a more telling code in `HTTP Error` and `Server Error Code` first."), requestEvents],
    note: numberOnly,
    sources: [windowsNumber, prtEvents],
  },
  {
    kind: "code",
    code: "0xc0000022",
    symbols: ["STATUS_ACCESS_DENIED"],
    places: ["post-join"],
    title: "access denied",
    cause: "A process asked for something in Windows that it has no right to. The number does not name the object.",
    resolution: [requestEvents, "Change no permission before those events name the step that was refused."],
    note: numberOnly,
    sources: [windowsNumber, prtEvents],
  },
  {
    kind: "code",
    code: "0xc000005e",
    symbols: ["STATUS_NO_LOGON_SERVERS"],
    places: ["post-join"],
    title: "no logon server available",
    cause: "No logon server was there to handle the sign-in.",
    resolution: [
      "On a domain joined PC, connect to the company network or VPN and see that a domain controller answers.",
      "On Wi-Fi that wants a sign-in in the browser first, as in hotels and airports, try another network.",
      requestAgain,
    ],
    note: "No Microsoft page says that the CloudAP plug-in returns it as `Attempt Status`. A Microsoft support article of 2026 on Windows Hello for Business sign-in over captive-portal Wi-Fi shows it as the status in event 4625. The domain controller advice is inferred from the meaning of the number.",
    sources: [windowsNumber],
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
      reads("Find the UPN that was sent in `User Identity`, or in event 1144 of AAD Analytic."),
      changes("Add the domain behind its @ to Microsoft Entra ID as a custom domain.", {
        rights: "directory-administrator",
        where: "directory",
      }),
      changes(
        "If that domain cannot be verified, for example `contoso.local`, set up Alternate Login ID. Check in the plan for hybrid join that your sign-in method supports it.",
        { rights: "directory-administrator", where: "directory" },
      ),
    ],
    sources: [prtStatus, hybridTable, { page: "alternateLogin" }, { page: "hybridPlan" }],
  },
  {
    kind: "code",
    code: "0xc0000064",
    symbols: ["STATUS_NO_SUCH_USER"],
    places: ["post-join"],
    title: "account does not exist",
    cause: "The account in the request does not exist where it was looked for.",
    resolution: [
      reads("Compare `User Identity` with the user's UPN in Microsoft Entra ID, letter by letter.", {
        where: "directory",
      }),
      "If the server names AADSTS50034, follow that code: the tenant does not know the account.",
    ],
    note: numberOnly,
    sources: [
      windowsNumber,
      {
        page: "prt",
        heading: 'Common server error codes ("AADSTS" prefix)',
        anchor: "common-server-error-codes-aadsts-prefix",
      },
    ],
  },
  {
    kind: "code",
    code: "0xc000006a",
    symbols: ["STATUS_WRONG_PASSWORD"],
    places: ["post-join"],
    title: "sign-in service not reached, or HTTP 400",
    cause:
      "Documented together with 0xc000006d and for the same two reasons: no connection to the sign-in service, or an HTTP 400 from it or from the WS-Trust endpoint. The name alone does not prove a wrong password.",
    resolution: [
      readServerCode,
      "Suspect the password only where the server code is AADSTS50126.",
      proxyAsComputer,
      serverEvents,
    ],
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc000006d",
    symbols: ["STATUS_LOGON_FAILURE"],
    places: ["post-join"],
    title: "sign-in service not reached, or it answered HTTP 400",
    cause:
      "Either the PC could not connect to the Microsoft Entra sign-in service, or that service or a WS-Trust endpoint refused the request with HTTP 400. A wrong password is only one of the reasons for such a refusal.",
    resolution: [
      readServerCode,
      "AADSTS50126 is the one that means user name or password. On a hybrid joined PC a password just changed may still have to reach Microsoft Entra ID: wait for the synchronization.",
      "If `HTTP Error` holds a code other than 0x0, start with the network, not with the password.",
      proxyAsComputer,
      serverEvents,
    ],
    note: "Under `EnterprisePrt` the block tells about AD FS, not about Microsoft Entra ID.",
    sources: [prtStatus, hybridTable, ssoState],
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
      reads("Look at the account's logon hours and its other restrictions in Active Directory.", {
        where: "directory",
      }),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc0000071",
    symbols: ["STATUS_PASSWORD_EXPIRED"],
    places: ["post-join"],
    title: "password expired",
    cause: "The password of the account has run out.",
    resolution: [
      changes("Have the user set a new password and sign in to Windows with it.", {
        rights: "user",
        where: "directory",
      }),
      "Give the password time to reach Microsoft Entra ID where it is synchronized from Active Directory.",
    ],
    note: numberOnly,
    sources: [windowsNumber],
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
      "Wait a few minutes and unlock again, sign out and in, or restart. This form of the error passes by itself.",
      reads(
        "See that a domain controller can be reached at the moment of unlocking. A VPN that connects only after the user has signed in comes too late; a device VPN does not.",
      ),
      reads("If the error stays, or the PC is not hybrid joined, check whether the account really is disabled.", {
        where: "directory",
      }),
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
    code: "0xc00000b5",
    symbols: ["STATUS_IO_TIMEOUT"],
    places: ["post-join"],
    title: "input or output timed out",
    cause:
      "An input or output operation did not finish in time. The number speaks of a device; it need not be the network.",
    resolution: [reads("See whether `HTTP Error` holds a network code of its own."), requestEvents],
    note: numberOnly,
    sources: [windowsNumber, prtEvents],
  },
  {
    kind: "code",
    code: "0xc00000be",
    symbols: ["STATUS_BAD_NETWORK_PATH"],
    places: ["post-join"],
    title: "network failure or HTTP error answer",
    cause:
      "A required address could not be reached, or Microsoft Entra ID or the WS-Trust endpoint answered with an HTTP error of 400 or higher. The name, a network path that cannot be found, fits only the first of the two.",
    resolution: [serverOrNetwork, readServerCode, serverEvents, networkEvents],
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc00000c4",
    symbols: ["STATUS_UNEXPECTED_NETWORK_ERROR"],
    places: ["post-join"],
    title: "unexpected network error or HTTP error answer",
    cause:
      "Windows calls it an unexpected network error. It stands for a connection that failed on the way to a required address, and as well for an HTTP error of 400 or higher from Microsoft Entra ID or from the WS-Trust endpoint.",
    resolution: [serverOrNetwork, readServerCode, serverEvents, networkEvents],
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc00000d0",
    symbols: ["STATUS_REQUEST_NOT_ACCEPTED"],
    places: ["post-join"],
    title: "server answered HTTP 400",
    cause:
      "Microsoft Entra ID or the WS-Trust endpoint of the federation service was reached and refused the request with HTTP 400.",
    resolution: [readServerCode, serverEvents],
    note: "Elsewhere in Windows the number means a computer that takes no more connections. The PRT page does not give that as a cause.",
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc0000133",
    symbols: ["STATUS_TIME_DIFFERENCE_AT_DC"],
    places: ["post-join"],
    title: "clocks too far apart",
    cause: "The clocks of the domain controller and of another computer in the domain are too far apart.",
    resolution: [
      changes(
        "Compare the PC's clock with a domain controller's, and correct the time source: `w32tm /query /status` names it.",
      ),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc000018b",
    symbols: ["STATUS_NO_TRUST_SAM_ACCOUNT"],
    places: ["post-join"],
    title: "no computer account in the domain",
    cause: "The domain has no computer account for this PC to base its trust on.",
    resolution: [
      reads("Check that the computer object exists in Active Directory.", { where: "directory" }),
      reads("Test the PC's trust in the domain with `Test-ComputerSecureChannel` in an elevated PowerShell window.", {
        rights: "administrator",
      }),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc0000193",
    symbols: ["STATUS_ACCOUNT_EXPIRED"],
    places: ["post-join"],
    title: "account expired",
    cause: "The account itself has reached its expiry date. That is not the same as an expired password.",
    resolution: [
      changes(
        "Look at the expiry date of the account in Active Directory, and extend it if the user is still meant to work.",
        { rights: "directory-administrator", where: "directory" },
      ),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc000020c",
    symbols: ["STATUS_CONNECTION_DISCONNECTED"],
    places: ["post-join"],
    title: "connection ended",
    cause: "A connection that had been made was cut before the work was done.",
    resolution: ["Try again from another network; a firewall or proxy may cut the connection.", requestAgain],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc0000224",
    symbols: ["STATUS_PASSWORD_MUST_CHANGE"],
    places: ["post-join"],
    title: "password must be changed first",
    cause: "The password is set to be changed at the first sign-in, and that has not happened yet.",
    resolution: [
      changes("Have the user change the temporary password, then sign in to Windows with the new one.", {
        rights: "user",
        where: "directory",
      }),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc0000225",
    symbols: ["STATUS_NOT_FOUND"],
    places: ["post-join"],
    title: "object not found",
    cause: "Something that Windows looked up is not there. The number leaves open what it was.",
    resolution: [requestEvents, reads("Search those events for the last thing that was looked up.")],
    note: numberOnly,
    sources: [windowsNumber, prtEvents],
  },
  {
    kind: "code",
    code: "0xc0000234",
    symbols: ["STATUS_ACCOUNT_LOCKED_OUT"],
    places: ["post-join"],
    title: "account locked",
    cause: "Too many failed sign-ins or password changes have locked the account.",
    resolution: [
      changes("Unlock the account, or wait until the lockout time has passed.", {
        rights: "directory-administrator",
        where: "directory",
      }),
      reads("Search for a device or service that still uses an old password before you unlock it a second time."),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc0000236",
    symbols: ["STATUS_CONNECTION_REFUSED"],
    places: ["post-join"],
    title: "connection refused",
    cause: "The computer at the other end turned the connection down.",
    resolution: [
      reads(
        "Find the address in `Endpoint URI` and check that its server, or the proxy before it, takes connections from this PC.",
      ),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc000023c",
    symbols: ["STATUS_NETWORK_UNREACHABLE"],
    places: ["post-join"],
    title: "network unreachable or HTTP error answer",
    cause:
      "The PC had no way through the network to a required address. The same status is used when Microsoft Entra ID or the WS-Trust endpoint did answer, with an HTTP error of 400 or higher.",
    resolution: [serverOrNetwork, networkEvents, readServerCode, serverEvents],
    note: "Seen in a real log together with 0x80072ee7 in `HTTP Error`: there it was name resolution that failed.",
    sources: [prtStatus, hybridTable],
  },
  {
    kind: "code",
    code: "0xc000023d",
    symbols: ["STATUS_HOST_UNREACHABLE"],
    places: ["post-join"],
    title: "host unreachable",
    cause: "The network could not deliver to the computer at the other end.",
    resolution: [
      reads(
        "Test from this PC whether the host in `Endpoint URI` answers on port 443, and check the route and the VPN if it does not.",
      ),
    ],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xc0000380",
    symbols: ["STATUS_SMARTCARD_WRONG_PIN"],
    places: ["post-join"],
    title: "wrong smart card PIN",
    cause: "The PIN given to the smart card was wrong.",
    resolution: ["Have the user sign in again with the right PIN, before further attempts block the card."],
    note: numberOnly,
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0xd000023c",
    symbols: ["STATUS_NETWORK_UNREACHABLE"],
    places: ["post-join"],
    title: "network unreachable",
    cause:
      "The status 0xc000023c, written with the bit that marks an NTSTATUS inside an HRESULT. Beside `DeviceAuthStatus` it says that the check of the device in Microsoft Entra ID could not run, not that the device is disabled or deleted.",
    resolution: [
      reads("Run `dsregcmd /status` again when the PC is online."),
      changes(
        "If the check still cannot run, let SYSTEM reach Microsoft Entra ID through proxy and firewall: the check runs under that account.",
        { where: "network" },
      ),
    ],
    note: "Microsoft documents the status and the check, but not the two together. They are seen together in a real log.",
    sources: [windowsNumber, deviceDetails],
  },
  {
    kind: "code",
    code: "0xd0020017",
    symbols: ["RPC_NT_SERVER_UNAVAILABLE"],
    places: ["any"],
    title: "RPC server unavailable",
    cause:
      "A part of Windows could not be reached by remote procedure call. The number is the status 0xc0020017, written with the bit that marks an NTSTATUS inside an HRESULT.",
    resolution: [
      reads("Run `dsregcmd /status` again in the desktop session of the user concerned, without elevation.", {
        rights: "user",
      }),
      "Until then, read nothing into `WamDefaultSet`, `AzureAdPrt` and the fields under `NgcPreReq`: UNKNOWN there is not NO.",
    ],
    note: "Real logs have it beside `WamDefaultSet` and `NgcPreReq`. That a missing user session is the reason is inferred from those logs and from Microsoft's advice to run the command in the user's context.",
    sources: [windowsNumber, userState, ssoState],
  },
]
