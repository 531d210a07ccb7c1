import { readJoinTask, startJoin } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** An event says that Windows could not work out whether the task that joins is to be on. */
export const joinTaskStateUnknown = rule({
  id: "join-task-state-unknown",
  severity: "warning",
  about: ["event"],
  ofJoin: true,
  explains: ["hybrid-join-incomplete", "join-task-not-run"],
  whateverCode: true,
  summary: "Windows could not work out the state of the task that joins.",
  why: "The part of Windows that joins domains switches the task Automatic-Device-Join on or off, and says in event 369 that it could not. A task that stays off never joins the PC; with the code of a path that was not found, the task itself may be missing.",
  fix: [readJoinTask, startJoin],
  sources: [{ page: "eventManifests" }],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES

Event ID: 369
The Workstation Service logged a device registration message.
Message: AutoJoinSvc/WJInitializeWorkplaceJoin: Failed to compute automatic join task initial state with status 0x80070003
                                                                                                                ^^^^^^^^^^ join-task-state-unknown`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : YES

Event ID: 369
The Workstation Service logged a device registration message.
Message: AutoJoinSvc/WJInitializeWorkplaceJoin: Failed to compute automatic join task initial state with status 0x80070003`,
    `
Event ID: 369
The Workstation Service logged a device registration message.
Message: AutoJoinSvc/WJComputeWorkplaceJoinTaskState: Machine is already joined to Azure.`,
  ],
  *check(log) {
    const event = log.isJoined ? undefined : log.events.findLast(({ text }) => COMPUTED.test(text))
    const root = event?.codes[0]
    if (!root) return
    const entry = codeMeaning(root.code, "join")
    yield {
      span: root.span,
      ...said(
        reason(root, "join"),
        "Windows could not work out the state of the join task",
        "State of the join task unknown",
      ),
      code: root.code,
      ...(entry && { entry }),
    }
  },
})

const COMPUTED = /Failed to compute automatic join task\b/i
