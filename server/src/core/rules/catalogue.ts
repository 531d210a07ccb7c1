import { adConfigurationFailed } from "./adConfigurationFailed.ts"
import { adConnectivityFailed } from "./adConnectivityFailed.ts"
import { attemptOfAnotherUser } from "./attemptOfAnotherUser.ts"
import { autopilotFailed } from "./autopilotFailed.ts"
import { certificateExpired } from "./certificateExpired.ts"
import { certificateExpiring } from "./certificateExpiring.ts"
import { certificateNotYetValid } from "./certificateNotYetValid.ts"
import { clockWrong } from "./clockWrong.ts"
import { cloudsDiffer } from "./cloudsDiffer.ts"
import { cloudTrustTicketMissing } from "./cloudTrustTicketMissing.ts"
import { computerSidMismatch } from "./computerSidMismatch.ts"
import { detailsWithoutJoin } from "./detailsWithoutJoin.ts"
import { deviceAuthFailed } from "./deviceAuthFailed.ts"
import { deviceAuthNotTested } from "./deviceAuthNotTested.ts"
import { deviceDisabledOrDeleted } from "./deviceDisabledOrDeleted.ts"
import { deviceKeysUnusable } from "./deviceKeysUnusable.ts"
import { deviceLimitReached } from "./deviceLimitReached.ts"
import { deviceObjectNotFound } from "./deviceObjectNotFound.ts"
import { deviceRefusedThoughAccepted } from "./deviceRefusedThoughAccepted.ts"
import { drsConnectivityFailed } from "./drsConnectivityFailed.ts"
import { drsDiscoveryFailed } from "./drsDiscoveryFailed.ts"
import { dualState } from "./dualState.ts"
import { earlierAttemptFailed } from "./earlierAttemptFailed.ts"
import { enrollmentFailed } from "./enrollmentFailed.ts"
import { enterprisePrtMissing } from "./enterprisePrtMissing.ts"
import { enterprisePrtRefused } from "./enterprisePrtRefused.ts"
import { enterprisePrtUnneeded } from "./enterprisePrtUnneeded.ts"
import { expiryBeforeUpdate } from "./expiryBeforeUpdate.ts"
import { failedAttemptTestsPass } from "./failedAttemptTestsPass.ts"
import { federationRefusedSignIn } from "./federationRefusedSignIn.ts"
import { helloAtNextSignIn } from "./helloAtNextSignIn.ts"
import { helloBlocked } from "./helloBlocked.ts"
import { helloCertificateNotReady } from "./helloCertificateNotReady.ts"
import { helloCodeBesideLog } from "./helloCodeBesideLog.ts"
import { helloEventBlocked } from "./helloEventBlocked.ts"
import { helloEventFailed } from "./helloEventFailed.ts"
import { helloEventOtherSignIn } from "./helloEventOtherSignIn.ts"
import { helloNotOffered } from "./helloNotOffered.ts"
import { hostNameNotUpdated } from "./hostNameNotUpdated.ts"
import { hybridJoinIncomplete } from "./hybridJoinIncomplete.ts"
import { joinCodeBesideLog } from "./joinCodeBesideLog.ts"
import { joinDebugFailed } from "./joinDebugFailed.ts"
import { joinedToOnPremisesDrs } from "./joinedToOnPremisesDrs.ts"
import { joinedTwice } from "./joinedTwice.ts"
import { joinTaskIdle } from "./joinTaskIdle.ts"
import { joinTaskNotRun } from "./joinTaskNotRun.ts"
import { joinTaskStateUnknown } from "./joinTaskStateUnknown.ts"
import { kerberosTicketFailed } from "./kerberosTicketFailed.ts"
import { keyProviderContradicts } from "./keyProviderContradicts.ts"
import { keySignTestFailed } from "./keySignTestFailed.ts"
import { keySignTestNotRun } from "./keySignTestNotRun.ts"
import { linuxTool } from "./linuxTool.ts"
import { localAccountRan } from "./localAccountRan.ts"
import { mdmNotSet } from "./mdmNotSet.ts"
import { nationalCloud } from "./nationalCloud.ts"
import { notDomainJoined } from "./notDomainJoined.ts"
import { noUserSession } from "./noUserSession.ts"
import { pinResetUnknown } from "./pinResetUnknown.ts"
import { promptOfAnotherAccount } from "./promptOfAnotherAccount.ts"
import { proxyNotForSystem } from "./proxyNotForSystem.ts"
import { proxyOfSystem } from "./proxyOfSystem.ts"
import { prtBeforeCertificate } from "./prtBeforeCertificate.ts"
import { prtExpired } from "./prtExpired.ts"
import { prtMissing } from "./prtMissing.ts"
import { prtNotRenewedLately } from "./prtNotRenewedLately.ts"
import { prtRefreshFailed } from "./prtRefreshFailed.ts"
import { prtRefused } from "./prtRefused.ts"
import { prtStale } from "./prtStale.ts"
import { registeredBeforeJoin } from "./registeredBeforeJoin.ts"
import { registrationBehindDeviceId } from "./registrationBehindDeviceId.ts"
import { registrationEventFailed } from "./registrationEventFailed.ts"
import { registrationEventOvertaken } from "./registrationEventOvertaken.ts"
import { registrationEventPending } from "./registrationEventPending.ts"
import { registrationEventWithoutScp } from "./registrationEventWithoutScp.ts"
import { registrationFailed } from "./registrationFailed.ts"
import { registrationOutdated } from "./registrationOutdated.ts"
import { registrationServiceFault } from "./registrationServiceFault.ts"
import { registrationThrottled } from "./registrationThrottled.ts"
import { remoteSession } from "./remoteSession.ts"
import { renewedDeviceGone } from "./renewedDeviceGone.ts"
import type { Rule } from "./rule.ts"
import { scpNotFound } from "./scpNotFound.ts"
import { secondFactorMissing } from "./secondFactorMissing.ts"
import { setupAccountRan } from "./setupAccountRan.ts"
import { signInCodeBesideLog } from "./signInCodeBesideLog.ts"
import { softwareKey } from "./softwareKey.ts"
import { stateNotRead } from "./stateNotRead.ts"
import { tenantDiffers } from "./tenantDiffers.ts"
import { tenantNotFound } from "./tenantNotFound.ts"
import { testsAfterJoin } from "./testsAfterJoin.ts"
import { testsNotAsSystem } from "./testsNotAsSystem.ts"
import { tlsInspected } from "./tlsInspected.ts"
import { tokenAcquisitionFailed } from "./tokenAcquisitionFailed.ts"
import { tokenAcquisitionFellBack } from "./tokenAcquisitionFellBack.ts"
import { tokenEventError } from "./tokenEventError.ts"
import { tokenEventUnknownAccount } from "./tokenEventUnknownAccount.ts"
import { userNameUnroutable } from "./userNameUnroutable.ts"
import { virtualDesktopDeviceGone } from "./virtualDesktopDeviceGone.ts"
import { virtualDesktopInvalid } from "./virtualDesktopInvalid.ts"
import { virtualDesktopWaitsForSync } from "./virtualDesktopWaitsForSync.ts"
import { vmExtensionSettingMissing } from "./vmExtensionSettingMissing.ts"
import { vmExtensionUnsupported } from "./vmExtensionUnsupported.ts"
import { wamDefaultError } from "./wamDefaultError.ts"
import { wamDefaultMissing } from "./wamDefaultMissing.ts"
import { wamPersonalAccount } from "./wamPersonalAccount.ts"
import { windowsOutOfSupport } from "./windowsOutOfSupport.ts"
import { windowsTooOld } from "./windowsTooOld.ts"
import { workAccountLimit } from "./workAccountLimit.ts"

/** Every rule, as a list to read; its order decides nothing. */
const written = [
  joinCodeBesideLog,
  signInCodeBesideLog,
  helloCodeBesideLog,
  joinTaskStateUnknown,
  proxyOfSystem,
  virtualDesktopDeviceGone,
  enrollmentFailed,
  autopilotFailed,
  failedAttemptTestsPass,
  earlierAttemptFailed,
  prtBeforeCertificate,
  vmExtensionUnsupported,
  vmExtensionSettingMissing,
  windowsOutOfSupport,
  userNameUnroutable,
  cloudsDiffer,
  virtualDesktopWaitsForSync,
  clockWrong,
  deviceRefusedThoughAccepted,
  joinTaskIdle,
  joinTaskNotRun,
  keyProviderContradicts,
  localAccountRan,
  promptOfAnotherAccount,
  renewedDeviceGone,
  stateNotRead,
  testsAfterJoin,
  tlsInspected,
  joinedTwice,
  detailsWithoutJoin,
  expiryBeforeUpdate,
  noUserSession,
  adConnectivityFailed,
  adConfigurationFailed,
  scpNotFound,
  drsDiscoveryFailed,
  drsConnectivityFailed,
  tokenAcquisitionFailed,
  registrationFailed,
  tenantNotFound,
  registrationServiceFault,
  deviceObjectNotFound,
  computerSidMismatch,
  registrationThrottled,
  registrationOutdated,
  tokenAcquisitionFellBack,
  joinDebugFailed,
  registrationEventFailed,
  registrationEventWithoutScp,
  registrationEventOvertaken,
  registrationEventPending,
  deviceDisabledOrDeleted,
  deviceKeysUnusable,
  keySignTestFailed,
  certificateExpired,
  prtRefused,
  prtExpired,
  enterprisePrtMissing,
  prtRefreshFailed,
  windowsTooOld,
  prtMissing,
  prtStale,
  wamDefaultError,
  wamDefaultMissing,
  wamPersonalAccount,
  tenantDiffers,
  enterprisePrtRefused,
  cloudTrustTicketMissing,
  deviceLimitReached,
  secondFactorMissing,
  setupAccountRan,
  dualState,
  deviceAuthFailed,
  deviceAuthNotTested,
  certificateNotYetValid,
  certificateExpiring,
  helloBlocked,
  helloCertificateNotReady,
  pinResetUnknown,
  tokenEventUnknownAccount,
  virtualDesktopInvalid,
  hybridJoinIncomplete,
  proxyNotForSystem,
  registeredBeforeJoin,
  testsNotAsSystem,
  joinedToOnPremisesDrs,
  notDomainJoined,
  kerberosTicketFailed,
  attemptOfAnotherUser,
  remoteSession,
  registrationBehindDeviceId,
  workAccountLimit,
  nationalCloud,
  keySignTestNotRun,
  softwareKey,
  enterprisePrtUnneeded,
  hostNameNotUpdated,
  linuxTool,
  mdmNotSet,
  prtNotRenewedLately,
  helloEventBlocked,
  helloEventFailed,
  helloEventOtherSignIn,
  helloNotOffered,
  federationRefusedSignIn,
  helloAtNextSignIn,
  tokenEventError,
] as const

/** The name of a rule. */
export type RuleId = (typeof written)[number]["id"]

/** A name that some rule says it explains and that no rule has, so that a typing error does not compile. */
type Misspelt = Exclude<ExplainedBy<(typeof written)[number]>, RuleId>
type ExplainedBy<Of> = Of extends Rule<string, infer Other> ? Other : never

/** Every rule. */
export const rules: readonly ([Misspelt] extends [never] ? Rule<RuleId> : Misspelt)[] = written
