import type { CodeEntry } from "../../code.ts"
import { deviceDetails, ssoState, userState } from "../../headings.ts"
import { fact, reads } from "../../step.ts"
import { askAsDevice, giveSystemProxy, proxyForSystem } from "../winhttp/advice.ts"
import { windowsNumber } from "./advice.ts"

/** Status numbers that travel as HRESULTs, marked by the bit 0x10000000. */
export const carriedStatusCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xd000000d",
    symbols: ["STATUS_INVALID_PARAMETER"],
    places: ["any"],
    title: "invalid parameter inside Windows",
    cause:
      "The status 0xc000000d, carried in an HRESULT: a part of Windows was called with a value it does not accept. The number says neither which part nor which value.",
    resolution: [
      reads(
        "See which field or event it stands in, and run `dsregcmd /status` again in the user's own session: values that could not be read change then.",
        {
          rights: "user",
          proves:
            "The value is there now: it was only the session, and nothing is wrong. The same error: let the user sign out and in, and look again.",
        },
      ),
      fact("Judge nothing by a field that shows it: the state was not read, which is not the same as NO."),
    ],
    confidence: "inferred",
    sources: [windowsNumber, { page: "hresult" }],
  },
  {
    kind: "code",
    code: "0xd000023c",
    symbols: ["STATUS_NETWORK_UNREACHABLE"],
    places: ["post-join"],
    title: "network unreachable",
    cause:
      "The status 0xc000023c, written with the bit that marks an NTSTATUS inside an HRESULT. Beside `DeviceAuthStatus` it says that the check of the device in Microsoft Entra ID could not run, not that the device is disabled or deleted.",
    resolution: [
      reads("With the PC online run `dsregcmd /status` again, and read `DeviceAuthStatus`.", {
        rights: "user",
        proves:
          "SUCCESS: only the network was missing, and nothing is left to do. The same code: go on. `disabled or deleted`: the device object is the fault; look for the device in the Microsoft Entra admin center, under Entra ID > Devices > All devices.",
      }),
      askAsDevice,
      proxyForSystem,
      giveSystemProxy,
    ],
    note: "Microsoft documents the status and the check, but not the two together. They are seen together in a real log.",
    sources: [windowsNumber, deviceDetails],
    confidence: "reported",
  },
  {
    kind: "code",
    code: "0xd0000272",
    symbols: ["STATUS_NO_MATCH"],
    places: ["any"],
    title: "no match for a key that was looked up",
    cause:
      "The status 0xc0000272, carried in an HRESULT: Windows looked something up by a key and found nothing that fits. Reports have it from the token broker, when an app asks for a token.",
    resolution: [
      reads("Read event 1098 in AAD Operational at that time: its text names the step and often a second code.", {
        proves: "A second code: follow that. None: repeat what failed; if it stays, sign out and in.",
        rights: "user",
      }),
      reads(
        "As the user, without elevation, check that `AzureAdPrt` and `WamDefaultSet` say YES: without them an app gets no token.",
        {
          rights: "user",
        },
      ),
    ],
    confidence: "inferred",
    sources: [windowsNumber, { page: "hresult" }, { page: "event1098" }],
  },
  {
    kind: "code",
    code: "0xd0020017",
    symbols: ["RPC_NT_SERVER_UNAVAILABLE"],
    places: ["any"],
    title: "RPC server unavailable",
    cause:
      "A part of Windows could not be reached by remote procedure call. The number is the status 0xc0020017, written with the bit that marks an NTSTATUS inside an HRESULT.",
    resolution: [
      reads("Run `dsregcmd /status` again in the desktop session of the user concerned, without elevation.", {
        proves:
          "The error is gone: only the session was the wrong one. It stays: restart the PC, for a service of Windows did not answer.",
        rights: "user",
      }),
      fact(
        "Until then, read nothing into `WamDefaultSet`, `AzureAdPrt` and the fields under `NgcPreReq`: UNKNOWN there is not NO.",
      ),
    ],
    note: "Real logs have it beside `WamDefaultSet` and `NgcPreReq`. That a missing user session is the reason is inferred from those logs and from Microsoft's advice to run the command in the user's context.",
    sources: [windowsNumber, userState, ssoState],
    confidence: "reported",
  },
]
