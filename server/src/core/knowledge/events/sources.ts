import type { Source } from "../source.ts"

/** The texts of the events of User Device Registration, by the numbers of a public list of its manifest. */
export const registrationManifest: Source = { page: "eventManifests" }

/** The texts of the events of AAD, as they stand in the file that Windows takes them from. */
export const aadMessages: Source = { page: "aadMessages" }

/** `Status codes ("STATUS_" prefix, …)` of the page `prt`. */
export const prtCodes: Source = {
  page: "prt",
  heading: 'Status codes ("STATUS_" prefix, codes that begin with "0xc000")',
  anchor: "status-codes-status_-prefix-codes-that-begin-with-0xc000",
}

/** `Common CloudAP plug-in error codes (…)` of the page `prt`. */
export const cloudApCodes: Source = {
  page: "prt",
  heading: 'Common CloudAP plug-in error codes ("AAD_CLOUDAP_E_" prefix, codes that begin with "0xc004")',
  anchor: "common-cloudap-plug-in-error-codes-aad_cloudap_e_-prefix-codes-that-begin-with-0xc004",
}
