import type { CodeEntry } from "../../code.ts"
import { joinPhase, preJoinDiagnostics } from "../../headings.ts"
import { readSyncScope } from "../../joinLadders.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, fact, reads } from "../../step.ts"
import { deletedDevices } from "../aadsts/advice.ts"
import { helloUnknown } from "../helloAdvice.ts"
import { leftOver, registerAgain, registerAgainSteps } from "../registerAgain.ts"
import { enrollmentTable, managedJoin, runsAgain, supportOnly } from "./advice.ts"

const keepRequestId = shared(
  reads("For Microsoft Support, keep Request Id together with the time in Previous Registration, which is in UTC.", {
    rights: "user",
  }),
)

/** The one Microsoft page that explains 0x801c03f3. */
const autopilotObject: Source = { page: "autopilotKnownIssues" }

/** Codes with which the registration service turns a request down. */
export const registrationServiceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c0001",
    symbols: ["DSREG_E_DEVICE_MESSAGE_FORMAT_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "answer of the registration service not readable",
    cause:
      "The registration service answered, but the answer did not have the form that Windows expects. On an Azure virtual machine, the extension AADLoginForWindows ends with it where the service turned the join down, and says why in words.",
    resolution: [
      reads(
        "Look in the same log for `Join error code`, `Join message` or `Server Message`: the words there are the reason, such as a parameter that is not valid.",
        {
          proves:
            "If they are there, the registration service was reached and refused: follow its words. If none are there, the answer was not the service's: go on with the network.",
          inLog: [{ fields: ["Join message", "Server Message"], leaves: "The server gave the reason in words: {0}." }],
        },
      ),
      changes(
        "Without such words, repeat the join or the setup from a network without a proxy. If that works, exempt https://enterpriseregistration.windows.net from inspection on the proxy.",
        { where: "network" },
      ),
      reads("If it fails on every network, take the code and the time to Microsoft Support.", { rights: "user" }),
    ],
    note: "Microsoft publishes the cause and no remedy. The line of the extension is known from reports; that a proxy may have changed the answer is inferred.",
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0002",
    symbols: ["DSREG_E_DEVICE_AUTHENTICATION_ERROR"],
    places: ["any", "hello", "enrollment"],
    title: "not authenticated by the registration service",
    cause: "The registration service could not confirm who was asking, the user or the device.",
    resolution: [
      reads(
        "Check that the user's account works elsewhere, for example in a browser (public cloud: https://myaccount.microsoft.com), and that the clock of the PC is right.",
        {
          proves:
            "If the sign-in fails there too, the account or its password is the cause. If it works and the clock is right, the token on this PC is an old one: go on.",
          rights: "user",
        },
      ),
      reads("Have the user sign in again with the work account and repeat what failed.", {
        proves: "It works: the token was an old one. It fails with the same number: it is for Microsoft Support.",
        rights: "user",
      }),
      supportOnly,
    ],
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0002",
    symbols: ["DSREG_E_DEVICE_AUTHENTICATION_ERROR"],
    places: ["join"],
    title: "AuthenticationError from the registration service",
    cause:
      "The registration service answered with the error code `AuthenticationError`, for another reason than that it does not find the device (`DeviceNotFound`). In a sync-join this is usually a matter of time: the certificate that Microsoft Entra ID has for the computer is not yet the one the computer signs with.",
    resolution: [
      reads(
        "Read `Server Message`. If it speaks of verifying the target computer's SID, let Microsoft Entra Connect finish a synchronization; the next attempt after it should succeed.",
        {
          proves: "Another message: follow that. None: see who synchronizes the computers, as the next step says.",
          inLog: [
            {
              fields: ["Server Message"],
              when: /SID/,
              leaves: "Let Microsoft Entra Connect finish a synchronization; the next attempt after it should succeed.",
            },
            { fields: ["Server Message"], leaves: "The server said {0}." },
          ],
        },
      ),
      reads("Find out who synchronizes the computers: Microsoft Entra Connect, or Microsoft Entra Cloud Sync.", {
        proves:
          "Connect: wait for its next cycle. Cloud Sync: it brings devices only where device sync is set up, which is a preview; without it waiting does not help.",
        rights: "directory-administrator",
        where: "entra",
      }),
      keepRequestId,
    ],
    sources: [joinPhase, managedJoin, { page: "entraKerberosJoin", heading: "Use cases", anchor: "use-cases" }],
  },
  {
    kind: "code",
    code: "0x801c0006",
    symbols: ["DSREG_E_DEVICE_INTERNALSERVICE_ERROR"],
    places: ["join", "hello", "enrollment"],
    title: "internal error of the registration service",
    cause:
      "The registration service ran into an error on its own side. The error code and the message it sent along tell more than this number does.",
    resolution: [
      reads("Read `Server ErrorCode` and `Server Message`, and follow them if they name a cause.", {
        inLog: [
          {
            fields: ["Server Message", "Server ErrorCode"],
            leaves: "The server said {0}: follow that if it names a cause.",
          },
        ],
        rights: "user",
        proves: "A cause that is named there: follow it. Nothing but the internal error: go on.",
      }),
      runsAgain,
      reads(
        "If it keeps coming back, open a case with Microsoft Support and give Request Id and the time of the attempt.",
        { rights: "user" },
      ),
    ],
    note: "Microsoft's hybrid join page ties this number to the server code `DirectoryError`, as it does 0x801c03f2. Its name and Microsoft's two other tables speak of an internal service error.",
    sources: [joinPhase, enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c001d",
    symbols: ["DSREG_AUTOJOIN_ADCONFIG_READ_FAILED"],
    places: ["join"],
    onlyWhereNamed: true,
    title: "computer object not readable",
    cause:
      "Windows could not get at its own computer object in Active Directory. Event 220 in the User Device Registration log goes with it; the Windows error in it tells why. 1312 and 1317 point to replication between domain controllers.",
    resolution: [
      reads(
        "Open event 220 in the User Device Registration log, which Windows files under Information, and read the Windows error at its end.",
        {
          rights: "user",
          proves:
            "1312 (no such logon session) or 1317 (no such user): Active Directory has not replicated the computer object; go on. Another number: look it up; it tells why the object could not be read.",
        },
      ),
      reads("On a domain controller run `repadmin /replsummary`.", {
        rights: "directory-administrator",
        where: "active-directory",
        proves:
          "Errors: repair the replication first. None: the lag has passed or will pass; Windows tries the join again every hour.",
      }),
    ],
    sources: [joinPhase, managedJoin],
  },
  {
    kind: "code",
    code: "0x801c03f2",
    symbols: ["DSREG_E_DIRECTORY_FAILURE"],
    places: ["join"],
    title: "registration refused with DirectoryError",
    cause:
      "The registration service answered with the error code `DirectoryError`. Several stories share this code, and only `Server Message` tells them apart: the device object has not been synchronized yet, the tenant in the service connection point (SCP) is wrong, or the request was throttled.",
    resolution: [
      reads(
        "Start with `Server Message`. If it says that the device object is not found, the sync-join ran before Microsoft Entra Connect had copied the computer to the cloud. That is expected at first: wait for a synchronization and the attempt after it.",
        {
          proves:
            "AADSTS90002: the tenant; see below. Throttled: wait as it says. None: look for the PC under Devices in Microsoft Entra ID.",
          inLog: [
            {
              fields: ["Server Message"],
              when: /not found|isn't found/i,
              leaves:
                "The server does not find the device object: the sync-join ran before Microsoft Entra Connect had copied the computer to the cloud. That is expected at first: wait for a synchronization and the attempt after it.",
            },
            { fields: ["Server Message"], leaves: "The server said {0}." },
          ],
        },
      ),
      reads("If that goes on for days, check that the OU of the computer is in the scope of the synchronization.", {
        rights: "administrator",
        where: "sync-server",
      }),
      changes(
        "If it has AADSTS90002, the tenant was not found. Correct the tenant ID in the SCP and check that the tenant has an active subscription.",
        { rights: "directory-administrator", where: "entra" },
      ),
      "If it speaks of throttling, wait for the 300 seconds it names.",
      keepRequestId,
    ],
    sources: [joinPhase, preJoinDiagnostics],
  },
  {
    kind: "code",
    code: "0x801c03f3",
    symbols: [],
    places: ["join", "enrollment"],
    title: "no device object for this PC in Microsoft Entra ID",
    cause:
      "Microsoft Entra ID has no object of the device that the request names. It was deleted, it was never synchronized, or the PC still holds a registration from before.",
    resolution: [
      reads(
        "In the Microsoft Entra admin center open Entra ID > Devices > All devices, and search for the PC by its name, `{Computer}`, and by the ID that the server's message quotes. Then look under Devices > Deleted devices.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "If that ID is among the deleted ones, restore it, and start the join. If the name is listed with *Pending* under Registered, the sync has brought a new object: clear the old registration, and start the join. If nothing is found, the sync has to bring the object first: go on.",
        },
      ),
      ...readSyncScope,
      fact(
        "For Windows Autopilot Microsoft has another way: remove the device from Intune, Autopilot and Microsoft Entra ID, in this order, and register it with Autopilot again.",
      ),
      registerAgain,
    ],
    note: "Microsoft explains the number for Autopilot. For a hybrid join it is read from reports, where it comes with `error_missing_device`.",
    confidence: "reported",
    sources: [autopilotObject, joinPhase, deletedDevices, registerAgainSteps, leftOver],
  },
]
