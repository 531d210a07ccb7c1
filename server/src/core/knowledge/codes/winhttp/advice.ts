import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"

/** Where Microsoft asks to keep every address of the registration out of TLS inspection. */
export const noInspection: Source = { page: "hybridManual", heading: "Prerequisites", anchor: "prerequisites" }

export const winHttp: Source = { page: "winHttp" }

export const winInet: Source = { page: "winInet" }

export const proxyForSystem = shared(
  reads(
    "Check which proxy SYSTEM uses: WPAD, or the one that `netsh winhttp show proxy` prints. The computer account has to find it and get through without a prompt; the proxy settings of the user do not count.",
    { rights: "user" },
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
    { rights: "user" },
  ),
)

/** What is left for a number that is about a program. */
export const logsForSupport = shared(
  "If it stays without another code, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support.",
)
