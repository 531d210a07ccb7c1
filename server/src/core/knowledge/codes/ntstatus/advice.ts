import type { Source } from "../../source.ts"

/** [MS-ERREF] 2.3.1, which gives the names and the meaning Windows has for them. */
export const windowsNumber: Source = { page: "ntstatus" }
