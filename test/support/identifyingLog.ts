import fc from "fast-check"

/** Something of a log that nobody else may see. */
export interface Secret {
  readonly kind: "name" | "number" | "request"
  readonly value: string
}

const host = fc.stringMatching(/^[A-Z]{2,6}-[A-Z]{1,5}X[0-9]{2}$/)
const longHost = fc.stringMatching(/^[A-Z]{9,12}-[A-Z]{4,8}X[0-9]{2}$/)
const user = fc.stringMatching(/^[a-z]{2,8}(?:\.[a-z]{2,6})?q[0-9]$/)
const label = fc.stringMatching(/^[a-z]{3,8}zq[a-z]{1,3}$/)
const ending = fc.constantFrom("com", "de", "co.uk", "local", "onmicrosoft.com", "cloud")
const company = fc.stringMatching(/^[A-Z][a-z]{3,7}zx (?:Group|Ltd|& Sons, Inc\.)$/)
const number = fc.stringMatching(/^S-1-5-21(?:-[1-9][0-9]{8}){3}-1[0-9]{3}$/)
const fingerprint = fc.stringMatching(/^[1-9A-F][0-9A-F]{39}$/)
const address = fc
  .tuple(fc.integer({ min: 11, max: 99 }), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 254 }))
  .map((parts) => parts.join("."))
const guid = fc.uuid().filter((id) => !/^(?:0{8}|(.)\1{7})/.test(id))

/** What goes wrong in a log, so that readings differ. */
const trouble = fc.constantFrom(
  ["             AzureAdJoined : YES", "                AzureAdPrt : YES"],
  ["             AzureAdJoined : NO", "        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]"],
  ["             AzureAdJoined : YES", "                AzureAdPrt : NO"],
  ["             AzureAdJoined : YES", "          DeviceAuthStatus : FAILED. Device is either disabled or deleted"],
)

/** A log with invented names in every place in which names are found, and what these names are. */
export const identifyingLog = fc
  .record({
    pc: fc.oneof(host, longHost),
    user,
    other: user,
    net: label.map((name) => name.toUpperCase()),
    domain: fc.tuple(label, ending).map((parts) => parts.join(".")),
    tenant: company,
    sid: number,
    thumbprint: fingerprint,
    address,
    device: guid,
    tenantId: guid,
    request: guid,
    trouble,
    end: fc.constantFrom("\n", "\r\n"),
    keepsOther: fc.boolean(),
    gateway: fc.stringMatching(/^gw[a-z]{2,5}zq[0-9]$/),
    folder: fc.stringMatching(/^[A-Z][a-z]{3,6}zq [A-Z][a-z]{3,6}x$/),
  })
  .map((names) => {
    const { pc, net, domain, tenant, tenantId } = names
    const settings = Buffer.from(JSON.stringify({ url: `https://wip.${domain}`, id: tenantId, of: tenant }))
    const lines = [
      `C:\\Users\\${names.user}>dsregcmd /status`,
      "| Device State |",
      names.trouble[0] ?? "",
      "              DomainJoined : YES",
      `                DomainName : ${net}`,
      `               Device Name : ${pc}.${domain}`,
      "| Device Details |",
      `                  DeviceId : ${names.device}`,
      `                Thumbprint : ${names.thumbprint}`,
      "| Tenant Details |",
      `                TenantName : ${tenant}`,
      `                  TenantId : ${tenantId.toUpperCase()}`,
      `               AuthCodeUrl : https://login.microsoftonline.com/${tenantId}/oauth2/authorize`,
      `                    MdmUrl : https://mdm.${domain}/enroll?upn=${names.user}%40${domain}`,
      `               SettingsUrl : ${settings.toString("base64")}`,
      "| SSO State |",
      names.trouble[1] ?? "",
      `             User Identity : ${names.keepsOther ? names.other : names.user}@${domain}`,
      `            Correlation ID : ${names.request}`,
      `  Server Error Description : AADSTS50034: The user ${names.user}@${domain} of ${tenantId} is unknown at ${names.address}.`,
      "| Diagnostic Data |",
      `    Executing Account Name : ${net}\\${names.user}, ${names.user}@${domain}`,
      `         Proxy Server List : ${pc.toLowerCase()}.${domain}:8080;https=${names.gateway}:3128`,
      "",
      "Log Name: Microsoft-Windows-AAD/Operational",
      "Event ID: 1098",
      `User: ${names.sid}`,
      `Computer: ${pc}.${domain}`,
      `Error: 0xcaa20003 for ${names.other}@${domain} (${pc}), ${tenant}`,
      `Log "C:\\Users\\${names.folder}" at https://${domain}/x/${tenantId.replaceAll("-", "")}?f=%5CUsers%5C${names.user}%5C`,
      `[${pc}]: PS C:\\Users\\${names.user}\\Documents>`,
    ]
    const secrets: Secret[] = [
      ...[pc, net, domain, tenant, names.user, names.gateway, names.folder].map(
        (value): Secret => ({ kind: "name", value }),
      ),
      ...[names.sid, names.thumbprint, names.address, names.device, tenantId].map(
        (value): Secret => ({ kind: "number", value }),
      ),
      { kind: "number", value: tenantId.replaceAll("-", "") },
      { kind: "request", value: names.request },
    ]
    return { text: lines.join(names.end), secrets }
  })

/** Numbers that are the same on every PC: of Windows' own parts, of Microsoft's services. */
const PUBLIC = [
  "b16898c6-a148-4967-9171-64d755da8520",
  "23b8d46b-67dd-40a3-b636-d43e50552c6d",
  "00000003-0000-0000-c000-000000000000",
  "00000000-0000-0000-0000-000000000000",
]

/** Numbers, mail names and names of devices that a log shows by their form or field, in small letters. */
export function originalsOf(text: string): readonly string[] {
  const found = [
    ...(text.match(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi) ?? []),
    ...(text.match(/\b[0-9a-f]{40}\b/gi) ?? []),
    ...(text.match(/[\w.-]+@[\w-]+\.[\w.-]*\w/g) ?? []),
    ...(text.match(/\bS-1-(?:5-21|12-1)-[\d-]+\d/gi) ?? []),
    ...Array.from(text.matchAll(/\bTenantName : ([^\r\n[*x][^\r\n]{5,})/g), ([, name = ""]) => name.trim()),
    ...Array.from(text.matchAll(/\\Users\\([\w.]{4,})/g), ([, name = ""]) => name),
    ...Array.from(
      text.matchAll(/^.*\b(?:Device Name|Computer)(?: *: *|>)([A-Za-z][\w-]{3,}(?:\.[\w-]+)*)/gm),
      ([, name = ""]) => name,
    ),
  ]
  return found
    .map((original) => original.toLowerCase())
    .filter(
      (original) => !PUBLIC.includes(original) && !/^x+@|^administrator@|^(?:public|administrator)$/.test(original),
    )
}
