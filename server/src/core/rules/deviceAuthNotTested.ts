import { mentionsIn } from "../evidence/mention.ts"
import { giveSystemProxy, openForJoin, proxyForSystem } from "../knowledge/codes/winhttp/advice.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { codeMeaning } from "../knowledge/lookup.ts"
import { reads } from "../knowledge/step.ts"
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
    reads(
      "Start `psexec -s -i cmd` (Sysinternals) as an administrator, and run `curl.exe -v https://login.microsoftonline.com/`. Behind a proxy add `--proxy http://NAME:PORT`.",
      {
        rights: "system",
        proves:
          "If a page comes, SYSTEM gets through now: run `dsregcmd /status` from an elevated prompt again. If not, the network of SYSTEM is the cause, and nothing is said of the device: go on.",
      },
    ),
    proxyForSystem,
    giveSystemProxy,
    openForJoin,
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
