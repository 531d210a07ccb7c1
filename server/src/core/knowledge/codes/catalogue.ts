import type { CodeEntry } from "../code.ts"
import { once } from "../once.ts"
import { aadstsCodes } from "./aadsts.ts"
import { adalCodes } from "./adal.ts"
import { cloudApCodes } from "./cloudAp.ts"
import { dsregCodes } from "./dsreg.ts"
import { helloCodes } from "./hello.ts"
import { helloAccountCodes } from "./helloAccount.ts"
import { httpCodes } from "./http.ts"
import { mdmCodes } from "./mdm.ts"
import { ntstatusCodes } from "./ntstatus.ts"
import { oauthCodes } from "./oauth.ts"
import { taskSchedulerCodes } from "./taskScheduler.ts"
import { tpmCodes } from "./tpm.ts"
import { win32Codes } from "./win32.ts"
import { winHttpCodes } from "./winhttp.ts"

/**
 * Every code this project can explain, family by family. They are made when the first one is asked for: at the start of
 * a server they would cost 10 ms.
 */
export const codeEntries = once((): readonly CodeEntry[] => [
  ...dsregCodes(),
  ...winHttpCodes(),
  ...win32Codes(),
  ...adalCodes(),
  ...httpCodes(),
  ...ntstatusCodes(),
  ...cloudApCodes(),
  ...tpmCodes(),
  ...taskSchedulerCodes(),
  ...helloCodes(),
  ...helloAccountCodes(),
  ...mdmCodes(),
  ...aadstsCodes(),
  ...oauthCodes(),
])
