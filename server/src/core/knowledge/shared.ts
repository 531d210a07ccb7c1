import { reads, type Step, type StepTraits } from "./step.ts"
import { YES } from "./yesNo.ts"

/** A sentence that several entries rightly share, kept once under a name. */
export interface SharedText extends StepTraits {
  readonly kind: "shared"
  readonly text: string
}

/** One piece of advice: a sentence of which no more is said, one shared by name, or a step with its rights and risk. */
export type Advice = string | SharedText | Step

/** Names a sentence or a step so that more than one entry may say it; `tidy` rejects any other repetition. */
export function shared(said: string | Step): SharedText {
  return typeof said === "string" ? { kind: "shared", text: said } : { ...said, kind: "shared" }
}

/** How to try the addresses as the computer account, which is what the join task does. */
export const testAsSystem = shared(
  reads(
    "From an elevated PowerShell window run Microsoft's script Test-DeviceRegConnectivity (https://github.com/Azure-Samples/TestDeviceRegConnectivity). It asks enterpriseregistration.windows.net, login.microsoftonline.com and device.login.microsoftonline.com as SYSTEM, the account the join runs under.",
    {
      rights: "administrator",
      proves:
        "If all three answer, SYSTEM gets through now: start the join again. If one does not, the network or the proxy stops SYSTEM there, whatever a browser shows.",
      inLog: [{ fields: ["AzureAdJoined"], when: YES }],
    },
  ),
)

/** What stands in the way of SYSTEM, where the script above only says that something does. */
export const askAsSystem = shared(
  reads(
    "To see what answers, start `psexec -s -i cmd` (Sysinternals) as an administrator, and in its window run `curl.exe -v https://enterpriseregistration.windows.net/`, then the same for the other two addresses. curl finds no proxy by itself: if there is one, add `--proxy http://NAME:PORT`.",
    {
      rights: "system",
      proves:
        "A 404 from the first address, or any page of Microsoft's from the others: the way is open. 407: the proxy wants a login, which SYSTEM cannot give. A name that is not resolved: DNS. An error of the certificate: TLS inspection. No answer: a firewall, or a proxy that was not named.",
      inLog: [{ fields: ["AzureAdJoined"], when: YES }],
    },
  ),
)
