import type { Source } from "./source.ts"

/*
 * The headings that most facts stand under, each seen on its page.
 */

/** `Precheck phase` of the page `hybridJoin`. */
export const precheckPhase: Source = { page: "hybridJoin", heading: "Precheck phase", anchor: "precheck-phase" }

/** `Discover phase` of the page `hybridJoin`. */
export const discoverPhase: Source = { page: "hybridJoin", heading: "Discover phase", anchor: "discover-phase" }

/** `Authentication phase` of the page `hybridJoin`. */
export const authenticationPhase: Source = {
  page: "hybridJoin",
  heading: "Authentication phase",
  anchor: "authentication-phase",
}

/** `Join phase` of the page `hybridJoin`. */
export const joinPhase: Source = { page: "hybridJoin", heading: "Join phase", anchor: "join-phase" }

/** `Step 2: Evaluate the join status` of the page `hybridJoin`. */
export const joinStatus: Source = {
  page: "hybridJoin",
  heading: "Step 2: Evaluate the join status",
  anchor: "step-2-evaluate-the-join-status",
}

/** `Step 3: Find the phase in which the join failed, and the error code` of the page `hybridJoin`. */
export const joinErrorCode: Source = {
  page: "hybridJoin",
  heading: "Step 3: Find the phase in which the join failed, and the error code",
  anchor: "step-3-find-the-phase-in-which-the-join-failed-and-the-error-code",
}

/** `Troubleshoot post-join authentication issues` of the page `hybridJoin`. */
export const postJoinAuthentication: Source = {
  page: "hybridJoin",
  heading: "Troubleshoot post-join authentication issues",
  anchor: "troubleshoot-post-join-authentication-issues",
}

/** `Device state` of the page `dsregcmd`. */
export const deviceState: Source = { page: "dsregcmd", heading: "Device state", anchor: "device-state" }

/** `Device details` of the page `dsregcmd`. */
export const deviceDetails: Source = { page: "dsregcmd", heading: "Device details", anchor: "device-details" }

/** `Tenant details` of the page `dsregcmd`. */
export const tenantDetails: Source = { page: "dsregcmd", heading: "Tenant details", anchor: "tenant-details" }

/** `User state` of the page `dsregcmd`. */
export const userState: Source = { page: "dsregcmd", heading: "User state", anchor: "user-state" }

/** `SSO state` of the page `dsregcmd`. */
export const ssoState: Source = { page: "dsregcmd", heading: "SSO state", anchor: "sso-state" }

/** `Pre-join diagnostics` of the page `dsregcmd`. */
export const preJoinDiagnostics: Source = {
  page: "dsregcmd",
  heading: "Pre-join diagnostics",
  anchor: "pre-join-diagnostics",
}

/** `Post-join diagnostics` of the page `dsregcmd`. */
export const postJoinDiagnostics: Source = {
  page: "dsregcmd",
  heading: "Post-join diagnostics",
  anchor: "post-join-diagnostics",
}

/** `NGC prerequisites check` of the page `dsregcmd`. */
export const helloPrerequisites: Source = {
  page: "dsregcmd",
  heading: "NGC prerequisites check",
  anchor: "ngc-prerequisites-check",
}

/** `Configure a service connection point` of the page `hybridManual`. */
export const connectionPoint: Source = {
  page: "hybridManual",
  heading: "Configure a service connection point",
  anchor: "configure-a-service-connection-point",
}

/** `Set up issuance of claims` of the page `hybridManual`. */
export const claims: Source = {
  page: "hybridManual",
  heading: "Set up issuance of claims",
  anchor: "set-up-issuance-of-claims",
}

/** `Network connectivity requirements` of the page `hybridHowTo`. */
export const networkRequirements: Source = {
  page: "hybridHowTo",
  heading: "Network connectivity requirements",
  anchor: "network-connectivity-requirements",
}

/** `How is a PRT renewed?` of the page `prtConcept`. */
export const prtRenewal: Source = {
  page: "prtConcept",
  heading: "How is a PRT renewed?",
  anchor: "how-is-a-prt-renewed",
}

/** `Method 2: Use Event Viewer to examine AAD analytic and operational logs` of the page `prt`. */
export const prtEvents: Source = {
  page: "prt",
  heading: "Method 2: Use Event Viewer to examine AAD analytic and operational logs",
  anchor: "method-2-use-event-viewer-to-examine-azure-ad-analytic-and-operational-logs",
}

/** Who may join devices, and how many. */
export const deviceSettings: Source = {
  page: "manageDevices",
  heading: "Configure device settings",
  anchor: "configure-device-settings",
}
