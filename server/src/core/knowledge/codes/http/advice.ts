import type { Source } from "../../source.ts"

/** The list that names every HTTP status as a number of Windows. */
export const statusNumber: Source = { page: "bitsErrors" }
