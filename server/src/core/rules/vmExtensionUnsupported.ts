import { AZURE_EXTENSION } from "../evidence/azureExtension.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** The extension of Azure virtual machines ends because it does not support the Windows it runs on. */
export const vmExtensionUnsupported = rule({
  id: "vm-extension-unsupported",
  severity: "error",
  about: ["Azure extension"],
  phase: "join",
  summary: "The extension AADLoginForWindows does not support this Windows.",
  why: "The extension ends with exit code 51 on an operating system that it is not meant for. It needs Windows Server 2019 or Windows 10 version 1809 at least.",
  fix: [
    reads("Run `winver` on the virtual machine.", {
      rights: "user",
      proves: "Windows Server 2016 and Windows 10 before 1809 are too old for the extension.",
    }),
    changes("Uninstall the extension there, or set the virtual machine up anew with a Windows that is supported.", {
      rights: "administrator",
    }),
  ],
  sources: [{ page: "vmSignIn", heading: "Exit code 51", anchor: "exit-code-51" }],
  bad: [
    `
2026-05-14T19:19:57.4557707Z [Information]: Getting Tenant ID from MSI.
2026-05-14T19:20:57.5026417Z [Error]: AAD Join failed with status code 51.
                                                                       ^^ vm-extension-unsupported`,
    `
The extension AADLoginForWindows on desk-1 ended with exit code 51.
                                                                ^^ vm-extension-unsupported

| Device State |
             AzureAdJoined : NO
              DomainJoined : NO`,
    `
AAD Join failed with status code 51
                                 ^^ vm-extension-unsupported`,
  ],
  good: [
    `
2026-05-14T19:19:57.4557707Z [Information]: Getting Tenant ID from MSI.
2026-05-14T19:20:57.5026417Z [Error]: AAD Join failed with status code 0.`,
    `
The backup ended with exit code 51.

| Device State |
             AzureAdJoined : NO
              DomainJoined : NO`,
    `
AAD Join failed with status code 512`,
  ],
  *check({ capture: { text } }) {
    const found = AZURE_EXTENSION.test(text) ? ENDED_WITH_51.exec(text) : null
    if (!found) return
    const end = found.index + found[0].length
    yield {
      span: { start: end - "51".length, end },
      message: "The Azure extension does not support this version of Windows (exit code 51)",
    }
  },
})

/** In the extension's own log, or as the Azure portal tells it. */
const ENDED_WITH_51 = /\b(?:AAD Join failed with status|exit(?:ed with)?) code:? {0,2}51\b/i
