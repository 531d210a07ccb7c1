import type { Confidence } from "./confidence.ts"
import {
  deviceDetails,
  deviceState,
  helloPrerequisites,
  postJoinDiagnostics,
  preJoinDiagnostics,
  ssoState,
  tenantDetails,
  userState,
} from "./headings.ts"
import type { SectionId } from "./sectionId.ts"
import type { Source } from "./source.ts"

/** What one titled section of a log holds, and when dsregcmd prints it. */
export interface SectionEntry {
  readonly kind: "section-entry"
  readonly id: SectionId
  /** As dsregcmd prints it, without a number: `Work Account`. */
  readonly title: string
  readonly meaning: string
  /** Why the section can be missing from a log that is complete. */
  readonly printedWhen: string
  /** Empty where Microsoft documents the section nowhere. */
  readonly confidence?: Confidence
  readonly sources: readonly Source[]
}

/** The titled sections, in the order in which dsregcmd prints them. */
export const sectionEntries: readonly SectionEntry[] = [
  {
    kind: "section-entry",
    id: "device-state",
    title: "Device State",
    meaning:
      "How this PC is joined. AzureAdJoined, EnterpriseJoined and DomainJoined together give the join state. Registration by a work account is not a join; it stands in User State.",
    printedWhen: "In every log. Windows before 1809 also put the device and tenant details here.",
    sources: [deviceState],
  },
  {
    kind: "section-entry",
    id: "device-details",
    title: "Device Details",
    meaning:
      "The device's identity in Microsoft Entra ID: its identifier, its certificate, where the key is kept, and whether the tenant still accepts it.",
    printedWhen:
      "Only on Microsoft Entra joined and hybrid joined devices. A device that is only registered does not have it.",
    sources: [deviceDetails],
  },
  {
    kind: "section-entry",
    id: "tenant-details",
    title: "Tenant Details",
    meaning:
      "The tenant the device is joined to and the addresses it works with. The MDM addresses show what the tenant offers, not whether the device is enrolled.",
    printedWhen: "On joined devices, together with Device Details; not on devices that are only registered.",
    sources: [tenantDetails],
  },
  {
    kind: "section-entry",
    id: "user-state",
    title: "User State",
    meaning:
      "The account that ran the command: its Windows Hello key, its registered work accounts and its default account for apps.",
    printedWhen: "In every log, but the values are valid only if the command ran as the user in question.",
    sources: [userState],
  },
  {
    kind: "section-entry",
    id: "sso-state",
    title: "SSO State",
    meaning:
      "The tokens for single sign-on that the account holds, and how the last attempt to get or renew one failed. On a device that is only registered the whole section can be ignored.",
    printedWhen:
      "From Windows 1809 on. Older Windows put AzureAdPrt and its neighbors into User State. The lines about a failed attempt came with 21H1 and stand only after a failure.",
    sources: [ssoState],
  },
  {
    kind: "section-entry",
    id: "work-account",
    title: "Work Account",
    meaning:
      "One work or school account that the user added to Windows, with the registration that belongs to it. Its certificate, key and tenant are its own and need not match those of the join.",
    printedWhen: "Once for each registered account, numbered from 1, if WorkplaceJoined is YES.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "section-entry",
    id: "diagnostic-data",
    title: "Diagnostic Data",
    meaning:
      "Tests that dsregcmd makes. Before a join they go through what a hybrid join needs and name the last failed attempt; after a join they check the device keys.",
    printedWhen:
      "From Windows 1803 on. The pre-join form stands on domain members that are not hybrid joined, the post-join form on joined devices. A device that is only registered has neither in the known logs.",
    sources: [preJoinDiagnostics, postJoinDiagnostics],
  },
  {
    kind: "section-entry",
    id: "ie-proxy-system",
    title: "IE Proxy Config for System Account",
    meaning:
      "The proxy in the Internet settings of the account SYSTEM, under which the join runs. It is the one of these sections that the join itself goes by.",
    printedWhen: "In published logs of runs whose tests went as SYSTEM, before the section of the current user.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "section-entry",
    id: "url-proxy",
    title: "URL Specific Proxy Config",
    meaning:
      "By its name and its lines, what Windows found out about a proxy for the addresses of the registration service, such as a script that the network offers by itself (WPAD).",
    printedWhen: "Behind IE Proxy Config for System Account, in published logs of runs whose tests went as SYSTEM.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "section-entry",
    id: "ie-proxy",
    title: "IE Proxy Config for Current User",
    meaning:
      "The proxy in the user's Internet settings. The join runs as SYSTEM and does not read them, so a browser can work where the join does not.",
    printedWhen: "In logs of newer Windows, about Windows 10 20H2 and later, whatever the join state.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "section-entry",
    id: "winhttp-proxy",
    title: "WinHttp Default Proxy Config",
    meaning:
      "The proxy that WinHTTP uses by default. DIRECT is normal where no proxy is needed or Windows finds it by itself.",
    printedWhen: "Next to IE Proxy Config, in logs of the same Windows versions.",
    confidence: "reported",
    sources: [],
  },
  {
    kind: "section-entry",
    id: "ngc",
    title: "Ngc Prerequisite Check",
    meaning:
      "Whether Windows Hello for Business would be set up for the user at the next sign-in, and what is missing. NGC stands for Next Generation Credential, the key behind Windows Hello. Nothing here is a fault if nobody asked for Windows Hello for Business.",
    printedWhen: "Where Windows Hello is not set up yet. With NgcSet YES it may be missing, and that is normal.",
    sources: [helloPrerequisites],
  },
]
