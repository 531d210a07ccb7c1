/** How much of a text is looked at: dsregcmd prints its first box within the first screen, a ticket quotes it a bit later. */
const HEAD = 200_000

/** Names of fields that no other program prints. */
const FIELDS: readonly string[] = [
  "AzureAdJoined",
  "EnterpriseJoined",
  "WorkplaceJoined",
  "WamDefaultSet",
  "AzureAdPrt",
  "DRS Discovery Test",
  "AD Configuration Test",
  "Previous Registration",
  "Client ErrorCode",
  "DeviceCertificateValidity",
]

/** A field's name, a box, or what an event and the debug output begin with. */
const MARKS: readonly RegExp[] = [
  ...FIELDS.map((name) => new RegExp(`(?:^|<br ?/?>)[ \\t>*|\\d.]{0,40}${name}[ \\t*]{0,40}[:=]`, "im")),
  /(?:^|<br ?\/?>)[ \t>*|\d.]{0,40}(?:Device State|Device Details|Tenant Details|User State|SSO State|Diagnostic Data|Ngc Prerequisite Check)[ \t]{0,100}\|/im,
  /^[ \t>]{0,40}Automatic registration failed\b/im,
  /^[ \t>]{0,40}(?:Log Name|Source):[ \t]{1,20}Microsoft-Windows-(?:User Device Registration|AAD)\b/im,
  /^[ \t]{0,40}ProviderName[ \t]{1,20}:[ \t]{1,20}Microsoft-Windows-(?:User Device Registration|AAD)\b/im,
  /^[ \t]{0,40}Id[ \t]{1,20}:[ \t]{1,20}\d{3,4}\b/im,
  /^[ \t>]{0,40}Exit code: Unknown HResult Error code:/im,
  /^[ \t>]{0,40}Event ID:[ \t]{1,20}\d{3,4}\b/im,
  /^[ \t>]{0,40}preCheckResult:/im,
  /^[ \t>]{0,40}DsrCmdAccountMgr::/im,
  /^[ \t>]{0,40}DSREGCMD_END_STATUS\b/im,
]

/**
 * Whether a text is the output of dsregcmd or an event of a join: two of their marks, so that a mention in prose is
 * not enough.
 */
export function isStatusLog(text: string): boolean {
  const head = text.slice(0, HEAD)
  let found = 0
  for (const mark of MARKS) if (mark.test(head) && ++found === 2) return true
  return false
}
