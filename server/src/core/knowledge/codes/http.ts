import type { CodeEntry } from "../code.ts"
import { betweenCodes } from "./http/between.ts"
import { serverCodes } from "./http/server.ts"

/** HTTP statuses as Windows reports them: 0x8019 and the status in the lower half, 0x197 being 407. */
export const httpCodes = (): readonly CodeEntry[] => [...betweenCodes(), ...serverCodes()]
