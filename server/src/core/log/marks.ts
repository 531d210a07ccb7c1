/** The fields of one box: those that no other program prints, and those whose names others use too. */
interface Box {
  readonly title: string
  readonly ours: string
  readonly shared?: string
}

/**
 * What a log is recognized by before it is read. The client carries this list, so it is short and imports nothing; a
 * test holds it against the catalogue.
 */
const LIST: readonly Box[] = [
  {
    title: "Device State",
    ours: "AzureAdJoined, EnterpriseJoined, DomainJoined",
    shared: "DomainName, Virtual Desktop, Device Name",
  },
  {
    title: "Device Details",
    ours: "DeviceCertificateValidity, KeyContainerId, TpmProtected, DeviceAuthStatus",
    shared: "DeviceId, Thumbprint, KeyProvider",
  },
  {
    title: "Tenant Details",
    ours: "AuthCodeUrl, AccessTokenUrl, MdmTouUrl, MdmComplianceUrl, JoinSrvVersion, JoinSrvUrl, JoinSrvId, KeySrvVersion, KeySrvUrl, KeySrvId, WebAuthNSrvVersion, WebAuthNSrvUrl, WebAuthNSrvId, DeviceManagementSrvVer, DeviceManagementSrvUrl, DeviceManagementSrvId",
    shared: "TenantName, TenantId, Idp, MdmUrl, SettingsUrl",
  },
  {
    title: "User State",
    ours: "NgcSet, NgcKeyId, WorkplaceJoined, WorkAccountCount, WamDefaultSet, WamDefaultAuthority, WamDefaultId, WamDefaultGUID",
    shared: "CanReset",
  },
  {
    title: "SSO State",
    ours: "AzureAdPrt, AzureAdPrtUpdateTime, AzureAdPrtExpiryTime, AzureAdPrtAuthority, AcquirePrtDiagnostics, RefreshPrtDiagnostics, Previous Prt Attempt, EnterprisePrt, EnterprisePrtUpdateTime, EnterprisePrtExpiryTime, EnterprisePrtAuthority, OnPremTgt, CloudTgt, KerbTopLevelNames",
    shared:
      "Attempt Status, User Identity, Credential Type, Correlation ID, Endpoint URI, HTTP Method, HTTP Error, HTTP status, Server Error Code, Server Error Description",
  },
  {
    title: "Diagnostic Data",
    ours: "Diagnostics Reference, AD Connectivity Test, AD Configuration Test, DRS Discovery Test, DRS Connectivity Test, Token acquisition Test, Fallback to Sync-Join, Previous Registration, Error Phase, Client ErrorCode, Server ErrorCode, Executing Account Name, AadRecoveryEnabled, KeySignTest, DisplayNameUpdated, OsVersionUpdated, HostNameUpdated, Last HostName Update",
    shared: "User Context, Client Time, Registration Type, Server Message, Https Status, Request Id",
  },
  {
    title: "Ngc Prerequisite Check",
    ours: "NgcPreReq, IsDeviceJoined, IsUserAzureAD, PostLogonEnabled, SessionIsNotRemote, CertEnrollment, ScepReady, AadRecoveryNeeded, AdfsRefreshToken, AdfsRaIsReady, LogonCertTemplateReady, OnPremTGT, PreReqResult",
    shared: "PolicyEnabled, DeviceEligible",
  },
]

/** Fields of work accounts, whose boxes are numbered, and of `dsregcmd /join /debug`, which prints none. */
const WITHOUT_BOX =
  "WorkplaceDeviceId, WorkplaceThumbprint, WorkplaceIdp, WorkplaceTenantId, WorkplaceTenantName, WorkplaceMdmUrl, WorkplaceSettingsUrl, preCheckResult, isPrivateKeyFound, deviceKeysHealthy"

function names(list: string): string[] {
  return list.toLowerCase().split(", ")
}

/** The fields of each box by its title, all in lower case. */
export const BOXES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  LIST.map(({ title, ours, shared }) => [
    title.toLowerCase(),
    new Set([...names(ours), ...(shared ? names(shared) : [])]),
  ]),
)

/** The fields that no other program prints, in lower case. */
export const NAMES_OF_OURS: ReadonlySet<string> = new Set([
  ...LIST.flatMap(({ ours }) => names(ours)),
  ...names(WITHOUT_BOX),
])

/** What the header of an event of ours says: its log, and an identifier, each a mark. */
export const EVENT_LOG =
  /^(?:(?:Log Name|Source|ProviderName)[ \t]{0,20}:[ \t]{0,20}(?:Microsoft-Windows-)?(User Device Registration|AAD|DeviceManagement-Enterprise|ModernDeployment-Diagnostics)\b|(?:(Event ?ID)[ \t]{0,20}(?::[ \t]{0,20})?|(Id)[ \t]{0,20}:[ \t]{0,20})\d{2,4}\b)/i

/** One of our logs or sources, as the value of a heading in any language, in XML, or as a column. */
export const EVENT_CHANNEL =
  /(?:^[^:：=]{2,40}[:：=][ \t]{0,20}|Name\]?[:="' ]{1,6}|>|\t|,"?)Microsoft-Windows-(User Device Registration|AAD)(?![\w-])/i

/** The number of an event below that, in each of the forms in which events are copied. */
export const EVENT_NUMBER =
  /^[^:：=]{2,40}[:：=][ \t]{0,20}\d{3,4}$|<EventID[^<>]{0,40}>\d{3,4}(?:<|$)|^EventID \d{3,4}\b|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T]\d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)?[ \t]{1,60}\d{3,4}[ \t]|\t\d{3,4}\t|[,;]"?\d{3,4}"?[,;]|^"(?:Event)?Id" ?: {0,4}\d{3,4}\b|\bEvent ID: ?\d{3,4}\b/i

/** A row of a list, a table or an export of events that says itself whose it is. */
export const EVENT_ROW =
  /^"?\d{1,4}[./-]\d{1,2}[./-]\d{1,4} \d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)?"?[,;\s]\s{0,60}"?\d{3,4}"?[,;\s].{0,300}?(?:AADSTS\d{5}|0xCAA|OAuth response error|WSTrust response error|AAD Cloud AP plugin|AadCloudAPPlugin|Automatic registration)|^(?:Event ?(?:ID)? ?)?\d{3,4}(?: ?[-–:])? (?:Error: 0xCAA[\dA-F]{5}|OAuth response error: |WSTrust response error: |AAD Cloud AP plugin call |Automatic registration failed)|^[A-Za-z]{2,20}[\t,][^\t,]{10,30}[\t,](?:Microsoft-Windows-)?(User Device Registration|AAD)[\t,]\d{3,4}[\t,]/i

/** How the sentences of events and of the debug output begin, with or without the time of an agent's log. */
export const SENTENCE =
  /^(?:\d{4}-[\d:.TZ-]{6,40}\s{1,8}\[[A-Za-z]{1,20}\]:\s{0,8}|\[\d{1,4}[./-]\d{1,2}[./-]\d{1,4} [\d:]{4,8}(?: [AP]M)?\]\s{1,8}|Message\s{1,40}:\s{0,4}|"Message" ?: {0,4}"|(?:Event ?(?:ID)? ?)?\d{3,4}(?: ?[-–:])? )?(?:Error: 0xCAA[\dA-F]{5}\b|OAuth response error: |WSTrust response error: |Http transport error\. Status: |AadCloudAPPlugin \w|Automatic registration (?:failed|succeeded)\b|Exit code: Unknown HResult Error code:|AAD Cloud AP plugin call\b|Auto MDM Enroll: |Windows Hello for Business provisioning will\b|Device is (?:AAD|Azure Active Directory-)\s?joined \(|AAD Join failed with\b|AzureSecureVM\w{2,20}\b|SPN: adrs\/|(?:Server Error )?Description ?: AADSTS\d|Server Error Code ?: (?:invalid_grant|interaction_required)\b|DSREGCMD_END_STATUS\b|dsregcmd::wmain\b|PreJoinChecks Complete\b|(?:\w{1,40}: )?DsrCmd[A-Z]\w{1,40}::\w{1,60})/i
