import { registerAgain } from "../knowledge/codes/registerAgain.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { certificateFindings, ownCertificates } from "./certificate.ts"
import { rule } from "./rule.ts"
/** The device's certificate had ended when the log was made. */
export const certificateExpired = rule({
  id: "certificate-expired",
  severity: "error",
  about: ["DeviceCertificateValidity"],
  phase: "post-join",
  repaired: { line: "DeviceAuthStatus : SUCCESS" },
  summary: "The device's certificate has expired.",
  why: "The certificate that stands for the device was past its end when the log was made. Such certificates live ten years, so a wrong clock on the PC is the likelier cause.",
  fix: [
    reads("Compare date and time of the PC with a clock that is right.", {
      rights: "user",
      proves:
        "If the PC is ahead, the certificate is good, and the clock is the whole fault. If the PC is right, the certificate is past its end: register the PC again.",
    }),
    changes("If the clock is wrong, set it from an elevated prompt with `w32tm /resync`, and read a new log.", {
      rights: "administrator",
    }),
    registerAgain,
  ],
  sources: [deviceDetails, { page: "faq" }],
  bad: [
    `
 DeviceCertificateValidity : [ 2015-01-11 21:02:50.000 UTC -- 2025-01-11 21:32:50.000 UTC ]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ certificate-expired
      AzureAdPrtUpdateTime : 2025-02-01 08:00:00.000 UTC`,
  ],
  good: [
    `
 DeviceCertificateValidity : [ 2015-01-11 21:02:50.000 UTC -- 2025-01-11 21:32:50.000 UTC ]
      AzureAdPrtUpdateTime : 2024-02-01 08:00:00.000 UTC`,
    `
| Work Account 1 |
 DeviceCertificateValidity : [ 2015-01-11 21:02:50.000 UTC -- 2025-01-11 21:32:50.000 UTC ]
| SSO State |
      AzureAdPrtUpdateTime : 2026-02-01 08:00:00.000 UTC`,
    " DeviceCertificateValidity : [ 2005-01-11 21:02:50.000 UTC -- 2015-01-11 21:32:50.000 UTC ]",
  ],
  *check(log) {
    yield* certificateFindings(log, ownCertificates(log), ({ end, now }) =>
      now > end ? "The device certificate had expired when this log was made" : undefined,
    )
  },
})
