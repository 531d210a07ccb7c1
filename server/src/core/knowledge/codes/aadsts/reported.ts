import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { reads } from "../../step.ts"

const lookup: Source = { page: "aadstsLookup" }

/** Numbers that stand for the same as one that Microsoft's table has, by Microsoft's look-up of single numbers. */
const SAME: readonly (readonly [code: string, as: string])[] = [["AADSTS70044", "AADSTS70043"]]

/** What Microsoft Entra ID answers and Microsoft's table does not have, known from its look-up and from reports. */
export const reportedCodes = (table: readonly CodeEntry[]): readonly CodeEntry[] => [
  ...SAME.flatMap(([code, as]) =>
    table
      .filter((entry) => entry.code === as)
      .map(
        ({ note: _, ...entry }): CodeEntry => ({
          ...entry,
          code,
          symbols: [],
          twinOf: as,
          confidence: "reported",
          sources: [...entry.sources, lookup],
        }),
      ),
  ),
  {
    kind: "code",
    code: "AADSTS530003",
    symbols: [],
    places: ["any"],
    title: "managed device required",
    cause:
      "A Conditional Access policy wants a device that is compliant or hybrid joined, and the app showed none: the device is neither, or the app did not say which device it runs on.",
    resolution: [
      shared(
        reads(
          "In the sign-in logs open the sign-in by its correlation ID and read *Device info*: without a device ID the app or browser did not show the device, and with one *Join type* and *Compliant* say what is missing.",
          { rights: "directory-administrator", where: "entra" },
        ),
      ),
      reads(
        "Run `dsregcmd /status` as the user and read `AzureAdJoined` and `AzureAdPrt`: an app shows the device by way of the PRT.",
        {
          rights: "user",
        },
      ),
    ],
    confidence: "reported",
    sources: [lookup],
  },
]
