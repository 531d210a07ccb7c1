import type { CodeEntry } from "../code.ts"
import { changes, reads } from "../step.ts"

/** Codes of the Task Scheduler, which starts the join task. */
export const taskSchedulerCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80041326",
    symbols: ["SCHED_E_TASK_DISABLED"],
    places: ["any"],
    title: "scheduled task disabled",
    cause:
      "The Task Scheduler was asked to start a task that is disabled. From `dsregcmd /join` it is the task Automatic-Device-Join, without which a hybrid join never starts.",
    resolution: [
      reads(
        "Run `Get-ScheduledTask -TaskPath '\\Microsoft\\Windows\\Workplace Join\\'` in an elevated PowerShell window: the state of Automatic-Device-Join has to be Ready.",
        {
          proves:
            "`Disabled`: see whether that is meant, then enable it. `Ready`: it was enabled meanwhile; start the join.",
          rights: "administrator",
        },
      ),
      reads(
        "Ask whether a policy or an image disables it on purpose, as for a controlled rollout: *Register domain joined computers as devices* in Group Policy decides.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
      changes(
        "If it is meant to run, enable it in Task Scheduler under Microsoft > Windows > Workplace Join, then run it.",
        { rights: "administrator" },
      ),
    ],
    note: "Microsoft documents the number. That it is the join task is known from reports of `dsregcmd /join`.",
    confidence: "reported",
    sources: [
      { page: "taskErrors" },
      {
        page: "registration",
        heading: "Microsoft Entra hybrid joined in Managed environments",
        anchor: "microsoft-entra-hybrid-joined-in-managed-environments",
      },
    ],
  },
]
