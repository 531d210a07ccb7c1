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
  sources: [
    { page: "vmSignIn", heading: "Exit code 51", anchor: "exit-code-51" },
    { page: "vmExitCode50" },
    { page: "vmServerCore" },
  ],
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
    `
The command of Microsoft.Azure.ActiveDirectory.AADLoginForWindows has exited with Exit code: 50
                                                                                             ^^ vm-extension-unsupported`,
    `
AADLoginForWindows: Unable to load DLL 'C:\\Windows\\System32\\dsreg.dll': The specified module could not be found.
                                                              ^^^^^^^^^ vm-extension-unsupported`,
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
    if (!AZURE_EXTENSION.test(text)) return
    const library = WITHOUT_LIBRARY.exec(text)
    if (library) {
      yield {
        span: { start: library.index, end: library.index + "dsreg.dll".length },
        message: "The Azure extension found no dsreg.dll, which Windows Server Core does not have",
      }
      return
    }
    const found = ENDED.exec(text)
    if (!found) return
    const end = found.index + found[0].length
    const isDocumented = found[0].endsWith("51")
    yield {
      span: { start: end - "51".length, end },
      message: isDocumented
        ? "The Azure extension does not support this version of Windows (exit code 51)"
        : "The Azure extension ended with exit code 50, as a report says of a Windows it does not support",
    }
  },
})

/** What Windows has that joins devices, where the extension says that it is missing. */
const WITHOUT_LIBRARY = /dsreg\.dll\b(?=.{0,80}\b(?:not be found|missing|not found)\b)/i

/** In the extension's own log, or as the Azure portal tells it; 50 comes from its installer and is known from a report. */
const ENDED = /\b(?:AAD Join failed with status code:? {0,2}51|exit(?:ed with)?(?: exit)? code:? {0,2}5[01])\b/i
