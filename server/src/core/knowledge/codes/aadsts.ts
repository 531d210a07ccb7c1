import type { CodeEntry } from "../code.ts"
import { appCodes } from "./aadsts/app.ts"
import { certificateCodes } from "./aadsts/certificate.ts"
import { credentialCodes } from "./aadsts/credential.ts"
import { crossTenantCodes } from "./aadsts/crossTenant.ts"
import { deviceCodes } from "./aadsts/device.ts"
import { federationCodes } from "./aadsts/federation.ts"
import { helloCodes } from "./aadsts/hello.ts"
import { mfaCodes } from "./aadsts/mfa.ts"
import { passThroughCodes } from "./aadsts/passThrough.ts"
import { passwordCodes } from "./aadsts/password.ts"
import { policyCodes } from "./aadsts/policy.ts"
import { reportedCodes } from "./aadsts/reported.ts"
import { seamlessCodes } from "./aadsts/seamless.ts"
import { serviceCodes } from "./aadsts/service.ts"
import { sessionCodes } from "./aadsts/session.ts"
import { tenantCodes } from "./aadsts/tenant.ts"
import { userCodes } from "./aadsts/user.ts"
import { windowsAppCodes } from "./aadsts/windowsApp.ts"
import { windowsSignInCodes } from "./aadsts/windowsSignIn.ts"

/**
 * Codes that Microsoft Entra ID answers with, in `Server Error Description`, in events and in browsers: a file for each
 * thing that an answer can be about, together in the order of their digits.
 */
export const aadstsCodes = (): readonly CodeEntry[] =>
  withReported([
    ...userCodes(),
    ...passwordCodes(),
    ...sessionCodes(),
    ...deviceCodes(),
    ...helloCodes(),
    ...certificateCodes(),
    ...federationCodes(),
    ...passThroughCodes(),
    ...seamlessCodes(),
    ...mfaCodes(),
    ...policyCodes(),
    ...tenantCodes(),
    ...crossTenantCodes(),
    ...appCodes(),
    ...credentialCodes(),
    ...serviceCodes(),
    ...windowsSignInCodes(),
    ...windowsAppCodes(),
  ]).toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))

function withReported(table: readonly CodeEntry[]): readonly CodeEntry[] {
  return [...table, ...reportedCodes(table)]
}
