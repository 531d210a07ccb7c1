/** A made-up log of one device as Windows 11 prints it, about 6 KB with CRLF; `seed` varies its names and codes. */
function deviceLog(seed: number): string {
  const id = (seed * 2654435761).toString(16).padStart(12, "0").slice(-12)
  const failing = seed % 3 === 0
  const lines = [
    "PS C:\\WINDOWS\\system32> dsregcmd /status",
    "",
    ...box("Device State"),
    `             AzureAdJoined : ${failing ? "NO" : "YES"}`,
    "          EnterpriseJoined : NO",
    "              DomainJoined : YES",
    "                DomainName : CONTOSO",
    "           Virtual Desktop : NOT SET",
    `               Device Name : PC-${seed}.contoso.com`,
    "",
    ...(failing ? [] : joined(id)),
    ...box("User State"),
    "                    NgcSet : NO",
    "           WorkplaceJoined : NO",
    `             WamDefaultSet : ${failing ? "NO" : "YES"}`,
    "",
    ...box("SSO State"),
    `                AzureAdPrt : ${failing ? "NO" : "YES"}`,
    "      AzureAdPrtUpdateTime : 2025-03-09 11:00:27.000 UTC",
    "      AzureAdPrtExpiryTime : 2025-03-23 11:01:41.000 UTC",
    `       AzureAdPrtAuthority : https://login.microsoftonline.com/00000000-0000-0000-0000-${id}`,
    "             EnterprisePrt : NO",
    "    EnterprisePrtAuthority : ",
    "",
    ...box("Diagnostic Data"),
    ...(failing ? failedJoin() : ["        AadRecoveryEnabled : NO", "               KeySignTest : PASSED"]),
    "",
    ...box("Ngc Prerequisite Check"),
    "            IsDeviceJoined : YES",
    "             IsUserAzureAD : YES",
    "             PolicyEnabled : NO",
    "          PostLogonEnabled : YES",
    "            DeviceEligible : YES",
    "        SessionIsNotRemote : YES",
    "            CertEnrollment : none",
    "              PreReqResult : WillNotProvision",
    "",
    "For more information, please visit https://www.microsoft.com/aadjerrors",
    "",
  ]
  return lines.join("\r\n")
}

/** Logs of many devices in one text of at least this many characters. */
export function manyLogs(characters: number): string {
  const logs: string[] = []
  for (let seed = 0, length = 0; length < characters; seed++) {
    const log = deviceLog(seed)
    logs.push(log)
    length += log.length
  }
  return logs.join("")
}

function box(title: string): string[] {
  const rule = `+${"-".repeat(70)}+`
  return [rule, `| ${title.padEnd(69)}|`, rule, ""]
}

function joined(id: string): string[] {
  const host = "https://enterpriseregistration.windows.net"
  return [
    ...box("Device Details"),
    `                  DeviceId : 11111111-2222-3333-4444-${id}`,
    "                Thumbprint : AA11BB22CC33DD44EE55FF66AA77BB88CC99DD00",
    " DeviceCertificateValidity : [ 2025-03-09 10:23:00.000 UTC -- 2035-03-09 11:53:00.000 UTC ]",
    `            KeyContainerId : 99999999-2222-3333-4444-${id}`,
    "               KeyProvider : Microsoft Platform Crypto Provider",
    "              TpmProtected : YES",
    "          DeviceAuthStatus : SUCCESS",
    "",
    ...box("Tenant Details"),
    "                TenantName : Contoso",
    `                  TenantId : 00000000-0000-0000-0000-${id}`,
    `               AuthCodeUrl : https://login.microsoftonline.com/00000000-0000-0000-0000-${id}/oauth2/authorize`,
    `            AccessTokenUrl : https://login.microsoftonline.com/00000000-0000-0000-0000-${id}/oauth2/token`,
    "                    MdmUrl : ",
    "            JoinSrvVersion : 2.0",
    `                JoinSrvUrl : ${host}/EnrollmentServer/device/`,
    "                 JoinSrvId : urn:ms-drs:enterpriseregistration.windows.net",
    "             KeySrvVersion : 1.0",
    `                 KeySrvUrl : ${host}/EnrollmentServer/key/`,
    "",
  ]
}

function failedJoin(): string[] {
  return [
    "     Diagnostics Reference : www.microsoft.com/aadjerrors",
    "              User Context : UN-ELEVATED User",
    "               Client Time : 2025-03-09 12:25:29.000 UTC",
    "      AD Connectivity Test : PASS",
    "     AD Configuration Test : PASS",
    "        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]",
    "     DRS Connectivity Test : SKIPPED",
    "    Token acquisition Test : SKIPPED",
    "     Fallback to Sync-Join : ENABLED",
    "",
    "     Previous Registration : 2025-03-09 12:16:43.000 UTC",
    "               Error Phase : discover",
    "          Client ErrorCode : 0x801c0021",
  ]
}
