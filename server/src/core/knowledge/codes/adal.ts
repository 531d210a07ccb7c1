import type { CodeEntry } from "../code.ts"
import { twins } from "../twin.ts"
import { adalTable } from "./adal/advice.ts"
import { adalDataCodes } from "./adal/data.ts"
import { adalLibraryCodes } from "./adal/library.ts"
import { ownNetworkCodes } from "./adal/network.ts"
import { adalProgramCodes } from "./adal/programs.ts"
import { adalRealmCodes } from "./adal/realm.ts"
import { adalServiceCodes } from "./adal/service.ts"
import { adalTokenCodes } from "./adal/token.ts"
import { adalHttpNumbers, adalNetworkNumbers } from "./adal/twins.ts"
import { adalWsTrustCodes } from "./adal/wsTrust.ts"
import { httpCodes } from "./http.ts"
import { winHttpCodes } from "./winhttp.ts"

/**
 * Codes of ADAL, the authentication library that gets a token for the join and for apps.
 *
 * The three digits after the first are the facility, and the files follow it: aa9 the steps of a token request, at a
 * federation service or elsewhere, aa2 the answers of an authorization server, the rest the library on the PC. Its
 * network errors (aa8) and HTTP statuses (aa3) wrap numbers that have entries, and repeat those.
 */
export const adalCodes = (): readonly CodeEntry[] => [
  ...adalRealmCodes(),
  ...adalWsTrustCodes(),
  ...adalTokenCodes(),
  ...adalProgramCodes(),
  ...adalServiceCodes(),
  ...adalLibraryCodes(),
  ...adalDataCodes(),
  ...ownNetworkCodes(),
  ...twins(winHttpCodes(), adalNetworkNumbers, adalTable),
  ...twins(httpCodes(), adalHttpNumbers, adalTable),
]
