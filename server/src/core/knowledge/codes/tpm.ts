import type { CodeEntry } from "../code.ts"
import { keyStateCodes } from "./tpm/keyState.ts"
import { keyStorageCodes } from "./tpm/keyStorage.ts"
import { tpmDeviceCodes } from "./tpm/tpm.ts"

/** Codes of the TPM, of the services before it, and of the key storage that joins and Windows Hello use. */
export const tpmCodes = (): readonly CodeEntry[] => [...keyStateCodes(), ...keyStorageCodes(), ...tpmDeviceCodes()]
