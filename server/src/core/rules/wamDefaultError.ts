import type { Evidence } from "../evidence/evidence.ts"
import { mentionsIn } from "../evidence/mention.ts"
import { ranElevated } from "../evidence/session.ts"
import { userState } from "../knowledge/headings.ts"
import { readDefaultAccount } from "../knowledge/ladders.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { changes } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** Asking the token broker for the default account failed. */
export const wamDefaultError = rule({
  id: "wam-default-error",
  severity: "warning",
  about: ["WamDefaultSet : ERROR…"],
  phase: "post-join",
  whateverCode: true,
  repaired: { line: "WamDefaultSet : YES" },
  summary: "The token broker could not be asked for its default account.",
  why: "The question to the Web Account Manager (WAM) ended with an error. In an elevated prompt that happens without a fault, so a log that shows one is not judged. In the user's own prompt the broker or its data in the profile is damaged.",
  fix: [
    readDefaultAccount,
    changes(
      'If the error is there too, restart the PC. If it stays, sign in as that user and register the broker anew, in PowerShell: `Add-AppxPackage -Register "$env:windir\\SystemApps\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy\\Appxmanifest.xml" -DisableDevelopmentMode -ForceApplicationShutdown`.',
      { rights: "user" },
    ),
    changes(
      "If profiles roam, as on virtual desktops, exclude `%localappdata%\\Packages\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy` and `%localappdata%\\Microsoft\\TokenBroker` from the profile tool: Microsoft does not support roaming them.",
      { rights: "administrator" },
    ),
  ],
  sources: [userState, { page: "vdi" }],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : ERROR (0x80070520)
                             ^^^^^^^^^^^^^^^^^^ wam-default-error`,
    `
                    NgcSet : NO
             WamDefaultSet : ERROR (0x80070520)
                             ^^^^^^^^^^^^^^^^^^ wam-default-error`,
  ],
  good: [
    "             WamDefaultSet : YES",
    `
             AzureAdJoined : NO
             WamDefaultSet : ERROR (0x80070520)`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : ERROR (0xd0020017)`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : ERROR
    Executing Account Name : SYSTEM`,
    `
             AzureAdJoined : YES
              DomainJoined : YES
             WamDefaultSet : ERROR (0x80070520)
               KeySignTest : PASSED`,
  ],
  *check(log) {
    const wam = log.field("WamDefaultSet")
    if (!wam || log.withoutUser || !mayHaveBroker(log) || !/^ERROR/i.test(wam.value)) return
    if (ranElevated(log)) return
    const code = mentionsIn(wam).at(-1)
    const why = reason(code, "post-join")
    const entry = code && codeMeaning(code.code, "post-join")
    yield {
      span: wam.valueSpan,
      ...said(
        why,
        "The token broker returned an error, which is a fault only in the user's own prompt",
        "Token broker error, a fault only in the user's own prompt",
        "Token broker error",
      ),
      ...(code && { code: code.code }),
      ...(entry && { entry }),
    }
  },
})

/** A device that is joined, or whose join the log does not show: elsewhere nothing waits for a default account. */
function mayHaveBroker(log: Evidence): boolean {
  return log.isJoined || !log.field("AzureAdJoined")
}
