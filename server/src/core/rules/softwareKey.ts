import { deviceDetails } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { NO } from "../knowledge/yesNo.ts"
import { rule } from "./rule.ts"
/** The device's key is in software. */
export const softwareKey = rule({
  id: "software-key",
  severity: "info",
  about: ["TpmProtected"],
  phase: "post-join",
  summary: "The device's key is not protected by a TPM.",
  why: "The key lies in software. That is normal on virtual machines, with a TPM 1.2, and where Windows fell back after a TPM error; the join works the same.",
  fix: reads("On a physical PC with a TPM 2.0, look in `tpm.msc` whether it is ready for use.", {
    rights: "administrator",
    proves: "One that is not ready explains the software key. Elsewhere there is nothing to do.",
  }),
  sources: [deviceDetails, { page: "hybridPlan" }],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
              TpmProtected : NO
                             ^^ software-key`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
              TpmProtected : YES`,
  ],
  *check(log) {
    const tpm = log.field("TpmProtected", "device-details", "device-state")
    if (tpm && log.isJoined && NO.test(tpm.value)) {
      yield { span: tpm.valueSpan, message: "The key is in software, which is normal on a virtual machine" }
    }
  },
})
