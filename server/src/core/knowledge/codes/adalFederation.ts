import type { CodeEntry } from "../code.ts"
import { connectionPoint, discoverPhase } from "../headings.ts"
import { shared, testAsSystem } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"
import { adalTable, authenticationPhase, inferred, issuance, prerequisites, serversOwnCode } from "./adalService.ts"

/** What happens when a federated join fails: the join by sync. */
const caveats: Source = { page: "hybridHowTo", heading: "Federation caveats", anchor: "federation-caveats" }

const windowsEndpoints = shared(
  reads(
    "In AD FS, open Service > Endpoints and check that `/adfs/services/trust/13/windowstransport` and `/adfs/services/trust/2005/windowstransport` are enabled. They are for the intranet: leave them off on the Web Application Proxy.",
    { where: "federation-service" },
  ),
)

const openMex = shared(
  reads(
    "Open the metadata (MEX) address as SYSTEM, with AD FS `/adfs/services/trust/mex` on the host of the federation service. XML has to come back, and it has to list the endpoints.",
    { rights: "system" },
  ),
)

const otherVendor = shared(
  "With another federation service than AD FS, follow its vendor's guide: it has to support WS-Trust 1.3 or 2005 and to publish those endpoints in MEX.",
)

export const untouchedAnswer = shared(
  changes(
    "Make sure that no proxy answers instead or changes the answer: exempt login.microsoftonline.com and the federation service from TLS inspection, or test without the proxy.",
    { where: "network" },
  ),
)

const federationServerLog = shared(
  reads("Read AD FS > Admin in Event Viewer on the federation servers for the minute of the attempt.", {
    where: "federation-service",
  }),
)

export const domainFederation = shared(
  reads(
    "Run `Get-MgDomainFederationConfiguration -DomainId` with the name of the domain in Microsoft Graph PowerShell. `MetadataExchangeUri` and `ActiveSignInUri` have to be addresses of the federation service, with https.",
    { where: "directory" },
  ),
)

/** Facility 0xaa9 of ADAL, first part: the sign-in at a federation service, from the realm of the domain over MEX to WS-Trust. */
export const adalFederationCodes: readonly CodeEntry[] = [
  {
    kind: "code",
    code: "0x4aa9000d",
    symbols: ["INFO_ADAL_WSTRUST_TOKEN_REQUEST_SUCCESS"],
    places: ["auth"],
    title: "WS-Trust request succeeded",
    cause: "The token request over WS-Trust succeeded. The federation service and the path to it worked.",
    resolution: [
      "If the attempt failed all the same, the fault came later. Read on from here, above all for what Microsoft Entra ID answered to the token.",
    ],
    nature: "information",
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0x8aa90021",
    symbols: ["WARNING_ADAL_WS_TRUST_POLICY_VALIDATION"],
    places: ["auth"],
    title: "a WS-Trust policy in MEX did not pass the check",
    cause: "While the library checked the WS-Trust policies that the federation service publishes, one of them failed.",
    resolution: [
      "Leave it alone if the sign-in works. If 0xcaa90022 or 0xcaa90023 follows, no usable policy was left, and that code is the one to solve.",
      openMex,
    ],
    note: inferred,
    nature: "warning",
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0x8aa90024",
    symbols: ["WARNING_ADAL_WS_TRUST_MEX_NO_ADDRESS"],
    places: ["auth"],
    title: "an entry in MEX has no address",
    cause:
      "One port in the MEX document of the federation service has no address. The library goes on to the next one.",
    resolution: [
      reads(
        "Only act if no endpoint is found in the end. Then look in the MEX document for ports without `Address`, which a service other than AD FS may have written.",
      ),
    ],
    note: inferred,
    nature: "warning",
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0x8aa90025",
    symbols: ["WARNING_ADAL_WS_TRUST_MEX_ADDRESS_INSECURE"],
    places: ["auth"],
    title: "an address in MEX is not https",
    cause:
      "One of the addresses in the MEX document is not a secure one, so the library leaves it out and searches on.",
    resolution: [
      changes(
        "If the sign-in fails, search the MEX document for addresses that begin with `http:` and have the federation service publish them with https.",
        { where: "federation-service" },
      ),
    ],
    note: inferred,
    nature: "warning",
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90002",
    symbols: ["ERROR_ADAL_SERVER_ERROR_SAML_ASSERTION_NOT_FOUND"],
    places: ["auth"],
    title: "WS-Trust answer without a SAML assertion",
    cause: "The federation service answered over WS-Trust, but the answer holds no SAML assertion, which is the token.",
    resolution: [
      federationServerLog,
      reads(
        "Check in AD FS that the relying party trust `urn:federation:MicrosoftOnline` is enabled and that it lets computer accounts through.",
        { where: "federation-service" },
      ),
      otherVendor,
    ],
    note: inferred,
    sources: [adalTable, issuance],
  },
  {
    kind: "code",
    code: "0xcaa90006",
    symbols: ["ERROR_ADAL_WSTRUST_TOKEN_REQUEST_FAIL"],
    places: ["auth"],
    title: "token endpoint answered with an error",
    cause:
      "The request for an access token came back from the token endpoint with an error. This number only covers the real one.",
    resolution: [
      reads(
        "Open event 305 in the User Device Registration log and read `AdalLog`: the other HRESULT values there are the errors underneath.",
      ),
      reads(
        "Look those up here. 0xcaa82… is the network, 0xcaa301… an HTTP status, 0xcaa2… a refusal by the server, 0xcaa900… a step of WS-Trust.",
      ),
      serversOwnCode,
    ],
    sources: [authenticationPhase, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90013",
    symbols: ["ERROR_ADAL_FAILED_TO_PARSE_WSTRUST_RESPONSE"],
    places: ["auth"],
    title: "WS-Trust answer is not readable XML",
    cause: "What came back to the WS-Trust request is not the XML message that the library expects.",
    resolution: [
      untouchedAnswer,
      federationServerLog,
      reads(
        "Record one attempt on the PC and look at the first characters of the answer. `<html` means that a web page came instead.",
      ),
    ],
    note: inferred,
    sources: [adalTable, prerequisites],
  },
  {
    kind: "code",
    code: "0xcaa90014",
    symbols: ["ERROR_ADAL_WSTRUST_REQUEST_SECURITYTOKEN_FAILED"],
    places: ["auth"],
    title: "federation service returned a WS-Trust fault",
    cause:
      "The federation service answered the WS-Trust request with a fault instead of an assertion. It was reached, and it refused or failed.",
    resolution: [
      serversOwnCode,
      federationServerLog,
      reads(
        "Check the settings of the federation service: that computer accounts may sign in, and that the rules for their claims are complete.",
        { where: "federation-service" },
      ),
      windowsEndpoints,
    ],
    sources: [authenticationPhase, issuance, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90017",
    symbols: ["ERROR_ADAL_PROTOCOL_NOT_SUPPORTED"],
    places: ["auth"],
    title: "identity provider does not use WS-Trust",
    cause:
      "The authentication protocol is not WS-Trust, the one that Windows needs to sign a computer in at the federation service.",
    resolution: [
      reads("Check that the on-premises identity provider supports WS-Trust at all.", { where: "federation-service" }),
      windowsEndpoints,
      otherVendor,
      "Where WS-Trust cannot be had, the PC can still join by sync from Windows 10 version 1803 on: Microsoft Entra Connect has to synchronize its computer object, and `Fallback to Sync-Join` has to be ENABLED.",
    ],
    note: "Microsoft describes the join by sync as the way out for AD FS. That it helps with another provider is inferred.",
    sources: [authenticationPhase, issuance, caveats, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90018",
    symbols: ["ERROR_ADAL_COULDNOT_DISCOVER_USERREALM"],
    places: ["auth"],
    title: "realm of the domain not found out",
    cause: "The library could not find out whether the domain is managed or federated (its realm).",
    resolution: [
      reads("Check that https://login.microsoftonline.com opens as SYSTEM; this is where the realm is asked for.", {
        rights: "system",
      }),
      testAsSystem,
      reads("Check that `azureADName` in the service connection point (SCP) is a verified domain of the tenant.", {
        where: "directory",
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
      domainFederation,
      changes("If one of the two is empty, complete the federation settings of the domain.", {
        rights: "directory-administrator",
        where: "directory",
      }),
    ],
    note: inferred,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa9001b",
    symbols: ["ERROR_ADAL_USERREALM_RESPONSE_INVALID_JSON"],
    places: ["auth"],
    title: "realm answer is not valid JSON",
    cause: "The answer about the realm of the domain is not a JSON object.",
    resolution: [
      "Suspect the proxy first: an HTML sign-in page, sent with status 200, is how Microsoft explains the same fault in discovery (0x8007000d).",
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
        { where: "directory" },
      ),
      otherVendor,
    ],
    note: inferred,
    sources: [adalTable, issuance],
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
        { where: "directory" },
      ),
    ],
    note: inferred,
    sources: [adalTable, connectionPoint],
  },
  {
    kind: "code",
    code: "0xcaa9001e",
    symbols: ["ERROR_ADAL_USERREALM_RESPONSE_PARSE_FAILED"],
    places: ["auth"],
    title: "realm answer not understood",
    cause: "An answer to the realm question came, and taking it apart failed.",
    resolution: [
      untouchedAnswer,
      reads(
        "See whether other PCs of the same domain get it. All of them: check the domain in the tenant; one of them: check its way out.",
      ),
    ],
    note: inferred,
    sources: [adalTable, prerequisites],
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
        { where: "directory" },
      ),
      "If the domain is meant to be managed, nothing is broken in federation: the join goes by sync and waits for Microsoft Entra Connect.",
      reads("If it is meant to be federated, `Get-MgDomain` tells whether it still is.", { where: "directory" }),
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
      changes("In Configuration Manager, set up Cloud Management under Azure Services.", { where: "management" }),
      changes(
        "Turn on both kinds of discovery for the affected users: Active Directory User Discovery and Microsoft Entra user discovery.",
        { where: "management" },
      ),
      reads("Enrollment tries again every 15 minutes; follow it in `%WinDir%\\CCM\\logs\\CoManagementHandler.log`."),
    ],
    sources: [{ page: "mdmEnrollment9001f" }, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90020",
    symbols: ["ERROR_ADAL_WS_TRUST_METADATAURL_NOT_SECURE"],
    places: ["auth"],
    title: "MEX address is not https",
    cause: "The address at which the federation service publishes its metadata (MEX) is not a secure one.",
    resolution: [domainFederation],
    note: inferred,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90022",
    symbols: ["ERROR_ADAL_COULDNOT_DISCOVER_INTEGRATED_AUTH_ENDPOINT"],
    places: ["auth"],
    title: "no endpoint for Windows authentication in MEX",
    cause:
      "The library searched the metadata (MEX) of the federation service for an endpoint with Windows authentication over WS-Trust 1.3 and found none. It is the one at which a computer account signs in.",
    resolution: [windowsEndpoints, openMex, otherVendor],
    sources: [adalTable, issuance],
  },
  {
    kind: "code",
    code: "0xcaa90023",
    symbols: ["ERROR_ADAL_COULDNOT_DISCOVER_USERNAME_PASSWORD_ENDPOINT"],
    places: ["auth"],
    title: "no endpoint for name and password in MEX",
    cause:
      "The metadata (MEX) of the federation service names no WS-Trust endpoint at which one can sign in with user name and password.",
    resolution: [
      reads(
        "In AD FS, check under Service > Endpoints that `/adfs/services/trust/13/usernamemixed` and `/adfs/services/trust/2005/usernamemixed` are enabled.",
        { where: "federation-service" },
      ),
      windowsEndpoints,
      openMex,
      otherVendor,
    ],
    sources: [authenticationPhase, issuance, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa9002b",
    symbols: ["ERROR_ADAL_WS_TRUST_MEX_REQUEST"],
    places: ["auth"],
    title: "metadata (MEX) of the federation service not fetched",
    cause: "The request for the metadata of the federation service failed, so its endpoints are not known.",
    resolution: [
      reads(
        "Look for a second code from the same attempt: 0xcaa82… for the network, 0xcaa301… for an HTTP status. It is the reason.",
      ),
      openMex,
      testAsSystem,
    ],
    note: inferred,
    sources: [adalTable],
  },
  {
    kind: "code",
    code: "0xcaa9002c",
    symbols: ["ERROR_ADAL_FAILED_TO_PARSE_XML"],
    places: ["auth"],
    title: "federation service's answer is not XML",
    cause:
      "XML was expected from the on-premises federation service, and what came could not be read as XML. Either the service sent something else or something in between did.",
    resolution: [
      openMex,
      untouchedAnswer,
      reads(
        "If a web page comes back instead, its text tells whose it is: of the proxy, of a load balancer, or an error page of the federation service.",
      ),
    ],
    sources: [authenticationPhase, prerequisites, adalTable],
  },
]
