import type { Source } from "./source.ts"

/** A word that a reader of a report may not know. */
export interface Term {
  readonly word: string
  /** What it is short for, where it is. */
  readonly standsFor?: string
  /** How it stands in a sentence. */
  readonly found: RegExp
  /** What it is, in a sentence or two. An abbreviation that says all by itself has none. */
  readonly text?: string
  readonly sources: readonly [Source, ...Source[]]
}

/** The words in alphabetical order. */
export const glossary: readonly Term[] = [
  {
    word: "AD FS",
    found: /\bAD FS\b/,
    standsFor: "Active Directory Federation Services",
    text: "The federation service of Windows Server: it signs users in against Active Directory and hands out tokens for it.",
    sources: [{ page: "hybridControl" }],
  },
  {
    word: "Conditional Access",
    found: /\bConditional Access\b/,
    text: "The rules of a tenant on who gets at what. Some ask for a device that is joined or managed, and need its PRT to know it.",
    sources: [{ page: "conditionalAccess" }],
  },
  {
    word: "Device writeback",
    found: /\bdevice writeback\b/i,
    text: "An option of Microsoft Entra Connect that writes the devices of Microsoft Entra ID into Active Directory, where AD FS looks for them.",
    sources: [{ page: "deviceWriteback" }],
  },
  {
    word: "DRS",
    found: /\bDRS\b/,
    standsFor: "Device Registration Service",
    text: "The service that registers devices; that of Microsoft Entra ID is at `enterpriseregistration.windows.net`.",
    sources: [{ page: "registration" }],
  },
  {
    word: "Federated domain",
    found: /\bfederated\b/i,
    text: "A domain whose users sign in at a federation service of their organization, such as AD FS, and not at Microsoft Entra ID itself.",
    sources: [{ page: "hybridControl" }, { page: "hybridPlan" }],
  },
  {
    word: "Hybrid joined",
    found: /\bhybrid[ -]join/i,
    text: "Joined to Active Directory and to Microsoft Entra ID as well; the PC does the second by itself, by a scheduled task.",
    sources: [{ page: "hybridPlan" }],
  },
  {
    word: "Managed domain",
    found: /\bmanaged (?:domain|tenant)/i,
    text: "A domain whose users sign in at Microsoft Entra ID itself, by password hash synchronization or pass-through authentication.",
    sources: [{ page: "hybridControl" }, { page: "hybridPlan" }],
  },
  { word: "MDM", found: /\bMDM\b/, standsFor: "mobile device management", sources: [{ page: "mdmIntegration" }] },
  {
    word: "MEX",
    found: /\bMEX\b/,
    text: "Metadata exchange: the page on which a federation service lists its addresses for WS-Trust.",
    sources: [{ page: "hybridJoin" }, { page: "hybridManual" }],
  },
  {
    word: "PRT",
    standsFor: "primary refresh token",
    found: /\bPRT\b|\bprimary refresh token/i,
    text: "What a user gets by signing in to Windows on a joined device. With it apps sign in to Microsoft Entra ID without a word; without it they ask for a password, and device-based Conditional Access refuses.",
    sources: [{ page: "prtConcept" }],
  },
  {
    word: "SCP",
    standsFor: "service connection point",
    found: /\bSCP\b|\bservice connection point/i,
    text: "An object in Active Directory that tells its computers which tenant to join.",
    sources: [{ page: "hybridManual" }],
  },
  { word: "SID", found: /\bSID\b/, standsFor: "security identifier", sources: [{ page: "hybridPlan" }] },
  {
    word: "Sync join",
    found: /\bsync[- ]join\b|\bjoin(?:s|ed)? by sync\b/i,
    text: "A hybrid join without a token: Microsoft Entra Connect brings the computer object, and the PC joins to it.",
    sources: [{ page: "registration" }, { page: "hybridHowTo" }],
  },
  {
    word: "SYSTEM",
    found: /\bSYSTEM\b/,
    text: "The account of Windows itself, as which a hybrid join runs. On the network it is the computer account.",
    sources: [{ page: "testConnectivity" }],
  },
  {
    word: "Tenant",
    found: /\btenants?\b/i,
    text: "The directory of one organization in Microsoft Entra ID.",
    sources: [{ page: "hybridPlan" }],
  },
  {
    word: "TPM",
    found: /\bTPM\b/,
    standsFor: "Trusted Platform Module",
    text: "The chip of the PC that keeps the keys by which the device proves itself.",
    sources: [{ page: "tpm" }],
  },
  {
    word: "UPN",
    found: /\bUPN\b/,
    standsFor: "user principal name",
    text: "The name by which a user signs in, such as `ann@contoso.com`.",
    sources: [{ page: "hybridPlan" }],
  },
  { word: "WPAD", found: /\bWPAD\b/, standsFor: "Web Proxy Auto-Discovery", sources: [{ page: "winHttpProxy" }] },
  {
    word: "WS-Trust",
    found: /\bWS-Trust\b/,
    text: "The protocol by which Windows asks a federation service for a token, for a computer as for a user.",
    sources: [{ page: "hybridManual" }],
  },
]
