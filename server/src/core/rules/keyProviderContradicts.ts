import { deviceDetails } from "../knowledge/headings.ts"
import { askForNewLog } from "../knowledge/ladders.ts"
import { NO, YES } from "../knowledge/yesNo.ts"
import { rule } from "./rule.ts"

/** The key's provider and its protection do not fit together. */
export const keyProviderContradicts = rule({
  id: "key-provider-contradicts",
  severity: "info",
  about: ["KeyProvider"],
  explains: ["software-key"],
  summary: "The key provider and `TpmProtected` contradict each other.",
  why: "The platform provider keeps keys in the TPM, the software provider does not. Lines that say the contrary come from two logs, or somebody edited them.",
  fix: askForNewLog,
  sources: [deviceDetails],
  bad: [
    `
               KeyProvider : Microsoft Software Key Storage Provider
              TpmProtected : YES
                             ^^^ key-provider-contradicts`,
    `
               KeyProvider : Microsoft Platform Crypto Provider
              TpmProtected : NO
                             ^^ key-provider-contradicts`,
  ],
  good: [
    `
               KeyProvider : Microsoft Platform Crypto Provider
              TpmProtected : YES`,
    `
               KeyProvider : Microsoft Software Key Storage Provider
              TpmProtected : NO`,
  ],
  *check(log) {
    const provider = log.field("KeyProvider", "device-details", "device-state")
    const tpm = log.field("TpmProtected", "device-details", "device-state")
    if (!provider || !tpm) return
    const inTpm = YES.test(tpm.value)
    if (
      inTpm
        ? !/\bSoftware Key\b/i.test(provider.value)
        : !NO.test(tpm.value) || !/\bPlatform Crypto\b/i.test(provider.value)
    )
      return
    yield {
      span: tpm.valueSpan,
      message: "The key provider and TpmProtected contradict each other: the log was edited or mixed",
      related: [{ span: provider.valueSpan, message: "The provider" }],
    }
  },
})
