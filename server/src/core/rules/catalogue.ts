import type { Rule } from "../rule.ts"
import { adConfigurationFailed } from "./adConfigurationFailed.ts"
import { adConnectivityFailed } from "./adConnectivityFailed.ts"
import { computerSidMismatch } from "./computerSidMismatch.ts"
import { deviceDisabledOrDeleted } from "./deviceDisabledOrDeleted.ts"
import { deviceKeysUnusable } from "./deviceKeysUnusable.ts"
import { deviceObjectNotFound } from "./deviceObjectNotFound.ts"
import { drsConnectivityFailed } from "./drsConnectivityFailed.ts"
import { drsDiscoveryFailed } from "./drsDiscoveryFailed.ts"
import { dualState } from "./dualState.ts"
import { hybridJoinIncomplete } from "./hybridJoinIncomplete.ts"
import { joinedToOnPremisesDrs } from "./joinedToOnPremisesDrs.ts"
import { keySignTestFailed } from "./keySignTestFailed.ts"
import { notDomainJoined } from "./notDomainJoined.ts"
import { prtMissing } from "./prtMissing.ts"
import { prtRefused } from "./prtRefused.ts"
import { registeredBeforeJoin } from "./registeredBeforeJoin.ts"
import { registrationFailed } from "./registrationFailed.ts"
import { registrationThrottled } from "./registrationThrottled.ts"
import { scpNotFound } from "./scpNotFound.ts"
import { tenantNotFound } from "./tenantNotFound.ts"
import { testsNotAsSystem } from "./testsNotAsSystem.ts"
import { tokenAcquisitionFailed } from "./tokenAcquisitionFailed.ts"
import { tokenAcquisitionFellBack } from "./tokenAcquisitionFellBack.ts"
import { wamDefaultMissing } from "./wamDefaultMissing.ts"

/**
 * Every rule, what the reader should see first standing first: the failing phase in the order of the phases, then
 * the health of the device, then single sign-on, then what is only worth knowing.
 */
export const rules: readonly Rule[] = [
  adConnectivityFailed,
  adConfigurationFailed,
  scpNotFound,
  drsDiscoveryFailed,
  drsConnectivityFailed,
  tokenAcquisitionFailed,
  registrationFailed,
  tenantNotFound,
  deviceObjectNotFound,
  computerSidMismatch,
  registrationThrottled,
  tokenAcquisitionFellBack,
  deviceDisabledOrDeleted,
  deviceKeysUnusable,
  keySignTestFailed,
  prtRefused,
  prtMissing,
  wamDefaultMissing,
  dualState,
  hybridJoinIncomplete,
  registeredBeforeJoin,
  testsNotAsSystem,
  joinedToOnPremisesDrs,
  notDomainJoined,
]
