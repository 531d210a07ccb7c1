import type { CodeEntry } from "../code.ts"
import { windowsErrorCodes } from "./win32/any.ts"
import { directoryErrorCodes } from "./win32/directory.ts"

/** Windows error numbers as HRESULTs, `0x8007` and the number. */
export const win32Codes = (): readonly CodeEntry[] => [...windowsErrorCodes(), ...directoryErrorCodes()]
