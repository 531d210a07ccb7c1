import type { Confidence } from "./confidence.ts"
import {
  helloPrerequisites,
  postJoinAuthentication,
  postJoinDiagnostics,
  preJoinDiagnostics,
  ssoState,
  userState,
} from "./headings.ts"
import type { Source } from "./source.ts"

/** Advice that belongs to no single code or field. */
export interface Topic {
  readonly kind: "topic"
  /** Permanent, kebab-case. */
  readonly id: string
  readonly title: string
  /** Paragraphs or steps, in order. */
  readonly text: readonly [string, ...string[]]
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
      "First make sure that the log answers the question: it has to come from the user with the problem, signed in with a work account, at a prompt that is not elevated. Right after a join, lock and unlock the PC or sign in again before judging.",
      "From 21H1 on, read Attempt Status and the lines below it in SSO State. They name the cause of a refused or failed attempt.",
      "The storage key in the TPM may have been bad since the registration. Run `dsregcmd /status` from an elevated prompt and read KeySignTest; only PASSED means that the keys are healthy.",
      "The domain of the user's sign-in name may be unknown to the tenant, as one that ends in contoso.local. In a managed domain give the user a verified suffix; an alternate login ID does not help there. Microsoft's page names alternate login ID itself as a cause.",
      "The HTTP proxy may not have been found. The computer account has to find it and pass it without a prompt.",
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
      "Are the device keys healthy? Run it elevated: KeySignTest needs administrator rights.",
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
