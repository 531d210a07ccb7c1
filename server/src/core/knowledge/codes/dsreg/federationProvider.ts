import type { CodeEntry } from "../../code.ts"
import { deviceState } from "../../headings.ts"
import { shared } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { helloRemedies, helloUnknown } from "../helloAdvice.ts"
import { supportOnly } from "./advice.ts"

const sameElsewhere = shared(
  reads(
    "Fetch the file over another network too. What is missing on one network alone was taken out on the way, by a proxy for one; what is missing on each is for Microsoft Support.",
    { rights: "user" },
  ),
)

/** Codes of the federation provider's configuration, which Windows Hello asks for. */
export const federationProviderCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c0015",
    symbols: [],
    places: ["precheck", "hello"],
    title: "PC not joined to a domain",
    cause: "What was tried works only on a PC that is joined to an Active Directory domain, and this one is not.",
    resolution: [
      reads("Read `DomainJoined` under Device State: it has to say YES.", {
        proves:
          "NO: a PC in no domain cannot be hybrid joined; join it to the domain first. YES: start the join again.",
      }),
      changes("If it says NO, join the PC to the domain first; a hybrid join starts from there.", {
        rights: "administrator",
      }),
    ],
    sources: [helloRemedies, deviceState],
  },
  {
    kind: "code",
    code: "0x801c0016",
    symbols: [],
    places: ["discover", "hello"],
    title: "federation provider configuration empty",
    cause:
      "Windows asks a Microsoft address for the configuration of the federation provider, and what came back was empty.",
    resolution: [
      reads("Open http://clientconfig.microsoftonline-p.net/FPURL.xml from the PC. The file must not be empty.", {
        proves:
          "If a page of a proxy or nothing comes, the way there is the fault. If XML with content comes, repeat what failed.",
        rights: "user",
      }),
      sameElsewhere,
    ],
    note: "The look over another network is inferred.",
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0017",
    symbols: [],
    places: ["discover", "hello"],
    title: "federation provider domain empty",
    cause: "The configuration of the federation provider arrived, but names no domain.",
    resolution: [
      reads(
        "Look into http://clientconfig.microsoftonline-p.net/FPURL.xml from the PC: the element FPDOMAINNAME must have a value.",
        {
          proves:
            "If it is empty or another page comes, something on the way changed the file: try another network. If it has a value, repeat what failed.",
          rights: "user",
        },
      ),
      sameElsewhere,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0018",
    symbols: [],
    places: ["discover", "hello"],
    title: "address of the client configuration empty",
    cause: "The configuration of the federation provider does not say where the client configuration can be fetched.",
    resolution: [
      reads(
        "In http://clientconfig.microsoftonline-p.net/FPURL.xml, as the PC receives it, the element CLIENTCONFIG must hold a valid address.",
        {
          proves:
            "If the address is missing or cut off, the file was changed on its way. If it is whole, open it and see what answers.",
          rights: "user",
        },
      ),
      sameElsewhere,
    ],
    sources: [helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c0019",
    symbols: [],
    places: ["discover", "hello"],
    title: "client configuration empty",
    cause:
      "The configuration of the federation provider gave an address for the client configuration, and what was fetched from there was empty.",
    resolution: [
      reads(
        "Open the address that stands in the element CLIENTCONFIG of http://clientconfig.microsoftonline-p.net/FPURL.xml and see whether anything comes back.",
        {
          proves:
            "If nothing or a page of a proxy comes, the way is the fault: try another network. If it has content, repeat what failed.",
          rights: "user",
        },
      ),
      supportOnly,
    ],
    note: "Following the address is inferred from the remedy for 0x801c0018.",
    sources: [helloUnknown, helloRemedies],
  },
  {
    kind: "code",
    code: "0x801c001a",
    symbols: [],
    places: ["discover", "hello"],
    title: "no registration service in the client configuration",
    cause:
      "The client configuration of the federation provider arrived, but its entry for the Device Registration Service (DRS) is empty.",
    resolution: [
      reads(
        "Open the address in the element CLIENTCONFIG of http://clientconfig.microsoftonline-p.net/FPURL.xml and look for the registration service in what comes back.",
        {
          proves:
            "If it names no registration service, what came is not Microsoft's file. If it names one, the next attempt should find it.",
          rights: "user",
        },
      ),
      supportOnly,
    ],
    sources: [helloUnknown],
  },
]
