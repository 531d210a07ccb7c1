import type { CodeEntry } from "../../code.ts"
import { authenticationPhase, claims, connectionPoint } from "../../headings.ts"
import { reads } from "../../step.ts"
import { helloUnknown } from "../helloAdvice.ts"
import { enrollmentTable, supportOnly } from "./advice.ts"

/** Codes about the token that opens the registration service. */
export const registrationTokenCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x801c0013",
    symbols: ["DSREG_E_TENANTID_NOT_FOUND"],
    places: ["auth", "hello", "enrollment"],
    title: "no tenant ID in the token",
    cause: "The token that was to open the registration service does not say which tenant it belongs to.",
    resolution: [
      reads(
        "Find out who issued the token: in a federated domain the federation service did, and its rules decide what is in it.",
        {
          proves:
            "If AD FS or another service issued it, its claim rules are where to look. If Microsoft Entra ID did, take the request to Microsoft Support.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      supportOnly,
    ],
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0014",
    symbols: ["DSREG_E_USERSID_NOT_FOUND"],
    places: ["auth", "hello", "enrollment"],
    title: "no user SID in the token",
    cause:
      "The token that was to open the registration service says who the user is, but lacks the security identifier (SID) by which Windows knows the user.",
    resolution: [
      reads(
        "Check in Microsoft Entra ID whether the user has an on-premises security identifier, if the account comes from Active Directory.",
        {
          proves:
            "If it is empty for an account of Active Directory, the account was not synchronized as that one: repair the sync. If it is filled, or the account is a cloud account, repeat what failed.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      supportOnly,
    ],
    sources: [enrollmentTable, helloUnknown],
  },
  {
    kind: "code",
    code: "0x801c0515",
    symbols: [],
    places: ["auth"],
    title: "no token for the computer account",
    cause:
      "Windows asked for a token for the computer account and got none. The reason stands beside it in event 305, as AdalErrorCode. In the one public case the computer was on its way to the registration service of AD FS (enterprise DRS).",
    resolution: [
      reads("Open event 305 in the User Device Registration log and look up AdalErrorCode.", {
        proves:
          "With a code: follow it, for it is why no token came. Without an event 305: start the join and look again.",
        inLog: [
          {
            fields: ["AdalErrorCode"],
            leaves: "Look up {0}, the `AdalErrorCode` of event 305: that inner code is the failure.",
          },
          { fields: ["Event 305"], leaves: "Event 305 stands in this log: its code is the failure." },
        ],
        rights: "user",
      }),
      reads(
        "If the PC is meant for Microsoft Entra ID, look at the service connection point (SCP): `azureADName` has to be a verified domain. The name of an AD FS server there leads to the on-premises service.",
        { rights: "directory-administrator", where: "entra" },
      ),
      reads(
        "If the on-premises service is what you want, check the DNS alias enterpriseregistration of your domain; creating it anew was the cure in the one public case.",
        { where: "network" },
      ),
    ],
    note: "Microsoft lists this number nowhere. All of this rests on one public case, question 687273 on Microsoft Q&A, and on the description of the SCP.",
    sources: [authenticationPhase, connectionPoint, claims],
    confidence: "reported",
  },
]
