import { deviceDetails } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { certificateFindings } from "./certificate.ts"
import { rule } from "./rule.ts"
/** A certificate from the future: one of the clocks is wrong. */
export const certificateNotYetValid = rule({
  id: "certificate-not-yet-valid",
  severity: "warning",
  about: ["DeviceCertificateValidity"],
  phase: "post-join",
  repaired: { line: "DeviceAuthStatus : SUCCESS" },
  summary: "The device's certificate is not valid yet by the PC's clock.",
  why: "The certificate begins after the time that the PC itself prints. The clock of the PC runs behind, and secure connections can fail for the same reason.",
  fix: [
    reads(
      "Compare date and time of the PC with a clock that is right, and run `w32tm /query /source` from an elevated prompt.",
      {
        rights: "administrator",
        proves:
          "`Local CMOS Clock` means that nothing sets the clock. A domain controller or a time server there means that the last setting failed.",
      },
    ),
    changes("Set the clock from an elevated prompt with `w32tm /resync`, then run `dsregcmd /status` again.", {
      rights: "administrator",
      proves: "If `Client Time` is right there and the certificate has begun, the fault is gone.",
    }),
  ],
  sources: [deviceDetails],
  bad: [
    `
               Client Time : 2020-01-01 00:00:00.000 UTC
 DeviceCertificateValidity : [ 2025-01-11 21:02:50.000 UTC -- 2035-01-11 21:32:50.000 UTC ]
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ certificate-not-yet-valid`,
  ],
  good: [
    `
      AzureAdPrtUpdateTime : 2020-01-01 00:00:00.000 UTC
 DeviceCertificateValidity : [ 2025-01-11 21:02:50.000 UTC -- 2035-01-11 21:32:50.000 UTC ]`,
    `
               Client Time : 2026-01-01 00:00:00.000 UTC
 DeviceCertificateValidity : [ 2025-01-11 21:02:50.000 UTC -- 2035-01-11 21:32:50.000 UTC ]`,
  ],
  *check(log) {
    if (!log.field("Client Time")) return
    yield* certificateFindings(log, log.fields("DeviceCertificateValidity"), ({ start, now }) =>
      start > now ? "A device certificate is not valid yet by the PC's own clock" : undefined,
    )
  },
})
