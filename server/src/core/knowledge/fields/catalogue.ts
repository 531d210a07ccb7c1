import type { FieldEntry } from "../fieldEntry.ts"
import { deviceDetailsFields } from "./deviceDetails.ts"
import { deviceStateFields } from "./deviceState.ts"
import { diagnosticDataFields } from "./diagnosticData.ts"
import { eventFields } from "./event.ts"
import { joinDebugFields } from "./joinDebug.ts"
import { ngcFields } from "./ngc.ts"
import { proxyFields } from "./proxies.ts"
import { ssoStateFields } from "./ssoState.ts"
import { tenantDetailsFields } from "./tenantDetails.ts"
import { userStateFields } from "./userState.ts"
import { workAccountFields } from "./workAccount.ts"

/** Every field that `dsregcmd /status` is known to print, in the order of its sections. */
export const statusFields: readonly FieldEntry[] = [
  ...deviceStateFields,
  ...deviceDetailsFields,
  ...tenantDetailsFields,
  ...userStateFields,
  ...ssoStateFields,
  ...workAccountFields,
  ...diagnosticDataFields,
  ...proxyFields,
  ...ngcFields,
]

/** All fields: those of the status first, then those of the texts that people paste beside it. */
export const fieldEntries: readonly FieldEntry[] = [...statusFields, ...joinDebugFields, ...eventFields]
