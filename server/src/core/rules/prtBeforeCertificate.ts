import { deviceDetails, prtRenewal } from "../knowledge/headings.ts"
import { askForTokenAgain } from "../knowledge/ladders.ts"
import { rule } from "./rule.ts"

/** The token was last renewed before the present certificate of the device began. */
export const prtBeforeCertificate = rule({
  id: "prt-before-certificate",
  severity: "info",
  about: ["AzureAdPrtUpdateTime"],
  phase: "post-join",
  summary: "The token is older than the device's registration.",
  why: "The certificate of the device begins with its registration. The token was last renewed before that, so it belongs to an earlier registration of this PC, and a new one is due.",
  fix: askForTokenAgain,
  sources: [deviceDetails, prtRenewal],
  bad: [
    `
             AzureAdJoined : YES
 DeviceCertificateValidity : [ 2025-05-10 09:00:00.000 UTC -- 2035-05-10 09:30:00.000 UTC ]
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-05-09 16:00:00.000 UTC
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ prt-before-certificate`,
  ],
  good: [
    `
             AzureAdJoined : YES
 DeviceCertificateValidity : [ 2025-05-10 09:00:00.000 UTC -- 2035-05-10 09:30:00.000 UTC ]
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-05-10 09:10:00.000 UTC`,
  ],
  *check(log) {
    const update = log.field("AzureAdPrtUpdateTime")
    const certificate = log.field("DeviceCertificateValidity", "device-details", "device-state")
    const [updated] = log.timesOf(update)
    const [begins] = log.timesOf(certificate)
    if (!update || !certificate || updated === undefined || begins === undefined || log.withoutUser) return
    if (!log.isJoined || updated >= begins || !log.says("AzureAdPrt", "YES")) return
    yield {
      span: update.valueSpan,
      message: "The token is older than the device's registration; the next unlock brings a new one",
      related: [{ span: certificate.valueSpan, message: "The registration's certificate begins here" }],
    }
  },
})
