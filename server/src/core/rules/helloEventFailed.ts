import type { LogEvent } from "../evidence/events.ts"
import { helloPrerequisites } from "../knowledge/headings.ts"
import { codeMeaning, codeMeanings } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** An event says that a step of Windows Hello or of a security key failed, with a code. */
export const helloEventFailed = rule({
  id: "hello-event-failed",
  severity: "warning",
  about: ["event"],
  phase: "post-join",
  summary: "An event reports that setting up Windows Hello or a security key failed.",
  why: "The User Device Registration log tells of each step: the key is made on the PC, and the registration service puts it to the user. The event names the step, its code the reason. The join and the PRT are not concerned.",
  fix: [
    reads("Read the whole event: the step that failed, the code, and the server's message where it has one.", {
      rights: "user",
      proves:
        "A code of the network or of the TPM is the PC's. One with a server's message is the registration service's.",
    }),
    reads("Run `dsregcmd /status` un-elevated in the session of that user.", {
      rights: "user",
      proves: "With `AzureAdPrt : NO`, the missing token comes first, for a key is registered with it.",
    }),
  ],
  sources: [helloPrerequisites, { page: "helloDeployment" }],
  bad: [
    `
Event ID:      301
NGC key registration failed with the following error: 0x801c044d
                                                      ^^^^^^^^^^ hello-event-failed`,
  ],
  good: [
    `
Event ID:      300
The Microsoft Passport key was successfully registered.`,
    `
Log Name:      Microsoft-Windows-User Device Registration/Admin
Event ID:      304
Automatic registration failed at join phase.
Exit code: Unknown HResult Error code: 0x801c03f2`,
    `
Event ID:      301
NGC key registration failed with the following error: 0x801c044d

Event ID:      300
The Microsoft Passport key was successfully registered.`,
  ],
  *check(log) {
    const event = log.events.findLast(isAboutKey)
    const root = event?.root
    if (!event?.entry || !root || event.entry.nature !== "failure") return
    const place = codeMeanings(root.code).some(({ places }) => places.includes("hello")) ? "hello" : "post-join"
    const entry = codeMeaning(root.code, place)
    yield {
      span: root.span,
      ...said(reason(root, place), `Event ${event.entry.id}, ${event.entry.title}`, `Event ${event.entry.id}`),
      code: root.code,
      ...(entry && { entry }),
    }
  },
})

/** Events that say whether a key came to be; the newest counts. */
function isAboutKey({ entry, root }: LogEvent): boolean {
  if (entry?.about !== "hello" && entry?.about !== "security-key") return false
  return entry.nature === "success" || (entry.nature === "failure" && root !== undefined)
}
