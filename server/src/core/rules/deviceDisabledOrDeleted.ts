import { deletedDevices, enableDevice, restoreDevice, softDeleted } from "../knowledge/codes/aadsts/advice.ts"
import { registerAgain } from "../knowledge/codes/registerAgain.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
import { NO } from "../knowledge/yesNo.ts"
import { rule } from "./rule.ts"

const SEARCH = "In the Microsoft Entra admin center open Entra ID > Devices > All devices and search for {DeviceId}."
const FOUND =
  "If it is there and *Enabled* says No, it was disabled: enable it. If it is not there, it was deleted: restore it or register the PC again."

/** Microsoft Entra ID refuses the device itself. */
export const deviceDisabledOrDeleted = rule({
  id: "device-disabled-or-deleted",
  severity: "error",
  about: ["DeviceAuthStatus"],
  phase: "post-join",
  explains: ["prt-missing", { rule: "prt-refused", codes: ["AADSTS700003", "AADSTS50155", "AADSTS135011"] }],
  summary: "The device is disabled or deleted in Microsoft Entra ID.",
  why: "The device still has its keys and its certificate, and Microsoft Entra ID does not accept them: somebody or a clean-up disabled or deleted the device object.",
  fix: [
    reads(SEARCH, {
      rights: "directory-administrator",
      where: "entra",
      proves: `${FOUND} If it is there with *Pending* under Registered, it was deleted and only the sync brought it back: register the PC again.`,
      inLog: [
        {
          fields: ["DomainJoined"],
          when: NO,
          leaves: reads(SEARCH, { rights: "directory-administrator", where: "entra", proves: FOUND }),
        },
      ],
    }),
    enableDevice,
    restoreDevice,
    registerAgain,
  ],
  sources: [
    deviceDetails,
    {
      page: "faq",
      anchor:
        "i-disabled-or-deleted-my-device--but-the-local-state-on-the-device-says-it-s-registered--what-should-i-do",
    },
    softDeleted,
    deletedDevices,
  ],
  bad: [
    `
          DeviceAuthStatus : FAILED. Device is either disabled or deleted
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ device-disabled-or-deleted`,
  ],
  good: ["          DeviceAuthStatus : SUCCESS", "          DeviceAuthStatus : FAILED. Error: 0xd000023c"],
  *check(log) {
    const status = log.field("DeviceAuthStatus")
    if (!status || !/disabled\s+or\s+deleted/i.test(status.value)) return
    const answer = [log.prtAttempt?.root, ...log.events.toReversed().flatMap(({ codes }) => codes)].find((code) =>
      SAID.has(code?.code ?? ""),
    )
    const said = SAID.get(answer?.code ?? "")
    const isTold = said !== undefined && answer !== undefined
    const entry = isTold ? codeMeaning(answer.code, "post-join") : undefined
    yield {
      span: status.valueSpan,
      message: isTold
        ? `The device ${said} (${answer.code})`
        : "The device is disabled or deleted in Microsoft Entra ID",
      ...(isTold && {
        code: answer.code,
        ...(entry && { entry }),
        related: [{ span: answer.span, message: "The token's refusal tells which" }],
        explains: [{ rule: "token-event-error", codes: [answer.code] }],
      }),
    }
  },
})

/** Which of the two it is, where the refusal of a token tells. */
const SAID: ReadonlyMap<string, string> = new Map([
  ["AADSTS135011", "is disabled in Microsoft Entra ID"],
  ["AADSTS700003", "was not found in Microsoft Entra ID"],
])
