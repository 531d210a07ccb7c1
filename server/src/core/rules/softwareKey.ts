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
  fix: [
    reads("If this is a physical PC with a TPM 2.0, open `tpm.msc` as an administrator and read its status.", {
      rights: "administrator",
      proves:
        "If the TPM is ready for use, the key was made while it was not, and the join works all the same. If it is not ready, that explains the software key. On a virtual machine or with a TPM 1.2 there is nothing to do.",
    }),
  ],
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
