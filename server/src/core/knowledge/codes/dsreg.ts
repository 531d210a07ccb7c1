import type { CodeEntry } from "../code.ts"
import { registrationDeviceCodes } from "./dsreg/device.ts"
import { discoveryCodes } from "./dsreg/discovery.ts"
import { federationProviderCodes } from "./dsreg/federationProvider.ts"
import { registrationNameCodes } from "./dsreg/hostName.ts"
import { kerberosJoinCodes } from "./dsreg/kerberos.ts"
import { registrationServiceCodes } from "./dsreg/service.ts"
import { registrationTokenCodes } from "./dsreg/token.ts"

/** Codes of device registration itself, and the Kerberos codes of a join by Microsoft Entra Kerberos. */
export const dsregCodes = (): readonly CodeEntry[] => [
  ...discoveryCodes(),
  ...registrationServiceCodes(),
  ...registrationNameCodes(),
  ...registrationDeviceCodes(),
  ...registrationTokenCodes(),
  ...kerberosJoinCodes(),
  ...federationProviderCodes(),
]
