import type { FieldEntry } from "../fieldEntry.ts"
import { aboveLogFields } from "./aboveLog.ts"
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
export const statusFields: readonly FieldEntry<StatusFieldName, FieldName>[] = [
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
export const fieldEntries: readonly FieldEntry<FieldName, FieldName>[] = [
  ...statusFields,
  ...joinDebugFields,
  ...eventFields,
  ...aboveLogFields,
]

/** The names of all fields, in every spelling that stands in an entry: a mistyped one does not compile. */
export type FieldName = StatusFieldName | NameIn<typeof joinDebugFields | typeof eventFields | typeof aboveLogFields>

type StatusFieldName = NameIn<
  | typeof deviceStateFields
  | typeof deviceDetailsFields
  | typeof tenantDetailsFields
  | typeof userStateFields
  | typeof ssoStateFields
  | typeof workAccountFields
  | typeof diagnosticDataFields
  | typeof proxyFields
  | typeof ngcFields
>

type NameIn<Entries extends readonly FieldEntry[]> = Entries[number]["name"]
