import type { CodeEntry } from "../code.ts"
import { mdmAutomaticCodes } from "./mdm/automatic.ts"
import { autopilotCodes } from "./mdm/autopilot.ts"
import { mdmDeviceCodes } from "./mdm/device.ts"
import { mdmServerCodes } from "./mdm/server.ts"

/** Codes of enrollment in mobile device management, which starts after a join and can fail without it. */
export const mdmCodes = (): readonly CodeEntry[] => [
  ...mdmServerCodes(),
  ...mdmDeviceCodes(),
  ...mdmAutomaticCodes(),
  ...autopilotCodes(),
]
