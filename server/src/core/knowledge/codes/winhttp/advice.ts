import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"

/** Where Microsoft asks to keep every address of the registration out of TLS inspection. */
export const noInspection: Source = { page: "hybridManual", heading: "Prerequisites", anchor: "prerequisites" }

export const winHttp: Source = { page: "winHttp" }

export const winInet: Source = { page: "winInet" }

/** The codes of the security packages of Windows. */
export const comErrors: Source = { page: "comErrors", heading: "COM Error Codes (Security and Setup)" }

/** Which proxy the join uses, which is not that of the user. */
export const proxyForSystem = shared(
  reads(
    "Run `netsh winhttp show proxy` on the PC. The join uses that proxy, not the one in the settings of the user.",
    {
      rights: "user",
      proves:
        "If it names a proxy, check that name and port are right. `Direct access` means that SYSTEM has no proxy, unless the network offers one by WPAD, which `nslookup wpad` shows.",
    },
  ),
)

/** How the computer account gets through a proxy. */
export const giveSystemProxy = shared(
  changes(
    "If only a proxy leads out, give it to SYSTEM: `netsh winhttp set proxy NAME:PORT` from an elevated prompt, or WPAD. If the proxy answers 407, it wants a login, which SYSTEM cannot give: let computer accounts pass without one.",
    { rights: "administrator" },
  ),
)

/** What a firewall and a proxy have to let through for a join. */
export const openForJoin = shared(
  changes(
    "Let HTTPS (port 443) to enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com pass the firewall and the proxy, and exempt the three from TLS inspection.",
    { where: "network" },
  ),
)

export const exemptFromInspection = shared(
  changes(
    "Exempt enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com from TLS inspection.",
    { where: "network" },
  ),
)

/** That device registration takes no older TLS than 1.2, and where Windows keeps the setting. */
export const registrationTls: Source = { page: "registrationTls", heading: "Enable TLS 1.2", anchor: "enable-tls-12" }

/** How to see whether the PC may use the version of TLS that device registration needs. */
export const readTls12 = shared(
  reads(
    "Read `HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client`. Where the key exists, `Enabled` has to be 1 and `DisabledByDefault` 0: device registration needs TLS 1.2, on the PC and on a proxy in between.",
    {
      proves:
        "Other values: set these two, and restart. No key, or the right values: TLS 1.2 is on here, so look at the proxy or the server.",
      rights: "user",
    },
  ),
)

/** What is left for a number that is about a program. */
export const logsForSupport = shared(
  reads(
    "If it stays without another code, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support.",
    { rights: "user" },
  ),
)
