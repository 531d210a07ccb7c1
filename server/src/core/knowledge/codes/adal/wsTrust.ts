import type { CodeEntry } from "../../code.ts"
import { authenticationPhase } from "../../headings.ts"
import { shared, testAsSystem } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"
import { adalTable, issuance, otherVendor, prerequisites, serversOwnCode, untouchedAnswer } from "./advice.ts"

/** What happens when a federated join fails: the join by sync. */
const caveats: Source = { page: "hybridHowTo", heading: "Federation caveats", anchor: "federation-caveats" }

const windowsEndpoints = shared(
  reads(
    "In AD FS, open Service > Endpoints and check that `/adfs/services/trust/13/windowstransport` and `/adfs/services/trust/2005/windowstransport` are enabled. They are for the intranet: leave them off on the Web Application Proxy.",
    { rights: "directory-administrator", where: "federation-service" },
  ),
)

const openMex = shared(
  reads(
    "Run `curl.exe -i` as SYSTEM with the metadata (MEX) address, with AD FS `/adfs/services/trust/mex` on the host of the federation service. XML has to come back, and it has to list the endpoints.",
    { rights: "system" },
  ),
)

const federationServerLog = shared(
  reads("Read AD FS > Admin in Event Viewer on the federation servers for the minute of the attempt.", {
    rights: "directory-administrator",
    where: "federation-service",
  }),
)

/** Facility 0xaa9 of ADAL: the sign-in at a federation service, from its metadata (MEX) to WS-Trust. */
export const adalWsTrustCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x4aa9000d",
    symbols: ["INFO_ADAL_WSTRUST_TOKEN_REQUEST_SUCCESS"],
    places: ["auth"],
    title: "WS-Trust request succeeded",
    cause: "The token request over WS-Trust succeeded. The federation service and the path to it worked.",
    resolution: [
      reads(
        "If the attempt failed all the same, read on from here in the log: the fault came later, above all in what Microsoft Entra ID answered to the token.",
      ),
    ],
    nature: "information",
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0x8aa90021",
    symbols: ["WARNING_ADAL_WS_TRUST_POLICY_VALIDATION"],
    places: ["auth"],
    title: "a WS-Trust policy in MEX did not pass the check",
    cause: "While the library checked the WS-Trust policies that the federation service publishes, one of them failed.",
    resolution: [
      reads(
        "Look for 0xcaa90022 or 0xcaa90023 behind it: then no usable policy was left, and that code is the one to solve. Leave it alone if the sign-in works.",
      ),
      openMex,
    ],
    nature: "warning",
    sources: [adalTable],
    confidence: "inferred",
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
        { rights: "user" },
      ),
    ],
    nature: "warning",
    sources: [adalTable],
    confidence: "inferred",
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
      reads(
        "If the sign-in fails, search the MEX document of the federation service for addresses that begin with `http:`.",
        { rights: "user" },
      ),
      changes("Have the federation service publish them with https.", { where: "federation-service" }),
    ],
    nature: "warning",
    sources: [adalTable],
    confidence: "inferred",
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
        { rights: "directory-administrator", where: "federation-service" },
      ),
      otherVendor,
    ],
    sources: [adalTable, issuance],
    confidence: "inferred",
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
        "For a join, open event 305 in the User Device Registration log and read `AdalLog`: the other HRESULT values there are the errors underneath.",
        {
          inLog: [
            {
              fields: ["Event 305"],
              leaves:
                "Event 305 stands in this log: the other HRESULT values in its `AdalLog` are the errors underneath.",
            },
          ],
          rights: "user",
        },
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
      reads(
        "Record one attempt on the PC and look at the first characters of the answer. `<html` means that a web page came instead.",
      ),
      untouchedAnswer,
      federationServerLog,
    ],
    sources: [adalTable, prerequisites],
    confidence: "inferred",
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
      reads(
        "Read the text of the fault: for a join it is in `AdalLog` and `Server error` of event 305, for a PRT in event 1088 of AAD Operational. A code that begins with MSIS is from AD FS.",
        {
          inLog: [
            {
              fields: ["Server error"],
              leaves: "The text of the fault is {0}. A code that begins with MSIS is from AD FS.",
            },
            {
              fields: ["Event 305"],
              leaves:
                "Event 305 stands in this log: the server's own words are in it, behind `Server error` and in `AdalLog`.",
            },
          ],
          rights: "user",
        },
      ),
      federationServerLog,
      reads(
        "Check the settings of the federation service: that computer accounts may sign in, and that the rules for their claims are complete.",
        { rights: "directory-administrator", where: "federation-service" },
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
      reads("Check that the on-premises identity provider supports WS-Trust at all.", {
        rights: "directory-administrator",
        where: "federation-service",
      }),
      windowsEndpoints,
      otherVendor,
      "Where WS-Trust cannot be had, the PC can still join by sync from Windows 10 version 1803 on: Microsoft Entra Connect has to synchronize its computer object, and `Fallback to Sync-Join` has to be ENABLED.",
    ],
    note: "Microsoft describes the join by sync as the way out for AD FS. That it helps with another provider is inferred.",
    sources: [authenticationPhase, issuance, caveats, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa90020",
    symbols: ["ERROR_ADAL_WS_TRUST_METADATAURL_NOT_SECURE"],
    places: ["auth"],
    title: "MEX address is not https",
    cause: "The address at which the federation service publishes its metadata (MEX) is not a secure one.",
    resolution: [
      reads(
        "Read `MetadataExchangeUri` in the output of `Get-MgDomainFederationConfiguration -DomainId` and the name of the domain: it has to begin with `https:`.",
        { rights: "directory-administrator", where: "entra" },
      ),
      changes(
        "If it begins with `http:`, publish the metadata with https, and correct the address with `Update-MgDomainFederationConfiguration`.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
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
        { rights: "directory-administrator", where: "federation-service" },
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
    sources: [adalTable],
    confidence: "inferred",
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
