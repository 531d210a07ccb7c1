import type { CodeEntry } from "../code.ts"
import { adalClientCodes } from "./adalClient.ts"
import { adalFederationCodes } from "./adalFederation.ts"
import { adalServiceCodes } from "./adalService.ts"
import { adalTokenCodes } from "./adalToken.ts"

/**
 * Codes of ADAL, the authentication library that gets a token for the join and for apps.
 *
 * The three digits after the first are the facility, and the files follow it: aa9 the steps of a token request, at a
 * federation service or elsewhere, aa2 the answers of an authorization server, the rest the library on the PC. Its
 * network errors (aa8) and HTTP statuses (aa3) have lists of their own.
 */
export const adalCodes: readonly CodeEntry[] = [
  ...adalFederationCodes,
  ...adalTokenCodes,
  ...adalServiceCodes,
  ...adalClientCodes,
]
