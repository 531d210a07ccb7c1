import { DAY } from "../evidence/time.ts"
import { registerAgain } from "../knowledge/codes/registerAgain.ts"
import { deviceDetails } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { certificateFindings, ownCertificates } from "./certificate.ts"
import { rule } from "./rule.ts"
/** The device's certificate ends within a month of the log. */
export const certificateExpiring = rule({
  id: "certificate-expiring",
  severity: "warning",
  about: ["DeviceCertificateValidity"],
  phase: "post-join",
  repaired: { laterTime: "DeviceCertificateValidity" },
  summary: "The device's certificate ends within 30 days.",
  why: "The certificate that stands for the device has less than 30 days left by the log's own clock. Once it ends, the device cannot prove itself.",
  fix: [
    reads(
      "Look at `DeviceCertificateValidity` in a new log, and compare date and time of the PC with a clock that is right.",
      {
        rights: "user",
        proves: "A clock that is ahead makes a good certificate look old.",
      },
    ),
    registerAgain,
  ],
  sources: [deviceDetails],
  bad: [
    `
 DeviceCertificateValidity : [ 2015-01-11 21:02:50.000 UTC -- 2025-01-11 21:32:50.000 UTC ]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ certificate-expiring
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC`,
  ],
  good: [
    `
 DeviceCertificateValidity : [ 2015-01-11 21:02:50.000 UTC -- 2025-01-11 21:32:50.000 UTC ]
      AzureAdPrtUpdateTime : 2024-12-01 08:00:00.000 UTC`,
  ],
  *check(log) {
    yield* certificateFindings(log, ownCertificates(log), ({ end, now }) =>
      now <= end && end - now < 30 * DAY ? "The device certificate has less than 30 days left" : undefined,
    )
  },
})
