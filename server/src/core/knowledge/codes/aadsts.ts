import type { CodeEntry } from "../code.ts"
import { aadstsAppCodes } from "./aadstsApp.ts"
import { aadstsCertificateCodes } from "./aadstsCertificate.ts"
import { aadstsCredentialCodes } from "./aadstsCredential.ts"
import { aadstsCrossTenantCodes } from "./aadstsCrossTenant.ts"
import { aadstsDeviceCodes } from "./aadstsDevice.ts"
import { aadstsFederationCodes } from "./aadstsFederation.ts"
import { aadstsHelloCodes } from "./aadstsHello.ts"
import { aadstsMfaCodes } from "./aadstsMfa.ts"
import { aadstsPassThroughCodes } from "./aadstsPassThrough.ts"
import { aadstsPasswordCodes } from "./aadstsPassword.ts"
import { aadstsPolicyCodes } from "./aadstsPolicy.ts"
import { aadstsSeamlessCodes } from "./aadstsSeamless.ts"
import { aadstsServiceCodes } from "./aadstsService.ts"
import { aadstsSessionCodes } from "./aadstsSession.ts"
import { aadstsTenantCodes } from "./aadstsTenant.ts"
import { aadstsUserCodes } from "./aadstsUser.ts"

/**
 * Codes that Microsoft Entra ID answers with, in `Server Error Description`, in events and in browsers: a file for each
 * thing that an answer can be about, together in the order of their digits.
 */
export const aadstsCodes: readonly CodeEntry[] = [
  ...aadstsUserCodes,
  ...aadstsPasswordCodes,
  ...aadstsSessionCodes,
  ...aadstsDeviceCodes,
  ...aadstsHelloCodes,
  ...aadstsCertificateCodes,
  ...aadstsFederationCodes,
  ...aadstsPassThroughCodes,
  ...aadstsSeamlessCodes,
  ...aadstsMfaCodes,
  ...aadstsPolicyCodes,
  ...aadstsTenantCodes,
  ...aadstsCrossTenantCodes,
  ...aadstsAppCodes,
  ...aadstsCredentialCodes,
  ...aadstsServiceCodes,
].toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
