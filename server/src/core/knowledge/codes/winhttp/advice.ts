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

/** What the check of the device asks, which is not what a join asks. */
export const askAsDevice = reads(
  "The device itself asks https://login.microsoftonline.com, and asks as SYSTEM: start `psexec -s -i cmd` (Sysinternals) as an administrator, and run `curl.exe -v https://login.microsoftonline.com/` there.",
  {
    rights: "system",
    proves:
      "A page of Microsoft's: the way is open now; read `DeviceAuthStatus` in a new log. A name that is not resolved: DNS. 407: the proxy wants a login, which SYSTEM cannot give. No answer: a firewall, or a proxy that SYSTEM does not know; go on.",
  },
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
    'Run `reg query "HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client"`: device registration needs TLS 1.2, on the PC and on a proxy in between.',
    {
      rights: "user",
      proves:
        "No such key, or `Enabled` 1 and `DisabledByDefault` 0: TLS 1.2 is on here; go on. Other values: set these two, or the policy that sets them, and restart the PC.",
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
