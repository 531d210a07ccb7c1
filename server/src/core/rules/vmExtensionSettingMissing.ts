import { AZURE_EXTENSION } from "../evidence/azureExtension.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** The extension of Azure virtual machines was deployed without a setting that it asks for. */
export const vmExtensionSettingMissing = rule({
  id: "vm-extension-setting-missing",
  severity: "error",
  about: ["Azure extension"],
  phase: "join",
  summary: "The extension AADLoginForWindows was deployed without its setting mdmId.",
  why: "The extension reads `mdmId` to know in which device management the virtual machine enrolls once it is joined. A template that hands it settings without that name makes it stop before the join.",
  fix: [
    reads("Look in the template or the script that deploys the extension for `settings` and `mdmId`.", {
      rights: "user",
      where: "app",
      proves: "If the name is missing or in another case, that is the cause: it is case-sensitive.",
    }),
    changes(
      "If the virtual machine is to enroll in Intune, set `mdmId` to `0000000a-0000-0000-c000-000000000000`; if not, leave `settings` out altogether. Then deploy the extension again.",
      { rights: "user", where: "app" },
    ),
  ],
  sources: [{ page: "vmMdmSetting" }, { page: "vmMdmValue" }],
  bad: [
    `
Message=VM has reported a failure when processing extension 'AADLogin' (type 'AADLoginForWindows'). Error message: ''mdmId' setting was not found.'
                                                                                                                     ^^^^^ vm-extension-setting-missing`,
  ],
  good: [
    `
The extension AADLoginForWindows has the setting 'mdmId', and was installed.`,
    `
Another extension: 'mdmId' setting was not found.`,
  ],
  *check({ capture: { text } }) {
    const found = AZURE_EXTENSION.test(text) ? MISSING.exec(text) : null
    if (!found) return
    const start = found.index + 1
    yield {
      span: { start, end: start + "mdmId".length },
      message: "The Azure extension was deployed without its setting mdmId",
    }
  },
})

const MISSING = /'mdmId'\s{0,2}s\s{0,2}etting was not found/i
