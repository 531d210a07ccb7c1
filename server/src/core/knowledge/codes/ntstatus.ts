import type { CodeEntry } from "../code.ts"
import { accountStatusCodes } from "./ntstatus/account.ts"
import { carriedStatusCodes } from "./ntstatus/carried.ts"
import { generalStatusCodes } from "./ntstatus/general.ts"
import { refusalStatusCodes } from "./ntstatus/refusal.ts"

/** NTSTATUS numbers: the outcome of a request for a PRT, and those that carry the bit for NTSTATUS in an HRESULT. */
export const ntstatusCodes = (): readonly CodeEntry[] => [
  ...refusalStatusCodes(),
  ...accountStatusCodes(),
  ...generalStatusCodes(),
  ...carriedStatusCodes(),
]
