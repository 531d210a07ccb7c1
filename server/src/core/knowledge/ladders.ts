import { type Advice, shared } from "./shared.ts"
import { type Answer, changes, reads } from "./step.ts"
import { NO } from "./yesNo.ts"

/*
 * Steps that several situations share, in the words of one: what shows what a log does not show, in whose session and
 * with which rights, and what each outcome means. The step that registers a PC again is in `codes/registerAgain.ts`.
 */

/** Shows the sign-on of the user with the problem. */
export const readAsUser = shared(
  reads("Run `dsregcmd /status` un-elevated, in the session of the user who has the problem.", {
    rights: "user",
    proves: "With `AzureAdPrt : YES` there, the user's sign-on works and this log speaks of somebody else.",
  }),
)

/** What a log has already of the keys; a device that is not joined has none. */
export const keyTested: readonly [Answer, ...Answer[]] = [
  { fields: ["KeySignTest"], when: /^PASS/i, leaves: "`KeySignTest` says {0} here: the key of the device works." },
  {
    fields: ["KeySignTest"],
    when: /^FAIL/i,
    leaves: "`KeySignTest` says {0} here: the key of the device cannot be used.",
  },
  { fields: ["AzureAdJoined"], when: NO },
]

/** Shows whether the device's keys work. */
export const readElevated = shared(
  reads("Run `dsregcmd /status` from an elevated prompt and read `KeySignTest`.", {
    rights: "administrator",
    inLog: keyTested,
    proves: "PASSED clears the device's keys and the TPM. FAILED is the cause, and its code says how.",
  }),
)

/** Shows the tests as the join runs them. */
export const readAsSystem = shared(
  reads("Run `dsregcmd /status` from an elevated command prompt, so that it says `User Context : SYSTEM`.", {
    rights: "administrator",
    proves: "A test that fails there fails for the join. One that fails only for the user does not stop it.",
  }),
)

/** The same where the tests may have run as SYSTEM already. */
export const readAsSystemToo = shared(
  reads(
    "Where `User Context` names a user, run `dsregcmd /status` from an elevated command prompt, for the tests of SYSTEM.",
    {
      inLog: [
        { fields: ["User Context"], when: /^SYSTEM$/i },
        {
          fields: ["User Context"],
          leaves: reads(
            "The tests ran as {0}: run `dsregcmd /status` from an elevated command prompt, for those of SYSTEM.",
            {
              rights: "administrator",
              proves: "A test that fails there fails for the join, though it passes for the user.",
            },
          ),
        },
      ],
      rights: "administrator",
      proves: "A test that fails there fails for the join, though it passes for the user.",
    },
  ),
)

/** Shows what the join itself met. */
export const readRegistrationEvents = shared(
  reads("Read the newest events 304, 305 and 306 of the log Microsoft-Windows-User Device Registration/Admin.", {
    inLog: [{ fields: ["Event 306"] }, { fields: ["Event 304"] }],
    rights: "user",
    proves: "Event 306 is a join that succeeded. Event 304 or 305 names the phase and the code of one that failed.",
  }),
)

/** Shows why a token was not given. */
export const readTokenEvents = shared(
  reads("Read the newest errors of the log Microsoft-Windows-AAD/Operational at the time of the sign-in.", {
    inLog: [{ fields: ["Event 1081"] }, { fields: ["Event 1088"] }, { fields: ["Event 1084"] }],
    rights: "user",
    proves: "Event 1081 or 1088 holds the server's answer, event 1084 a network that failed.",
  }),
)

/** Shows whether the task that joins runs at all. */
export const readJoinTask = shared(
  reads(
    "Look at the scheduled task `\\Microsoft\\Windows\\Workplace Join\\Automatic-Device-Join`: whether it is enabled, when it ran, and its last result.",
    {
      rights: "administrator",
      proves: "A task that is disabled or never ran is the cause. One that ran leaves an event 304 or 306.",
    },
  ),
)

/** Starts a join at once. */
export const startJoin = shared(
  changes(
    "Start the task Automatic-Device-Join, or run `dsregcmd /join` from an elevated prompt, and read a new log.",
    {
      rights: "administrator",
      proves:
        "`AzureAdJoined : YES` there ends the case. A new time in `Previous Registration` means that the new attempt failed too.",
    },
  ),
)

/** Lets Windows ask for the token again. */
export const askForTokenAgain = shared(
  changes("Lock and unlock the PC while it is online, as the user who has the problem, and read a new log.", {
    rights: "user",
    proves:
      "After a join in the same session the token comes with the next unlock. A failed attempt leaves its codes below `AzureAdPrt`.",
  }),
)

/** Whether the computer can reach the tenant by synchronization at all. */
export const readSyncScope = shared(
  reads(
    "Check that the computer's organizational unit is in the scope of the sync, and that the computer object has a `userCertificate`.",
    {
      rights: "directory-administrator",
      where: "directory",
      proves: "Where one of the two is missing, no sync brings the device to the tenant, and waiting does not help.",
    },
  ),
)

/** Whether a hybrid join is wanted at all, which no log shows. */
export const decideHybridJoin = shared(
  reads("Decide whether this PC is meant to be hybrid joined.", {
    rights: "directory-administrator",
    where: "directory",
    proves:
      "If not, its state is in order and nothing is left to do. A domain controller and a Server Core installation cannot be.",
  }),
)

/** Where the PC learns its tenant. */
export const readConnectionPoint = shared(
  reads(
    "Look for the service connection point in Active Directory (`CN=62a0ff2e-97b9-4513-943f-0d221bd30080,CN=Device Registration Configuration,CN=Services` in the configuration partition), and for `TenantId` and `TenantName` under `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ\\AAD` on the PC.",
    { rights: "administrator", proves: "One of the two has to be there; the PC looks at its registry first." },
  ),
)

/** Tells the PC its tenant. */
export const configureConnectionPoint = shared(
  changes("Configure it with Microsoft Entra Connect, or with these registry values for a targeted rollout.", {
    rights: "directory-administrator",
    where: "directory",
  }),
)

/** A log that contradicts itself says nothing for sure. */
export const askForNewLog = shared(
  reads("Ask for a new log, straight from the device and whole, before anything is concluded.", {
    rights: "user",
    proves: "If the same lines disagree in it too, the fault is real, and no copy or edit made it.",
  }),
)

/** A PC that waits for the sync, from looking to trying. */
export const waitForSync: readonly [Advice, ...Advice[]] = [
  readSyncScope,
  reads(
    "Let the next sync cycle end, which Microsoft Entra Connect starts every 30 minutes by default, and look for the device in the admin center.",
    {
      rights: "directory-administrator",
      where: "directory",
      proves: "Once it is listed there, the next attempt of the PC can succeed.",
    },
  ),
  startJoin,
]
