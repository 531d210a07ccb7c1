import type { CodeEntry } from "../../code.ts"
import { connectionPoint, discoverPhase } from "../../headings.ts"
import { testAsSystem } from "../../shared.ts"
import { changes, reads } from "../../step.ts"
import { adalTable, issuance, otherVendor, prerequisites, untouchedAnswer } from "./advice.ts"

/** Facility 0xaa9 of ADAL: finding out whether a domain is managed or federated (its realm). */
export const adalRealmCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xcaa90018",
    symbols: ["ERROR_ADAL_COULDNOT_DISCOVER_USERREALM"],
    places: ["auth"],
    title: "realm of the domain not found out",
    cause: "The library could not find out whether the domain is managed or federated (its realm).",
    resolution: [
      reads("Run `curl.exe -v https://login.microsoftonline.com/` as SYSTEM; this is where the realm is asked for.", {
        proves:
          "A page of Microsoft: SYSTEM gets through, so look at the name that was asked for. An error: it tells whether name, connection or certificate fails; look its code up.",
        rights: "system",
      }),
      testAsSystem,
      reads("Check that `azureADName` in the service connection point (SCP) is a verified domain of the tenant.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    note: "Microsoft describes the realm question as part of discovery. That the same remedies fit here is inferred.",
    sources: [adalTable, discoverPhase, connectionPoint],
  },
  {
    kind: "code",
    code: "0xcaa9001a",
    symbols: ["ERROR_ADAL_USERREALM_NOENDPOINT"],
    places: ["auth"],
    title: "realm answer names no endpoint",
    cause: "The answer about the realm of the domain does not say at which address the sign-in is to happen.",
    resolution: [
      reads(
        "Read `ActiveSignInUri` in the output of `Get-MgDomainFederationConfiguration -DomainId` and the domain's name: it is the address at which Windows signs in, and it must not be empty.",
        {
          proves:
            "Empty: that is the cause, and the federation settings have to be completed. Filled: the answer was changed on its way; try from another network.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes("If one of the two is empty, complete the federation settings of the domain.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    sources: [adalTable, { page: "domainFederation" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa9001b",
    symbols: ["ERROR_ADAL_USERREALM_RESPONSE_INVALID_JSON"],
    places: ["auth"],
    title: "realm answer is not valid JSON",
    cause: "The answer about the realm of the domain is not a JSON object.",
    resolution: [
      reads(
        "Run `curl.exe -i https://login.microsoftonline.com/` as SYSTEM and look what comes: an HTML page of a proxy, sent with status 200, is how Microsoft explains the same fault in discovery (0x8007000d).",
        {
          proves:
            "A page of your proxy: let SYSTEM through without it. A page of Microsoft: the proxy is not the cause; repeat the attempt.",
          rights: "system",
        },
      ),
      changes("Let the computer account through the proxy without a prompt.", { where: "network" }),
    ],
    note: "That the proxy explains it here as well is inferred.",
    sources: [adalTable, discoverPhase],
  },
  {
    kind: "code",
    code: "0xcaa9001c",
    symbols: ["ERROR_ADAL_USERREALM_RESPONSE_FEDERATION_PROTOCOL_INVALID"],
    places: ["auth"],
    title: "realm answer names an unknown federation protocol",
    cause: "The domain is reported as federated, with a protocol that the library does not know.",
    resolution: [
      reads(
        "Read `PreferredAuthenticationProtocol` in the output of `Get-MgDomainFederationConfiguration -DomainId` and the domain's name. Compare it with what the vendor of the federation service prescribes.",
        {
          proves:
            "`wsFed` is what AD FS uses. Another value, or none: set what the vendor prescribes. If it is right already, the answer was changed on its way.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      otherVendor,
    ],
    sources: [adalTable, issuance, { page: "domainFederation" }],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa9001d",
    symbols: ["ERROR_ADAL_USERREALM_RESPONSE_ACCOUNT_TYPE_INVALID"],
    places: ["auth"],
    title: "realm answer names an unknown account type",
    cause:
      "The library needs to read from the realm answer what type of account it deals with, and does not know the one given.",
    resolution: [
      reads(
        "Run `Get-MgDomain` and check that the domain of the account is listed, `IsVerified`, and Managed or Federated under `AuthenticationType`.",
        {
          proves:
            "If it is missing or not verified, the tenant cannot tell what the account is: verify it. If it is there and verified, repeat the attempt from another network.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
    ],
    sources: [adalTable, connectionPoint],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa9001e",
    symbols: ["ERROR_ADAL_USERREALM_RESPONSE_PARSE_FAILED"],
    places: ["auth"],
    title: "realm answer not understood",
    cause: "An answer to the realm question came, and taking it apart failed.",
    resolution: [
      reads("See whether other PCs of the same domain get it.", {
        proves: "All of them: check the domain in the tenant. This one alone: check its way out, the proxy above all.",
      }),
      untouchedAnswer,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa9001f",
    symbols: ["ERROR_ADAL_INTEGRATED_AUTH_WITHOUT_FEDERATION"],
    places: ["auth"],
    title: "Windows authentication without federation",
    cause:
      "The library was to sign in with Windows authentication. That works against a federation service only, and the domain is not federated.",
    resolution: [
      reads(
        "Check which domain `azureADName` in the service connection point (SCP) gives: it decides whether the join takes the managed or the federated way.",
        {
          proves:
            "If it is a managed domain, no federation service is asked, and the join goes by sync. If it is federated, see with the next steps whether Microsoft Entra ID says so too.",
          rights: "directory-administrator",
          where: "active-directory",
        },
      ),
      "If the domain is meant to be managed, nothing is broken in federation: the join goes by sync and waits for Microsoft Entra Connect.",
      reads("If it is meant to be federated, `Get-MgDomain` tells whether it still is.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    note: "Microsoft explains this number for device management enrollment. What it means in a join is inferred from its name.",
    sources: [adalTable, connectionPoint],
  },
  {
    kind: "code",
    code: "0xcaa9001f",
    symbols: ["ERROR_ADAL_INTEGRATED_AUTH_WITHOUT_FEDERATION"],
    places: ["enrollment"],
    title: "co-management enrollment in a domain without federation",
    cause:
      "Configuration Manager tried to enroll the PC with Windows authentication against Microsoft Entra ID, but the user's verified domain is not federated.",
    resolution: [
      reads("Run `Get-MgDomain` and look at `AuthenticationType` of the user's domain.", {
        proves:
          "Managed: that confirms it; go on. Federated: the tenant is not the matter; see why the federation service did not answer.",
        rights: "directory-administrator",
        where: "entra",
      }),
      changes("In Configuration Manager, set up Cloud Management under Azure Services.", { where: "management" }),
      changes(
        "Turn on both kinds of discovery for the affected users: Active Directory User Discovery and Microsoft Entra user discovery.",
        { where: "management" },
      ),
      reads("Enrollment tries again every 15 minutes; follow it in `%WinDir%\\CCM\\logs\\CoManagementHandler.log`.", {
        rights: "user",
      }),
    ],
    sources: [{ page: "mdmEnrollment9001f" }, adalTable],
  },
]
