import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { reads } from "../../step.ts"

/** [MS-ERREF] 2.3.1, which gives the names and the meaning Windows has for them. */
export const windowsNumber: Source = { page: "ntstatus" }

export const requestAgain = shared(reads("Lock and unlock the PC to have the PRT requested again.", { rights: "user" }))
