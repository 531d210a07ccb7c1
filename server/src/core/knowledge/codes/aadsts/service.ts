import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { signInLog, supportCase, table, tryAgain } from "./advice.ts"

const registryForTls: Source = {
  page: "tls12",
  heading: "Enable TLS 1.2 on client or server operating systems",
  anchor: "enable-tls-12-on-client-or-server-operating-systems",
}

const serviceHealth = shared(
  reads("Look at Service health in the Microsoft 365 admin center for a fault that others have too.", {
    rights: "directory-administrator",
    where: "entra",
  }),
)

/** Answers about the service itself, or about how it was reached. */
export const serviceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS1002016",
    symbols: [],
    places: ["any"],
    title: "connection by TLS 1.0, TLS 1.1 or 3DES, no longer accepted",
    cause:
      "The request came over TLS 1.0, TLS 1.1 or with the cipher 3DES, and Microsoft Entra ID takes TLS 1.2 and newer only. Windows 10 and later have TLS 1.2 on unless somebody turned it off, so either that happened, or a proxy before the PC speaks the old version for it.",
    resolution: [
      reads(
        "Look in the registry under HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client: `Enabled` 0 or `DisabledByDefault` 1 turns TLS 1.2 off. Without that key it is on.",
        {
          rights: "user",
          proves: "Turned off: turn it on as the step below says. On, or no such key: a proxy is left.",
        },
      ),
      reads("If TLS 1.2 is on, try from a network without the proxy: one that inspects TLS makes its own connection.", {
        where: "network",
      }),
      reads(
        "Other devices with the same fault show *Legacy TLS* under *Additional Details* in the Microsoft Entra sign-in logs.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves: "Many PCs behind one proxy: correct that. This PC alone: its own setting is the fault.",
        },
      ),
      changes(
        "Set `Enabled` to 1 and `DisabledByDefault` to 0 there, remove a policy that sets them otherwise, and restart the PC.",
        { rights: "administrator" },
      ),
      changes("Have the proxy use TLS 1.2, or exempt the sign-in addresses from its inspection.", {
        where: "network",
      }),
    ],
    sources: [
      registryForTls,
      {
        page: "tls12",
        heading: "Update the Windows OS and the default TLS that you use for WinHTTP",
        anchor: "update-the-windows-os-and-the-default-tls-that-you-use-for-winhttp",
      },
    ],
  },
  {
    kind: "code",
    code: "AADSTS50000",
    symbols: ["TokenIssuanceError"],
    places: ["any"],
    title: "token could not be issued, for one of several reasons",
    cause:
      "The sign-in service failed to issue the token. Microsoft names two reasons on the user's side, a password that is expired or not in step between Active Directory and the cloud, and a revoked session; the others are about apps.",
    resolution: [
      reads(
        "Have the user sign in to a web page of Microsoft 365 with the same name and password: a refusal there is about the password.",
        {
          proves: "Refused: set a new password. Accepted: look into the sign-in logs for what the PC sent.",
          rights: "user",
        },
      ),
      signInLog,
      endsSignIns("If that fails, reset the password, and have the user sign in with the new one.", {
        rights: "directory-administrator",
        where: "directory",
      }),
      supportCase,
    ],
    sources: [
      {
        page: "aadsts50000",
        heading: "Cause 1: The user password is expired, invalid, or out of sync",
        anchor: "cause-1-the-user-password-is-expired-invalid-or-out-of-sync",
      },
      table,
    ],
  },
  {
    kind: "code",
    code: "AADSTS50033",
    symbols: ["RetryableError"],
    places: ["any"],
    title: "passing fault of the sign-in service",
    cause: "The sign-in service met an error that passes, and that does not come from its database.",
    resolution: [
      reads("Have the user lock and unlock the PC once: an error of this kind is mostly gone at the next try.", {
        proves: "It is gone: nothing is left to do. It stays: look at the service health.",
        rights: "user",
      }),
      serviceHealth,
      supportCase,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90006",
    symbols: ["ExternalServerRetryableError"],
    places: ["any"],
    title: "server behind the sign-in service not available for now",
    cause: "By its name, another server that the sign-in service asks was not available at that moment.",
    resolution: [
      reads(
        "With pass-through authentication or a federated domain, look at your own agents and servers first: the one that was asked may be yours.",
        {
          proves: "One is down: start it. All up, or a managed domain: look at the service health.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      tryAgain,
      serviceHealth,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90012",
    symbols: ["RequestTimeout"],
    places: ["any"],
    title: "sign-in service ran out of time",
    cause:
      "The request took longer than the sign-in service allows. It did reach the service, so this is no time-out of the network before it.",
    resolution: [
      reads("See whether others fail in the same minutes: many of them point to the service, a single one to chance.", {
        rights: "user",
        proves: "Many: look at the service health. One: lock and unlock the PC.",
      }),
      tryAgain,
      serviceHealth,
      supportCase,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90024",
    symbols: ["RequestBudgetExceededError"],
    places: ["any"],
    title: "request beyond the service's budget for now",
    cause: "The service gives each request a budget, and this one used it up. Microsoft calls it an error that passes.",
    resolution: [
      reads(
        "If many PCs say it at once, look for what makes them all ask at the same time, such as a restart of a whole site.",
        { rights: "user", proves: "Found: spread it over time. A single PC: lock and unlock it after some minutes." },
      ),
      tryAgain,
      supportCase,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90033",
    symbols: ["MsodsServiceUnavailable"],
    places: ["any"],
    title: "Microsoft's directory service not available for now",
    cause: "The directory that the sign-in service looks users and devices up in (MSODS) did not answer.",
    resolution: [
      reads(
        "Open the Microsoft Entra admin center: if it shows no users or devices either, the fault is Microsoft's and passes.",
        {
          proves: "It shows them: the fault has passed; lock and unlock the PC. It does not: wait.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      tryAgain,
      serviceHealth,
      supportCase,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90036",
    symbols: ["MsodsServiceUnretryableFailure"],
    places: ["any"],
    title: "fault of Microsoft's directory service",
    cause: "The directory behind the sign-in service (MSODS) failed in a way that another try will not mend.",
    resolution: [
      reads("Keep the line with the correlation ID and the time: Microsoft Support needs both.", {
        rights: "user",
        proves: "If a new attempt works, nothing is left to do. If it fails again, open a case with both.",
      }),
      supportCase,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90055",
    symbols: ["TenantThrottlingError"],
    places: ["any"],
    title: "too many requests of this tenant",
    cause: "The tenant sent so many requests that the service holds it off.",
    resolution: [
      reads("Look in the sign-in logs for the app or the account that asks most.", {
        proves: "One stands out: slow it down. None: wait, for the limit ends by itself.",
        rights: "directory-administrator",
        where: "entra",
      }),
      tryAgain,
      supportCase,
    ],
    confidence: "inferred",
    sources: [table],
  },
]
