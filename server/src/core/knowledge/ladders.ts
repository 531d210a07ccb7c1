import { shared } from "./shared.ts"
import { type Answer, changes, reads } from "./step.ts"
import { NO } from "./yesNo.ts"

/*
 * Steps that several situations share, in the words of one: what shows what a log does not show, in whose session and
 * with which rights, and what each outcome means. Those of the join alone are in `joinLadders.ts` and
 * `tenantLadders.ts`; the step that registers a PC again is in `codes/registerAgain.ts`.
 */

const AS_USER =
  "With `AzureAdPrt : YES` that user has a token, and single sign-on works. With NO, follow the codes below that line."

/** Shows the sign-on of the user with the problem. */
export const readAsUser = shared(
  reads(
    "In the session of the user who has the problem, open a command prompt without elevation and run `dsregcmd /status`.",
    {
      rights: "user",
      inLog: [
        {
          fields: ["Executing Account Name"],
          // Not SYSTEM, and not a computer, whose name ends in `$`: nobody has a problem in their sessions.
          when: /^(?!SYSTEM\b|NT AUTHORITY)[^,$]*(?:,|$)/i,
          leaves: reads(
            "This log was made as {0}. If another user has the problem, run `dsregcmd /status` in the session of that user, from a command prompt without elevation.",
            { rights: "user", proves: AS_USER },
          ),
        },
      ],
      proves: AS_USER,
    },
  ),
)

/** Shows the default account of the user with the problem. */
export const readDefaultAccount = shared(
  reads(
    "In the session of the user who has the problem, from a command prompt that is not elevated, run `dsregcmd /status` and read `WamDefaultSet`.",
    {
      rights: "user",
      proves:
        "YES: nothing is wrong for this user; an elevated prompt or another account shows another state. The same as in this log: go on.",
    },
  ),
)

/** What a log has already of the keys; a device that is not joined has none. */
export const keyTested: readonly [Answer, ...Answer[]] = [
  { fields: ["KeySignTest"], when: /^(?:PASS|FAIL)/i },
  { fields: ["AzureAdJoined"], when: NO },
]

/** Shows whether the device's keys work. */
export const readElevated = shared(
  reads("Open a command prompt as administrator, run `dsregcmd /status` and read `KeySignTest`.", {
    rights: "administrator",
    inLog: keyTested,
    proves:
      "PASSED: the keys of the device and the TPM work, so look elsewhere. FAILED: the keys are the cause; look up the code behind it.",
  }),
)

/** Shows the tests as the join runs them. */
export const readAsSystem = shared(
  reads(
    "Open a command prompt as administrator and run `dsregcmd /status`: `User Context` has to say SYSTEM, the account the join runs under. Then read the tests below it.",
    {
      rights: "administrator",
      proves:
        "A test that fails there fails for the join too. If all pass, the join can get through, whatever fails for the user.",
    },
  ),
)

const AS_SYSTEM =
  "A test that fails there fails for the join, though it passes for the user. If all pass, start the join again."

/** The same where the tests may have run as SYSTEM already. */
export const readAsSystemToo = shared(
  reads(
    "If `User Context` names a user, open a command prompt as administrator and run `dsregcmd /status` there: the tests then run as SYSTEM, like the join.",
    {
      inLog: [
        { fields: ["User Context"], when: /^SYSTEM$/i },
        {
          fields: ["User Context"],
          leaves: reads(
            "The tests ran as {0}. Open a command prompt as administrator and run `dsregcmd /status` there: the tests then run as SYSTEM, like the join.",
            { rights: "administrator", proves: AS_SYSTEM },
          ),
        },
      ],
      rights: "administrator",
      proves: AS_SYSTEM,
    },
  ),
)

/** Shows what the join itself met. */
export const readRegistrationEvents = shared(
  reads(
    "In Event Viewer open Applications and Services Logs > Microsoft > Windows > User Device Registration > Admin, and read the newest events 304, 305 and 306.",
    {
      inLog: [{ fields: ["Event 306"] }, { fields: ["Event 304"] }],
      rights: "user",
      proves:
        "Event 306: a join succeeded. Event 304 or 305: it failed; look up the code and the phase that they name. None of them: no join was tried, so look at its scheduled task.",
    },
  ),
)

const TOKEN_EVENTS =
  "Event 1081 or 1088: the server answered; look up the code in its answer. Event 1084: the network failed on the way to the address that it names. None of them: lock and unlock the PC while it is online, and look again."

/** Shows why a token was not given. */
export const readTokenEvents = shared(
  reads(
    "In Event Viewer open Applications and Services Logs > Microsoft > Windows > AAD > Operational, and read the errors of the minute in which the user signed in or unlocked the PC.",
    {
      inLog: [
        { fields: ["Event 1081"] },
        { fields: ["Event 1088"] },
        { fields: ["Event 1084"] },
        {
          fields: ["Previous Prt Attempt"],
          leaves: reads(
            "In Event Viewer open Applications and Services Logs > Microsoft > Windows > AAD > Operational, and read the errors of the attempt at {0}. Event Viewer shows local time.",
            { rights: "user", proves: TOKEN_EVENTS },
          ),
        },
      ],
      rights: "user",
      proves: TOKEN_EVENTS,
    },
  ),
)

/** Shows whether the task that joins runs at all. */
export const readJoinTask = shared(
  reads(
    "Open Task Scheduler as administrator, go to Task Scheduler Library > Microsoft > Windows > Workplace Join, and look at Automatic-Device-Join: its status, last run time and last run result.",
    {
      rights: "administrator",
      proves:
        "If it is disabled, missing or never ran, that is the cause: enable it, and run it. If it ran, event 304 or 306 of that minute in the log User Device Registration > Admin says what came of it.",
    },
  ),
)

/** Where nothing joins the PC by itself. */
const joinByHand = changes(
  "Join the PC again as it was meant to be joined: under Settings > Accounts > Access work or school > Connect > *Join this device to Microsoft Entra ID*, in the setup of Windows, or, a virtual machine in Azure, by installing its extension AADLoginForWindows again.",
  {
    rights: "administrator",
    proves:
      "With `AzureAdJoined : YES` in `dsregcmd /status` the PC is joined. With NO, the newest event in the log User Device Registration > Admin says why: follow its code.",
  },
)

/** Where an extension of Azure joins the virtual machine. */
export const installExtension = changes(
  "In the Azure portal open the virtual machine, Settings > Extensions + applications, uninstall AADLoginForWindows, and add it again: it joins the machine.",
  {
    rights: "administrator",
    where: "management",
    proves:
      "With `AzureAdJoined : YES` in `dsregcmd /status` on the machine it is joined. With NO, the log of the extension has the code of this attempt: follow that.",
  },
)

/** Starts a join at once. */
export const startJoin = shared(
  changes(
    'Start the join: from an elevated command prompt run `schtasks /run /tn "\\Microsoft\\Windows\\Workplace Join\\Automatic-Device-Join"`. Wait two minutes, then run `dsregcmd /status` there.',
    {
      rights: "administrator",
      proves:
        "With `AzureAdJoined : YES` the PC is joined. With NO, `Previous Registration` tells the time of the last failure: if it is the one of this attempt, follow its code; if it is older, the task did not run.",
      inLog: [
        { fields: ["AADLoginForWindows"], leaves: installExtension },
        { fields: ["DomainJoined"], when: NO, leaves: joinByHand },
      ],
    },
  ),
)

/** Lets Windows ask for the token again. */
export const askForTokenAgain = shared(
  reads(
    "As the user who has the problem, with the PC online, lock it and unlock it. Wait a minute, then run `dsregcmd /status` from a command prompt without elevation.",
    {
      rights: "user",
      proves:
        "With `AzureAdPrt : YES` the token is there. With NO, the codes below it belong to this new attempt: follow those.",
      // Without a device that is joined there is no token of this kind to ask for.
      inLog: [{ fields: ["AzureAdJoined"], when: NO }],
    },
  ),
)

/** Lets Windows ask AD FS for its token again, which it does beside the other one. */
export const askForEnterpriseTokenAgain = shared(
  reads(
    "As the user who has the problem, with the PC on the company network or its VPN, lock it and unlock it. Wait a minute, then read `EnterprisePrt` in a new `dsregcmd /status` from a command prompt without elevation.",
    {
      rights: "user",
      proves:
        "YES: the token of AD FS is there. NO: `EnterprisePrtDiagnostics`, if it stands below, has the answer to this new attempt; if it does not, AD FS > Admin in Event Viewer on the federation servers has it.",
    },
  ),
)

/** A log that contradicts itself says nothing for sure. */
export const askForNewLog = shared(
  reads(
    "Ask for a new log before you change anything: on the device itself run `dsregcmd /status > status.txt`, and read the whole file.",
    {
      rights: "user",
      proves:
        "If the same lines disagree there too, the fault is real. If they agree, this log was edited or put together from two.",
    },
  ),
)
