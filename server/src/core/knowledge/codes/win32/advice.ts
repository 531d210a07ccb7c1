import type { Source } from "../../source.ts"

/** The lists that give the names and the general meaning of the Windows error numbers. */
export const windowsNumber: Source = {
  page: "systemErrors",
  heading: "System error codes",
  anchor: "system-error-codes",
}
