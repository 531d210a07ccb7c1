import type { Confidence } from "./confidence.ts"
import {
  helloPrerequisites,
  postJoinAuthentication,
  postJoinDiagnostics,
  preJoinDiagnostics,
  ssoState,
  userState,
} from "./headings.ts"
import { askForTokenAgain, readAsUser, readElevated } from "./ladders.ts"
import type { Advice } from "./shared.ts"
import type { Source } from "./source.ts"
import { reads } from "./step.ts"

/** Advice that belongs to no single code or field. */
export interface Topic {
  readonly kind: "topic"
  /** Permanent, kebab-case. */
  readonly id: string
  readonly title: string
  /** One or two paragraphs, or more steps in order. */
  readonly text: readonly [Advice, ...Advice[]]
  /** The fields whose hover shows it. */
  readonly fields: readonly [string, ...string[]]
  /** The values that call for it; any where absent. */
  readonly values?: RegExp
  readonly confidence?: Confidence
  readonly sources: readonly [Source, ...Source[]]
}

const prtCodes: Source = {
  page: "hybridJoin",
  heading: "Step 3: Troubleshoot further, based on the found error code",
  anchor: "step-3-troubleshoot-further-based-on-the-found-error-code",
}

/** Everything worth knowing around a log, in alphabetical order. */
export const topics: readonly Topic[] = [
  {
    kind: "topic",
    id: "collect-logs",
    title: "Collect logs for Microsoft support",
    text: [
      "Download Microsoft's authentication log scripts from https://aka.ms/authscripts and unpack them into a folder such as C:\\temp.",
      "Open PowerShell as an administrator, go to that folder and run `.\\start-auth.ps1 -vAuth -accepteula`. Microsoft's page on primary refresh tokens writes `-v` in place of `-vAuth`.",
      "Use Switch account to go to a session of the user who has the problem.",
      "Make the problem happen again.",
      "Use Switch account to go back to the administrator's session, where the trace is running.",
      "Run `.\\stop-auth.ps1` in the same PowerShell window and wait until it has finished.",
      "Compress the folder Authlogs, which the scripts made beside themselves, and send it to support. Treat it as confidential.",
    ],
    fields: ["Request Id", "Correlation ID"],
    sources: [
      {
        page: "hybridJoin",
        heading: "Step 5: Collect logs and contact Microsoft Support",
        anchor: "step-5-collect-logs-and-contact-microsoft-support",
      },
      { page: "authScripts" },
      { page: "prt", heading: "Step 4: Collect the logs and traces" },
    ],
  },
  {
    kind: "topic",
    id: "exit-code-51",
    title: "Exit code 51, and others of the Azure extension AADLoginForWindows",
    text: [
      reads(
        "Exit code 51: the extension does not support this Windows. It needs Windows Server 2019 or Windows 10 version 1809 at least; on an older one uninstall it.",
      ),
      reads(
        "Exit code -2145648574 (0x801c0042), and terminal error code 1007 with it: the virtual machine has no tenant to ask for. See that it has a system-assigned managed identity.",
      ),
      reads(
        "Exit code -2145648607 (0x801c0021): the addresses of the registration were not reached. Try them from a command prompt of the virtual machine; a 404 from enterpriseregistration.windows.net is the right answer.",
      ),
    ],
    fields: ["resultCode"],
    sources: [{ page: "vmSignIn", heading: "Exit code 51", anchor: "exit-code-51" }],
  },
  {
    kind: "topic",
    id: "hybrid-join-scope",
    title: "Which Windows joins in this way, and what the join is for",
    text: [
      "Microsoft's guide to a failing hybrid join is about Windows 10 and Windows Server 2016 or newer; in Windows 10 the hybrid join begins with the November 2015 Update. Older Windows, the down-level devices, joins in another way and has a guide of its own.",
      "The guide takes it that hybrid join was set up for the tenant, to serve device-based Conditional Access, Enterprise State Roaming and Windows Hello for Business. Where nobody set it up, a failed attempt is no fault.",
      "What each attempt met stands in Event Viewer under Applications and Services Logs > Microsoft > Windows > User Device Registration > Admin.",
      "A work account that was added to Windows before the join shows as WorkplaceJoined : YES. From Windows 10 version 1607 on it is ignored once the PC is hybrid joined.",
    ],
    fields: ["OS Build"],
    sources: [{ page: "hybridJoin" }],
  },
  {
    kind: "topic",
    id: "known-issue-two-accounts",
    title: "Settings shows two accounts on a hybrid joined PC",
    text: [
      "Away from the company network, on a mobile hotspot or a foreign Wi-Fi, Settings > Accounts > Access work or school can list two accounts on a hybrid joined PC: one for Microsoft Entra ID and one for Active Directory.",
      "Only the display is off. The join and sign-in work as before, and nothing has to be repaired.",
    ],
    fields: ["WorkplaceJoined"],
    sources: [{ page: "hybridJoin", heading: "Known issues", anchor: "known-issues" }],
  },
  {
    kind: "topic",
    id: "post-join-causes",
    title: "Joined, but WamDefaultSet or AzureAdPrt is NO",
    text: [
      readAsUser,
      reads("From 21H1 on, read `Attempt Status` and the lines below it in SSO State.", {
        rights: "user",
        proves: "They say how an attempt was refused or failed. Without them no attempt failed since the last success.",
      }),
      readElevated,
      reads(
        "Compare the domain of the user's sign-in name, which `whoami /upn` prints, with the verified domains of the tenant.",
        {
          rights: "user",
          proves:
            "A name that ends in contoso.local leads to no tenant. In a managed domain a verified suffix helps and an alternate login ID does not; Microsoft's page names alternate login ID itself as a cause.",
        },
      ),
      reads("Try https://login.microsoftonline.com as SYSTEM, for instance from `psexec -s -i cmd`.", {
        rights: "system",
        proves: "If it fails there, the computer account does not find the proxy, or the proxy asks it for a password.",
      }),
      askForTokenAgain,
    ],
    fields: ["WamDefaultSet", "AzureAdPrt"],
    values: /^(?:NO|ERROR)/i,
    sources: [
      postJoinAuthentication,
      prtCodes,
      postJoinDiagnostics,
      { page: "hybridPlan" },
      { page: "alternateLogin" },
    ],
  },
  {
    kind: "topic",
    id: "run-it-right",
    title: "Which prompt to run dsregcmd /status from",
    text: [
      "Microsoft's pages give different advice because they answer different questions. Choose the prompt by yours.",
      "Why does the join fail? Run it elevated and check that User Context says SYSTEM, because the join runs as SYSTEM. Any other value can give other results for proxy and token.",
      "Why has the user no single sign-on? Run it as that user, not elevated. PRT, default account and Windows Hello belong to the account that runs the command, and an elevated prompt can show an error for WamDefaultSet.",
      "Are the device keys healthy? Run it elevated: `KeySignTest` needs administrator rights.",
      "For Windows Hello, run it at the device itself. In a remote session SessionIsNotRemote is NO.",
      "If both questions are open, make two logs: one elevated, one as the user.",
    ],
    fields: ["User Context"],
    sources: [preJoinDiagnostics, userState, ssoState, postJoinDiagnostics, postJoinAuthentication, helloPrerequisites],
  },
  {
    kind: "topic",
    id: "tools",
    title: "Microsoft's own tools for a failing join",
    text: [
      "The Device Registration Troubleshooter Tool (DSRegTool) runs on the device and checks more than fifty conditions of a join.",
      "The script Test-DeviceRegConnectivity tries the addresses of the registration as SYSTEM, with the proxy that SYSTEM has.",
    ],
    fields: ["Diagnostics Reference"],
    sources: [{ page: "dsRegTool" }, { page: "testConnectivity" }],
  },
]
