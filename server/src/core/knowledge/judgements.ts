import type { JoinType } from "./joinType.ts"
import type { SectionId } from "./sectionId.ts"

/**
 * Values of which one can say, without a rule, whether they are as they should be. What is not listed is not judged:
 * a choice of the administrator (PolicyEnabled), a line that Microsoft explains nowhere (HostNameUpdated), or a value
 * that is good here and bad there for a reason that no log shows.
 */
export interface Judgement {
  readonly is: "healthy" | "notApplicable"
  /** The names as dsregcmd prints them; every field of the sections where none is named. */
  readonly fields?: readonly string[]
  /** Whole values, in any case, with or without a full stop behind them. */
  readonly values: readonly string[]
  /** The devices it holds for; without it, all. */
  readonly devices?: readonly JoinType[]
  /** The sections it holds in; without it, all. */
  readonly sections?: readonly SectionId[]
}

const JOINED: readonly JoinType[] = ["entra-joined", "hybrid-joined"]
const NOT_JOINED: readonly JoinType[] = ["registered", "none", "domain-joined"]

/** The tests before the join. */
const TESTS: readonly string[] = [
  "AD Connectivity Test",
  "AD Configuration Test",
  "DRS Discovery Test",
  "DRS Connectivity Test",
  "Kerberos Ticket Test",
  "Token acquisition Test",
]

/** The judgements; each follows from the `expected` and the `values` of its field's entry. */
export const judgements: readonly Judgement[] = [
  // The join.
  { is: "healthy", fields: ["AzureAdJoined"], values: ["YES"], devices: JOINED },
  { is: "healthy", fields: ["EnterpriseJoined"], values: ["NO"] },
  { is: "healthy", fields: ["DomainJoined"], values: ["YES"], devices: ["hybrid-joined"] },
  { is: "healthy", fields: ["DomainJoined"], values: ["NO"], devices: ["entra-joined"] },
  { is: "healthy", fields: ["WorkplaceJoined"], values: ["NO"], devices: ["hybrid-joined"] },
  { is: "healthy", fields: ["WorkplaceJoined"], values: ["YES"], devices: ["registered"] },
  { is: "notApplicable", fields: ["Virtual Desktop"], values: ["NOT SET"] },

  // The device and its keys.
  { is: "healthy", fields: ["DeviceAuthStatus"], values: ["SUCCESS"] },
  { is: "healthy", fields: ["TpmProtected"], values: ["YES"] },
  { is: "healthy", fields: ["KeyProvider"], values: ["Microsoft Platform Crypto Provider"] },
  { is: "healthy", fields: ["KeySignTest"], values: ["PASSED"] },
  { is: "notApplicable", fields: ["KeySignTest"], values: ["MUST Run elevated to test"] },
  { is: "healthy", fields: ["AadRecoveryEnabled", "AadRecoveryNeeded"], values: ["NO"] },

  // Single sign-on.
  { is: "healthy", fields: ["AzureAdPrt", "WamDefaultSet", "OnPremTgt"], values: ["YES"], devices: JOINED },
  { is: "healthy", fields: ["WamDefaultAuthority"], values: ["organizations"], devices: JOINED },
  {
    is: "healthy",
    fields: ["WamDefaultGUID"],
    values: ["{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)"],
    devices: JOINED,
  },
  { is: "healthy", fields: ["EnterprisePrt"], values: ["YES"], devices: ["enterprise-joined"] },
  {
    is: "notApplicable",
    fields: [
      "AzureAdPrt",
      "AzureAdPrtAuthority",
      "EnterprisePrt",
      "EnterprisePrtAuthority",
      "OnPremTgt",
      "CloudTgt",
      "WamDefaultSet",
    ],
    values: ["NO"],
    devices: NOT_JOINED,
  },

  // The tests before the join. One that was skipped behind a failure follows from it; this one says nothing at all.
  { is: "healthy", fields: TESTS, values: ["PASS"] },
  { is: "notApplicable", fields: TESTS, values: ["SKIPPED"] },
  { is: "healthy", fields: ["User Context"], values: ["SYSTEM"] },
  { is: "healthy", fields: ["Fallback to Sync-Join"], values: ["ENABLED"] },

  // Windows Hello.
  { is: "healthy", fields: ["IsDeviceJoined", "IsUserAzureAD"], values: ["YES"], devices: JOINED },
  { is: "healthy", fields: ["DeviceEligible", "AdfsRefreshToken", "AdfsRaIsReady"], values: ["YES"] },
  { is: "healthy", fields: ["LogonCertTemplateReady"], values: ["YES ( StateReady )"] },
  { is: "notApplicable", values: ["UNKNOWN"], sections: ["ngc"] },

  // What people paste beside the log.
  { is: "healthy", fields: ["isDcAvailable"], values: ["YES"] },
  { is: "notApplicable", values: ["undefined"], sections: ["join-debug"] },
  { is: "notApplicable", values: ["Not Tested"], sections: ["event"] },
]
