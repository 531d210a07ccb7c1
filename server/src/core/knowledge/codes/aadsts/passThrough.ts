import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"
import { signInLog, supportCase, table } from "./advice.ts"

/** The table of the agent's codes. */
const failures: Source = {
  page: "passThrough",
  heading: "Sign-in failure reasons on the Microsoft Entra admin center (needs Premium license)",
}

/** The errors that users see. */
const userErrors: Source = {
  page: "passThrough",
  heading: "User-facing sign-in error messages",
  anchor: "user-facing-sign-in-error-messages",
}

const agentLogs: Source = {
  page: "passThrough",
  heading: "Collecting Pass-through Authentication Agent logs",
  anchor: "collecting-pass-through-authentication-agent-logs",
}

const agentState = shared(
  reads(
    "Open Microsoft Entra Connect in the Microsoft Entra admin center: pass-through authentication has to be enabled, and at least one of its agents *Active*.",
    { rights: "directory-administrator", where: "entra" },
  ),
)

const agentTrace = shared(
  reads(
    "Read the agent's trace on its server, under %ProgramData%\\Microsoft\\Azure AD Connect Authentication Agent\\Trace. It gives a Windows error number for the failed sign-in; `net helpmsg` and the number say it in words.",
    { rights: "administrator", where: "agent-server" },
  ),
)

const controllerReach = shared(
  reads(
    "On the agent's server, see that a domain controller of the user's forest answers: `nltest /dsgetdc:` and the domain.",
    {
      rights: "administrator",
      where: "agent-server",
    },
  ),
)

const newAgent = shared(
  changes("If it goes on, install and register a new agent on that server, and uninstall the old one.", {
    rights: "administrator",
    where: "agent-server",
  }),
)

/**
 * Answers about the agents of pass-through authentication, which check the password against Active Directory. Nothing
 * on the PC of the user is at fault in any of them.
 */
export const passThroughCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS80001",
    symbols: ["OnPremiseStoreIsNotAvailable"],
    places: ["any"],
    title: "no pass-through agent that reaches Active Directory",
    cause:
      "The tenant checks passwords by pass-through authentication, and no agent could do it: none is there, or it does not reach Active Directory.",
    resolution: [
      reads(
        "In the Microsoft Entra admin center, under Microsoft Entra Connect > Pass-through authentication, see whether an agent is there at all, and whether it is *Active*.",
        {
          proves:
            "None or *Inactive*: start or install one. *Active*: see whether it reaches the domain controllers of this user.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      controllerReach,
      reads("See that the agent's server belongs to the forest of the users whose passwords it checks.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
      changes("Where no agent is left, install and register one.", {
        rights: "administrator",
        where: "agent-server",
      }),
    ],
    sources: [failures, userErrors, table],
  },
  {
    kind: "code",
    code: "AADSTS80002",
    symbols: ["OnPremisePasswordValidatorRequestTimedout"],
    places: ["any"],
    title: "pass-through agent got no answer from Active Directory in time",
    cause: "The agent asked Active Directory to check the password, and no answer came in time.",
    resolution: [
      reads("See whose sign-ins time out, by the domains of the users.", {
        proves:
          "One domain: look at its controllers from the agent's server. All: look at the agent's server and its network.",
        rights: "user",
        where: "entra",
      }),
      controllerReach,
      agentTrace,
      agentState,
    ],
    sources: [failures, userErrors, table],
  },
  {
    kind: "code",
    code: "AADSTS80003",
    symbols: [],
    places: ["any"],
    title: "answer that the pass-through agent could not use",
    cause: "The agent asked for the check of a password and got an answer that it does not understand.",
    resolution: [
      reads("Have another user sign in that way.", {
        proves:
          "It works: look at the first account's restrictions. It fails too: look at Active Directory and its domain controllers.",
        rights: "user",
      }),
      agentTrace,
      reads("If several users fail, look at the health of the domain controllers that the agent uses.", {
        rights: "administrator",
        where: "agent-server",
      }),
    ],
    sources: [failures, agentLogs],
  },
  {
    kind: "code",
    code: "AADSTS80004",
    symbols: [],
    places: ["any"],
    title: "user name that the pass-through agent did not accept",
    cause:
      "The user name that reached the agent is not one of Active Directory. It was mistyped, or the cloud's sign-in name differs from the UPN on premises.",
    resolution: [
      reads("Compare {User Identity} in the log with the UPN of the account in Active Directory.", {
        proves:
          "They differ: the name that the agent hands on is none that Active Directory knows; correct it. The same: see the agent's trace.",
        rights: "directory-administrator",
        where: "active-directory",
      }),
      reads("Have the user sign in with the right name.", { rights: "user" }),
    ],
    confidence: "inferred",
    sources: [failures, userErrors],
  },
  {
    kind: "code",
    code: "AADSTS80005",
    symbols: ["OnPremisePasswordValidatorUnpredictableWebException"],
    places: ["any"],
    title: "pass-through agent's answer lost on the way",
    cause: "An unknown error came up while the answer of the agent was read. Microsoft calls it one that passes.",
    resolution: [
      reads("Lock and unlock the PC once more after some minutes.", {
        proves: "It works: it was of one moment. It stays: see whether an agent is active.",
        rights: "user",
      }),
      agentState,
      supportCase,
    ],
    sources: [failures, userErrors, table],
  },
  {
    kind: "code",
    code: "AADSTS80007",
    symbols: ["OnPremisePasswordValidatorErrorOccurredOnPrem"],
    places: ["any"],
    title: "pass-through agent could not check the password",
    cause: "The agent did not manage to check the password, because something failed between it and Active Directory.",
    resolution: [
      reads(
        "Read the agent's event log on its server at that time: Microsoft > AzureAdConnect > AuthenticationAgent > Admin.",
        {
          proves: "An error: it names the step that failed. None: read the trace, as the next step says.",
          rights: "administrator",
          where: "agent-server",
        },
      ),
      agentTrace,
      controllerReach,
      reads(
        "Look at the account in Active Directory: where *Log On To* limits its workstations, the agent's servers have to be among them.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
    ],
    sources: [failures, userErrors, agentLogs, table],
  },
  {
    kind: "code",
    code: "AADSTS80010",
    symbols: ["OnPremisePasswordValidationEncryptionException"],
    places: ["any"],
    title: "pass-through agent cannot decrypt the password",
    cause: "The password comes to the agent encrypted for it, and this agent could not decrypt it.",
    resolution: [
      reads(
        "Try again, for another agent may take the next request; a failure that comes and goes points to one of them.",
        {
          proves: "It works at times: find the agent that fails. Never: register the agents anew, as below.",
          rights: "user",
        },
      ),
      newAgent,
    ],
    sources: [failures, table],
  },
  {
    kind: "code",
    code: "AADSTS80011",
    symbols: [],
    places: ["any"],
    title: "pass-through agent without its decryption key",
    cause: "The agent did not find the key that it needs to decrypt passwords.",
    resolution: [
      reads(
        "See in the Microsoft Entra admin center which agents are active, and on which of them the failures stand in the trace.",
        {
          proves: "One agent: register it anew. All of them: look at their way to the service.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      newAgent,
    ],
    sources: [failures, agentLogs],
  },
  {
    kind: "code",
    code: "AADSTS80012",
    symbols: ["OnPremisePasswordValidationAccountLogonInvalidHours"],
    places: ["any"],
    title: "sign-in outside the user's logon hours",
    cause:
      "Active Directory allows this user to sign in at certain hours only (*Logon Hours* of the account), and this was another one. The device has no part in it.",
    resolution: [
      reads(
        "Look at *Logon Hours* on the *Account* tab of the user in Active Directory, and compare with the time of the attempt.",
        {
          rights: "directory-administrator",
          where: "active-directory",
          proves:
            "Outside the hours: the refusal is right, unless the user should work then; go on. Inside: compare the clock of the domain controllers.",
        },
      ),
      changes("Widen the hours if the user should work then; else the refusal is right.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS80013",
    symbols: ["OnPremisePasswordValidationTimeSkew"],
    places: ["any"],
    title: "clocks of pass-through agent and Active Directory differ",
    cause:
      "The clock of the agent's server and that of Active Directory are too far apart for a check of the password.",
    resolution: [
      reads("Compare the clocks: `w32tm /query /status` on the agent's server and on a domain controller.", {
        proves:
          "Minutes apart: repair the one that is wrong. The same: lock and unlock the PC, for it was of one moment.",
        rights: "administrator",
        where: "agent-server",
      }),
      changes("Repair the time synchronization of the one that is wrong.", {
        rights: "administrator",
        where: "agent-server",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS80014",
    symbols: ["OnPremisePasswordValidationAuthenticationAgentTimeout"],
    places: ["any"],
    title: "pass-through agent answered too late",
    cause: "The agent answered, and later than Microsoft Entra ID waits.",
    resolution: [
      reads(
        "See under Microsoft Entra Connect how many agents are active: a single one that is busy, or far from a domain controller, answers late.",
        {
          proves: "A single one: add another. Several: look which one answers late.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      controllerReach,
      signInLog,
      supportCase,
    ],
    sources: [failures, table],
  },
]
