/** Domains that are Microsoft's own or a standard's, with everything below them: they tell nobody apart. */
const DOMAINS: readonly string[] = [
  "microsoft.com",
  "microsoftonline.com",
  "microsoftonline.us",
  "microsoftonline.cn",
  "microsoftonline-p.com",
  "microsoftazuread-sso.com",
  "msauth.net",
  "msftauth.net",
  "msftconnecttest.com",
  "live.com",
  "aka.ms",
  "w3.org",
  "xmlsoap.org",
  "oasis-open.org",
]

/** Hosts whose domains hold names of customers too, and these domains themselves, as `KerbTopLevelNames` lists them. */
const HOSTS: ReadonlySet<string> = new Set([
  "login.windows.net",
  "graph.windows.net",
  "enterpriseregistration.windows.net",
  "windows.net",
  "azure.net",
  "azure.com",
  "azure.us",
  "azure.cn",
  "chinacloudapi.cn",
  "login.chinacloudapi.cn",
  "graph.chinacloudapi.cn",
  "usgovcloudapi.net",
  "management.azure.com",
])

/** Names of hosts that say what a host is for and not whose it is. */
const SERVICES: ReadonlySet<string> = new Set(
  (
    "www sts adfs fs proxy wpad pac autodiscover autologon enterpriseregistration enterpriseenrollment login portal " +
    "enrollment mail smtp vpn ldap kerberos _ldap _kerberos _tcp _udp _msdcs localhost"
  ).split(" "),
)

/** Accounts that Windows makes by itself, in the languages in which it names them. */
const ACCOUNTS: ReadonlySet<string> = new Set([
  "system",
  "système",
  "sistema",
  "local service",
  "network service",
  "administrator",
  "administrateur",
  "administrador",
  "guest",
  "gast",
  "public",
  "default",
  "default user",
  "all users",
  "defaultuser0",
  "wdagutilityaccount",
])

/** What stands before the backslash of accounts that are on every PC. */
const AUTHORITIES: ReadonlySet<string> = new Set([
  "nt authority",
  "nt-autorität",
  "autorite nt",
  "authority",
  "autorität",
  "nt",
  "builtin",
  "nt service",
  "azuread",
  "microsoftaccount",
  "workgroup",
  ".",
])

/**
 * GUIDs of Microsoft's, without their hyphens: applications as "Verify first-party Microsoft applications in sign-in
 * reports" lists them, Microsoft's own tenant for them, the connection point that hybrid join reads, and the tenant of
 * personal accounts. Those that the catalogue names come beside them.
 */
const GUIDS: ReadonlySet<string> = new Set(
  [
    "29d9ed98-a469-4536-ade2-f981bc1d605e",
    "04b07795-8ddb-461a-bbee-02f9e1bf7b46",
    "1950a258-227b-4e31-a9cf-717495945fc2",
    "00000002-0000-0000-c000-000000000000",
    "00000003-0000-0000-c000-000000000000",
    "00000007-0000-0000-c000-000000000000",
    "00000009-0000-0000-c000-000000000000",
    "0000000c-0000-0000-c000-000000000000",
    "0000001a-0000-0000-c000-000000000000",
    "00000002-0000-0ff1-ce00-000000000000",
    "00000003-0000-0ff1-ce00-000000000000",
    "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
    "60c8bde5-3167-4f92-8fdb-059f6176dc0f",
    "74bcdadc-2fdc-4bb3-8459-76d06952a0e9",
    "797f4846-ba00-4fd7-ba43-dac1f8f63013",
    "93625bc8-bfe2-437a-97e0-3d0060024faa",
    "ab9b8c07-8f02-4f72-87fa-80105867a763",
    "d3590ed6-52b3-4102-aeff-aad2292ab01c",
    "fc0f3af4-6835-4174-b806-f7db311fd2f3",
    "26a7ee05-5602-4d76-a7ba-eae8b7b67941",
    "45a330b1-b1ec-4cc1-9161-9f03992aa49f",
    "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
    "62a0ff2e-97b9-4513-943f-0d221bd30080",
    "9188040d-6c67-4c5b-b112-36a304b66dad",
  ].map((guid) => guid.replaceAll("-", "")),
)

/** Whether a host, or a domain, is the same for everybody; in lower case. */
export function isPublicHost(host: string): boolean {
  return HOSTS.has(host) || DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`))
}

/** Whether a label of a host's name says what it is for. */
export function isService(label: string): boolean {
  return SERVICES.has(label)
}

/** Whether an account's name, in lower case, is on every PC. */
export function isBuiltInAccount(name: string): boolean {
  return ACCOUNTS.has(name)
}

/** Whether what stands before an account's backslash, in lower case, is on every PC. */
export function isBuiltInAuthority(name: string): boolean {
  return AUTHORITIES.has(name)
}

/** Whether a GUID, in lower case and without hyphens, is Microsoft's; a single digit over and over is nobody's. */
export function isPublicGuid(digits: string): boolean {
  return GUIDS.has(digits) || isUniform(digits)
}

/** Whether an account's number is the same on every PC: `S-1-5-18`, `S-1-5-32-544`. */
export function isBuiltInSid(sid: string): boolean {
  return !/^S-1-(?:5-21|12-1)-/i.test(sid)
}

/** Whether an address is no host's: of the PC itself, of nobody, of Azure's metadata service, or a mask. */
export function isPublicAddress(address: string): boolean {
  return /^(?:127\.|0\.|255\.)/.test(address) || address === "169.254.169.254" || address === "168.63.129.16"
}

/** Whether somebody wrote a word for a name in place of it. */
export function isPlaceholder(name: string): boolean {
  return /^(?:redacted|removed|masked|hostname|computer(?:name)?|device(?:name)?|username|user|domain)$/i.test(name)
}

/** One character over and over, as people write over what they hide. */
export function isUniform(text: string): boolean {
  const [first = ""] = text
  return text.length > first.length && text === first.repeat(text.length / first.length)
}
