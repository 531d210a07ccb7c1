import type { CodeEntry } from "../../code.ts"
import { preJoinDiagnostics, userState } from "../../headings.ts"
import { controllerCommands } from "../../joinLadders.ts"
import { shared } from "../../shared.ts"
import { changes, endsSignIns, reads } from "../../step.ts"
import { windowsNumber } from "./advice.ts"

const nextToIt = shared(
  reads(
    "Read what stands beside the code: the field it is in, the other code in the brackets, and the events of the same minute.",
    {
      rights: "user",
      proves:
        "A second code: follow that. The name of a test: its phase says what was not found. Neither: the events of that minute name it.",
    },
  ),
)

/** Windows error numbers as HRESULTs, whose meaning depends on the place. */
export const windowsErrorCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x80070002",
    symbols: ["ERROR_FILE_NOT_FOUND"],
    places: ["any"],
    title: "something was not found",
    cause:
      "Windows looked for something, such as a file, a registry value or an object, and it is not there. The number does not say what.",
    resolution: [nextToIt],
    note: "In AD Configuration Test it stands for a missing service connection point.",
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80070003",
    symbols: ["ERROR_PATH_NOT_FOUND"],
    places: ["any"],
    title: "path not found",
    cause: "Windows followed a path, to a file or in the registry, and one of its parts is missing.",
    resolution: [
      reads(
        "Look which step the code belongs to, then check with Process Monitor which path ends in PATH NOT FOUND at that moment.",
        {
          rights: "administrator",
          proves:
            "A path that a PC without the fault has: restore it from there. None: the code was of that moment; repeat the step.",
        },
      ),
    ],
    confidence: "inferred",
    sources: [windowsNumber],
  },
  {
    kind: "code",
    code: "0x80070005",
    symbols: ["E_ACCESSDENIED", "ERROR_ACCESS_DENIED"],
    places: ["any"],
    title: "access denied",
    cause:
      "The account that ran the step has no right to what it touched. A value that could not be read for that reason is unknown, which is not the same as NO.",
    resolution: [
      reads("Read `User Context` or `Executing Account Name` to see which account that was.", {
        inLog: [{ fields: ["User Context", "Executing Account Name"], leaves: "The command ran as {0}." }],
        rights: "user",
        proves:
          "A user: the next step repeats it as SYSTEM. SYSTEM: not even that account had the right, so look for a security product or a policy.",
      }),
      reads(
        "Run `dsregcmd /status` from an elevated prompt: it then reads and tests as SYSTEM, the account the join itself uses.",
        {
          rights: "administrator",
          proves:
            "If the code is gone, only the account of this log lacked the right: read the new log. If it stays, not even SYSTEM has it: look for a security product or a policy that takes it away.",
          inLog: [
            {
              fields: ["AD Connectivity Test"],
              when: /^FAIL.{0,40}0x80070005/i,
              leaves: reads("Run `nltest /sc_verify:{Domain}` from an elevated prompt.", {
                rights: "administrator",
                proves:
                  "`NERR_Success`: the domain takes the computer account; look for a security product that keeps SYSTEM from Active Directory. An error: the account or its password is the fault; run `Test-ComputerSecureChannel -Repair` in an elevated PowerShell window.",
              }),
            },
            {
              fields: ["User Context"],
              when: /^SYSTEM$/i,
              leaves: "Not even SYSTEM had the right: look for a security product or a policy that takes it away.",
            },
          ],
        },
      ),
    ],
    sources: [windowsNumber, preJoinDiagnostics, ...controllerCommands],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8007000d",
    symbols: ["E_INVALIDDATA", "ERROR_INVALID_DATA"],
    places: ["any"],
    title: "data not valid",
    cause: "Windows was given data that it could not make sense of.",
    resolution: [
      reads(
        "If the data came over the network, run `curl.exe -i` with its address as SYSTEM and see whether a proxy put a page of its own in place of the answer.",
        {
          proves:
            "A page of a proxy: let the address pass. The service's own answer: the data on the PC are damaged; see which file or value the event names.",
          rights: "system",
        },
      ),
      nextToIt,
    ],
    note: "In the discover phase Microsoft explains it with an answer that is no JSON.",
    sources: [windowsNumber],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80070057",
    symbols: ["E_INVALIDARG", "ERROR_INVALID_PARAMETER"],
    places: ["any"],
    title: "invalid argument",
    cause: "One part of Windows passed another a value that it does not accept.",
    resolution: [
      reads("If you typed the command, compare its options with those of `dsregcmd /?`.", {
        proves:
          "A misspelled one: type it right. All right, or nobody typed one: see in the event which call had the wrong argument.",
        rights: "user",
      }),
      nextToIt,
      reads("Otherwise collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support.", {
        rights: "user",
      }),
    ],
    sources: [windowsNumber, { page: "authScripts" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80070490",
    symbols: ["ERROR_NOT_FOUND"],
    places: ["any"],
    title: "element not found",
    cause: "An entry that Windows looked up in one of its own lists is not there.",
    resolution: [
      reads(
        "See who looked: in an event of key storage it is a key that is missing, in one of the Web Account Manager (WAM) an account.",
        {
          rights: "user",
          proves:
            "A key: read `KeySignTest` from an elevated prompt. An account: look under Access work or school whether it is still there.",
        },
      ),
      nextToIt,
      changes(
        "Where Autopilot shows it for the TPM attestation of a PC with an AMD processor, install newer firmware from the maker of the PC.",
        { rights: "administrator" },
      ),
    ],
    sources: [
      windowsNumber,
      {
        page: "autopilotKnownIssues",
        heading: "TPM attestation isn't working on AMD platforms with ASP fTPM",
        anchor: "tpm-attestation-isnt-working-on-amd-platforms-with-asp-ftpm",
      },
    ],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x80070520",
    symbols: ["ERROR_NO_SUCH_LOGON_SESSION"],
    places: ["any"],
    title: "no such logon session",
    cause:
      "Windows was asked for a logon session that does not exist or has ended. In `WamDefaultSet : ERROR (0x80070520)` this means that the default account of the Web Account Manager (WAM) could not be read for this session.",
    resolution: [
      reads(
        "Run `dsregcmd /status` in the user's own session, at a prompt that is not elevated, and read `WamDefaultSet`. From an elevated one it may show an error without a fault.",
        {
          rights: "user",
          proves:
            "YES or NO: no error in the user's own session, and nothing to repair about this code. The same error: go on.",
        },
      ),
      endsSignIns("If the error is there too, have the user sign out and in, and look again.", { rights: "user" }),
      reads(
        "On virtual desktops, check that the profile solution leaves `%localappdata%\\Packages\\Microsoft.AAD.BrokerPlugin_cw5n1h2txyewy` on the machine; roaming it is not supported.",
        {
          rights: "administrator",
          proves:
            "If it copies that folder, exclude it there, and let the user sign out and in. If it leaves it alone, or this is no virtual desktop, go on to what support wants.",
        },
      ),
    ],
    note: "Microsoft documents the number and the elevated prompt. The code in `WamDefaultSet` is known from real logs; the rest of the advice is inferred.",
    sources: [windowsNumber, userState, { page: "vdi", heading: "Non-persistent VDI", anchor: "non-persistent-vdi" }],
  },
  {
    kind: "code",
    code: "0x800705b4",
    symbols: ["ERROR_TIMEOUT"],
    places: ["any"],
    title: "wait timed out",
    cause: "Windows waited for something to finish and gave up. The number does not say for what.",
    resolution: [
      reads(
        "See in the event or field what was being waited for, and whether the same step succeeds on another try: a slow start after sleep is enough for this number.",
        {
          rights: "user",
          proves:
            "It succeeds: nothing is left to do. It times out again: look at what it waited for, such as the TPM, a server or a service.",
        },
      ),
      nextToIt,
    ],
    confidence: "inferred",
    sources: [windowsNumber],
  },
]
