import { mentionsIn } from "../evidence/mention.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { changes, reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"
/** The check of the device against Microsoft Entra ID did not come to an end. */
export const deviceAuthNotTested = rule({
  id: "device-auth-not-tested",
  severity: "warning",
  about: ["DeviceAuthStatus : FAIL…"],
  phase: "post-join",
  summary: "The device's state in Microsoft Entra ID could not be checked.",
  why: "dsregcmd asks Microsoft Entra ID whether it still accepts the device, which needs the network in the context of SYSTEM. The question did not get through. That is no proof that the device is deleted.",
  fix: [
    reads("Open https://login.microsoftonline.com as SYSTEM, for instance from `psexec -s -i cmd`.", {
      rights: "system",
      proves: "If that fails too, the network of SYSTEM is the cause, and nothing is said of the device.",
    }),
    changes(
      "Let the proxy pass the computer account without a prompt, or repair the name resolution, by the code. Then run `dsregcmd /status` again.",
      {
        where: "network",
        proves: "SUCCESS clears the device. `disabled or deleted` blames its object.",
      },
    ),
  ],
  sources: [deviceDetails],
  bad: [
    `
          DeviceAuthStatus : FAILED. Error: 0xd000023c
                             ^^^^^^^^^^^^^^^^^^^^^^^^^ device-auth-not-tested`,
    `
          DeviceAuthStatus : FAILED. ERROR
                             ^^^^^^^^^^^^^ device-auth-not-tested`,
  ],
  good: [
    "          DeviceAuthStatus : SUCCESS",
    "          DeviceAuthStatus : FAILED. Device is either disabled or deleted",
    `
             AzureAdJoined : YES
              DomainJoined : YES
          DeviceAuthStatus : FAILED. Error: 0x80072ee7
                AzureAdPrt : NO
     AcquirePrtDiagnostics : PRESENT
            Attempt Status : 0xc000023c
                HTTP Error : 0x80072ee7`,
  ],
  *check(log) {
    const status = log.field("DeviceAuthStatus")
    if (!status || !/^FAIL[\s\S]*\bERROR/i.test(status.value)) return
    const code = mentionsIn(status).at(-1)
    const why = reason(code, "post-join")
    const entry = code && codeMeaning(code.code, "post-join")
    yield {
      span: status.valueSpan,
      ...said(
        why,
        "Whether Microsoft Entra ID accepts the device could not be checked",
        "The device could not be checked",
      ),
      ...(code && { code: code.code }),
      ...(entry && { entry }),
    }
  },
})
