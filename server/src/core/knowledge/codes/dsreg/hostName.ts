import type { CodeEntry } from "../../code.ts"
import { joinPhase } from "../../headings.ts"
import { startJoin } from "../../ladders.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, fact, reads } from "../../step.ts"
import { registerAgain, registerAgainSteps } from "../registerAgain.ts"

/** How an Azure virtual machine joins, and the exit codes of the extension that does it. */
const vmJoinProblems: Source = {
  page: "vmSignIn",
  heading: "Troubleshoot deployment problems",
  anchor: "troubleshoot-deployment-problems",
}

const deleteLeftover = shared(
  changes("Delete the device object that is left over, and none whose machine is still in use.", {
    rights: "directory-administrator",
    where: "entra",
  }),
)

/** Codes and words about the device object in Microsoft Entra ID: its host name, its renewal, its absence. */
export const registrationNameCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c0082",
    symbols: [],
    places: ["join"],
    title: "host name of the PC not accepted",
    cause:
      "Microsoft Entra ID did not take the host name that the PC registers with. What it disliked is said in the server's message, not by the number.",
    resolution: [
      reads("Read `Server Message` or the last lines of the extension's log: the reason stands there in words.", {
        proves: "If it names the host name, correct that. If another server code stands there, look that up.",
        inLog: [{ fields: ["Server Message"], leaves: "The server gave the reason in words: {0}." }],
      }),
      reads(
        "Run `hostname` and compare it with the name of the virtual machine: a name that is in use, or cut off, shows here.",
        { rights: "user" },
      ),
    ],
    note: "A neighbor of 0x801c0083, and met at the same step; no Microsoft page has the number.",
    confidence: "inferred",
    sources: [vmJoinProblems],
  },
  {
    kind: "code",
    code: "0x801c0083",
    symbols: [],
    places: ["join"],
    title: "host name used by another device in the tenant",
    cause:
      "Another device object in Microsoft Entra ID has the host name of this PC. Usually it is left over from a virtual machine that was deleted and made anew under its old name: deleting the machine does not delete its device object.",
    resolution: [
      reads(
        "In the Microsoft Entra admin center open Entra ID > Devices > All devices, search for `{Computer}`, and see by *Activity* or by the resource ID of the virtual machine whether each still exists.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "One whose machine is gone: delete that object; go on. One whose machine is in use: give this PC another name. None: the name is free now; join again.",
        },
      ),
      deleteLeftover,
      changes("If the other machine lives, give this PC another name.", { rights: "administrator" }),
      startJoin,
    ],
    note: "No Microsoft page has the number. Many reports do, with the server's words that another object has the same value for the property hostnames.",
    confidence: "reported",
    sources: [vmJoinProblems],
  },
  {
    kind: "code",
    code: "0x801c0084",
    symbols: [],
    places: ["join"],
    title: "host name of the PC refused by the service",
    cause:
      "The registration service turned down the host name that this PC wants to have on its device object. The number leaves the reason to the text beside it.",
    resolution: [
      reads(
        "Look for the server's own words in the same attempt: `Server Message`, event 304, or the log of the extension.",
        {
          proves:
            "If they name a character or the length, correct the host name. If there are none, compare the name with that of a PC that joined.",
          inLog: [{ fields: ["Server Message"], leaves: "The server gave the reason in words: {0}." }],
          rights: "user",
        },
      ),
      reads("Look up in Microsoft Entra ID how many host names the device object of this PC already has.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    note: "A neighbor of 0x801c0083, and met at the same step; no Microsoft page has the number.",
    confidence: "inferred",
    sources: [vmJoinProblems],
  },
  {
    kind: "code",
    code: "DeviceRenew",
    symbols: [],
    places: ["join"],
    title: "renewal of an earlier registration",
    cause:
      "The PC did not ask for a new device object, it wanted to renew the one it believes to have. That happens when it still holds a registration from before.",
    resolution: [
      reads(
        "Compare the ID in the server's message with the devices in Microsoft Entra ID: if it is not there, the PC holds on to an object that is gone.",
        {
          proves:
            "If it is there, the object was found again, and the next attempt decides. If it is not, restore it or register the PC again.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      registerAgain,
    ],
    note: "The operation says what was tried, not what failed: the failure is in `Client ErrorCode` and the server's message.",
    confidence: "reported",
    sources: [joinPhase, registerAgainSteps],
    nature: "information",
  },
  {
    kind: "code",
    code: "error_hostname_duplicate",
    symbols: [],
    places: ["join"],
    title: "host name used by another device in the tenant",
    cause:
      "The registration service found another device object with the host name of this PC. Windows reports it as 0x801c0083.",
    resolution: [
      reads(
        "Look in Microsoft Entra ID for the devices with the name of this PC, and compare their creation dates with that of this PC; the older one is the likely leftover.",
        {
          proves:
            "If the older one is of a machine that is gone, delete it. If both machines live, rename one of them.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      deleteLeftover,
    ],
    confidence: "reported",
    sources: [vmJoinProblems],
  },
  {
    kind: "code",
    code: "error_missing_device",
    symbols: [],
    places: ["join"],
    title: "device object missing in Microsoft Entra ID",
    cause:
      "The registration service looked for the device object and did not find it: in a new hybrid join because it is not synchronized yet, in a renewal because the object is gone.",
    resolution: [
      reads(
        "Read `Server Operation`. `DeviceRenew` says that the PC holds an older registration whose object is gone; waiting does not bring it back.",
        {
          proves:
            "`DeviceRenew`: restore the deleted object or register the PC again. Another operation: the PC was not synchronized yet, and waiting is right.",
          inLog: [
            {
              fields: ["Server Operation"],
              when: /^DeviceRenew$/i,
              leaves:
                "The PC holds an older registration whose object is gone, as `DeviceRenew` says; waiting does not bring it back.",
            },
            { fields: ["Server Operation"] },
          ],
        },
      ),
      reads(
        "Without that, see that the computer's OU is synchronized and that a synchronization has run since the PC joined the domain.",
        { rights: "administrator", where: "sync-server" },
      ),
      reads("Then let the join task run again: it runs every hour and at each sign-in.", { rights: "user" }),
    ],
    confidence: "reported",
    sources: [joinPhase, { page: "pendingDevices" }],
  },
  {
    kind: "code",
    code: "fallback_sync",
    symbols: [],
    places: ["join"],
    title: "join by synchronization, after the instant way failed",
    cause:
      "The attempt to get a token at once, by federation or Kerberos, failed before, so Windows went on with the join that waits for Microsoft Entra Connect. Its own outcome is in the codes beside it.",
    resolution: [
      reads(
        "Look for the code of the attempt before it, in `Kerberos Ticket Test`, `Token acquisition Test` or event 305: that is why Windows fell back.",
        {
          proves:
            "If a code is there, follow it, if an instant join is wanted. If there is none, the domain is managed and nothing came before.",
          rights: "user",
        },
      ),
      fact("If joining by synchronization is what you use, nothing has to be repaired there."),
    ],
    confidence: "reported",
    sources: [
      { page: "hybridHowTo", heading: "Federation caveats", anchor: "federation-caveats" },
      { page: "entraKerberosJoin", heading: "Use cases", anchor: "use-cases" },
    ],
    nature: "information",
  },
]
