import type { CodeEntry } from "../../code.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"

const lookup: Source = { page: "aadstsLookup" }

/** What Microsoft Entra ID answers and Microsoft's table does not have, known from its look-up and from reports. */
export const reportedCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS530003",
    symbols: [],
    places: ["any"],
    title: "managed device required",
    cause:
      "A Conditional Access policy wants a device that is compliant or hybrid joined, and the app showed none: the device is neither, or the app did not say which device it runs on.",
    resolution: [
      reads("In the sign-in logs open this sign-in by its correlation ID and read *Device info*.", {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "Without a device ID the app or browser did not show the device. With one, *Join type* and *Compliant* say what is missing.",
      }),
      reads(
        "Run `dsregcmd /status` as the user and read `AzureAdJoined` and `AzureAdPrt`: an app shows the device by way of the PRT.",
        { rights: "user" },
      ),
    ],
    confidence: "reported",
    sources: [
      lookup,
      {
        page: "managedDeviceRequired",
        heading: "SharePoint Document Grid warning AADSTS530003",
        anchor: "sharepoint-document-grid-warning-aadsts530003",
      },
    ],
  },
  {
    kind: "code",
    code: "AADSTS70044",
    symbols: [],
    places: ["any"],
    title: "session over by the sign-in frequency",
    cause:
      "A Conditional Access policy sets how often the user has to sign in, and the session that was to be continued is older.",
    resolution: [
      reads(
        "In the sign-in logs open this sign-in and read on *Conditional Access* which policy has *Sign-in frequency* under Session, and for how long.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "If the time is meant, nothing is wrong, and only the user has to sign in. If not, correct the policy.",
        },
      ),
      changes(
        "Where Windows was refused, have the user lock the PC and unlock it with the password or Windows Hello, which begins a new session. Where an app was refused, have the user sign in there.",
        { rights: "user" },
      ),
    ],
    confidence: "reported",
    sources: [
      lookup,
      { page: "signInFrequencyReport" },
      { page: "prtConcept", heading: "What is the lifetime of a PRT?", anchor: "what-is-the-lifetime-of-a-prt" },
    ],
  },
]
