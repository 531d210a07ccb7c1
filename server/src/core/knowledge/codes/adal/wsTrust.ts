import type { CodeEntry } from "../../code.ts"
import { authenticationPhase } from "../../headings.ts"
import { windowsEndpoints } from "../../joinLadders.ts"
import { shared, testAsSystem } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"
import { adalTable, issuance, otherVendor, prerequisites, serversOwnCode, untouchedAnswer } from "./advice.ts"

/** What happens when a federated join fails: the join by sync. */
const caveats: Source = { page: "hybridHowTo", heading: "Federation caveats", anchor: "federation-caveats" }

const openMex = shared(
  reads(
    "Start `psexec -s -i cmd` (Sysinternals) as an administrator, and run `curl.exe -i https://HOST/adfs/services/trust/mex` there, with the host of the federation service (`Get-AdfsProperties` on an AD FS server names it as `HostName`). The page is MEX (metadata exchange), on which the service lists the addresses for WS-Trust.",
    {
      rights: "system",
      proves:
        "XML that names `windowstransport`: the list is right now; start the join. XML without it: that endpoint is off; enable it. A web page: a proxy, a load balancer or an error of the service answered, and its text tells which. No answer: the PC does not reach the service; connect it to the company network or its VPN.",
    },
  ),
)

const federationServerLog = shared(
  reads(
    "On each federation server open Applications and Services Logs > AD FS > Admin in Event Viewer, and read the errors of the minute of the attempt.",
    {
      rights: "directory-administrator",
      where: "federation-service",
      proves:
        "An error there has the reason: a claim rule, an access policy or the account of the computer; correct what it names. If there is none, the request did not reach this server: look at the others, then at the load balancer and the proxy in front.",
    },
  ),
)

const trustForComputers = shared(
  reads(
    "On an AD FS server run `Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline`, and read `Enabled`, `AccessControlPolicyName` and `IssuanceTransformRules`.",
    {
      rights: "directory-administrator",
      where: "federation-service",
      proves:
        "`Enabled : False`: turn it on with `Enable-AdfsRelyingPartyTrust`. A policy that lets only groups of users through: add the domain's computers. No rules with `accounttype`, `onpremobjectguid` and `primarysid`: let Microsoft Entra Connect write them, under *Configure device options*. All there: go on.",
    },
  ),
)

const whichService = shared(
  reads(
    "In a PowerShell window with Microsoft Graph run `Get-MgDomainFederationConfiguration -DomainId {Suffix}` with the domain of the user names, and read `ActiveSignInUri` and `MetadataExchangeUri`.",
    {
      rights: "directory-administrator",
      where: "entra",
      proves:
        "Addresses of AD FS, with `/adfs/`: go on with its endpoints. Addresses of another service: see the step for that. Nothing, or an empty `ActiveSignInUri`: this federation has no WS-Trust, and the PC can only join by sync.",
    },
  ),
)

const joinBySync = shared(
  reads(
    "Where WS-Trust cannot be had, let the PC join by sync, which needs no token: Microsoft Entra Connect brings its computer object to Microsoft Entra ID (Windows 10 version 1803 and later). In `dsregcmd /status`, section Diagnostic Data, read `Fallback to Sync-Join`.",
    {
      rights: "administrator",
      proves:
        "ENABLED: the next attempt goes on by sync as soon as the object is there; see that its organizational unit is in the scope of Microsoft Entra Connect. DISABLED: set `FallbackToSyncJoin` below `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CDJ` to 1.",
      inLog: [
        {
          fields: ["Fallback to Sync-Join"],
          when: /^ENABLED/i,
          leaves: reads(
            "Where WS-Trust cannot be had, let the PC join by sync, which needs no token: `Fallback to Sync-Join` is ENABLED here, and Microsoft Entra Connect has to bring the computer object to Microsoft Entra ID. Check under *Customize synchronization options* > *Domain and OU filtering* that its organizational unit is selected.",
            {
              rights: "directory-administrator",
              where: "entra",
              proves:
                "If it is not, select it. If it is, let the next sync end, every 30 minutes by default, and start the join.",
            },
          ),
        },
      ],
    },
  ),
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
        {
          rights: "user",
          proves:
            "With a later code: that one is the cause. With none: this step went well, and nothing is to be done.",
        },
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
        { proves: "With one of them: solve that. With neither, and a sign-in that works: nothing is left to do." },
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
        {
          proves: "Sign-in works: leave it. It fails with 0xcaa90022 or 0xcaa90023: that code is the one to solve.",
          rights: "user",
        },
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
        {
          proves: "Found: publish them with https, as below. None: another code of the attempt is the cause.",
          rights: "user",
        },
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
    resolution: [federationServerLog, trustForComputers, otherVendor],
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
          proves:
            "With another number: that one is the cause. With none: the server answered, and its own words are the cause.",
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
        "Ask whoever runs the network whether a proxy, a load balancer or a sign-in gateway stands between the PC and the federation service and may answer with a page of its own.",
        {
          where: "network",
          proves:
            "One does: see what it answered to this PC at that minute, and let the federation service pass untouched. None: the service itself sent something else; fetch its metadata and read its log.",
        },
      ),
      openMex,
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
          proves:
            "A code MSIS…: it names the rule, the policy or the account at fault; look it up. No words at all: the log of the federation servers has them; go on.",
        },
      ),
      federationServerLog,
      trustForComputers,
      windowsEndpoints,
    ],
    sources: [authenticationPhase, issuance, adalTable, { page: "enableEndpoint" }],
  },
  {
    kind: "code",
    code: "0xcaa90017",
    symbols: ["ERROR_ADAL_PROTOCOL_NOT_SUPPORTED"],
    places: ["auth"],
    title: "identity provider does not use WS-Trust",
    cause:
      "The authentication protocol is not WS-Trust, the one that Windows needs to sign a computer in at the federation service.",
    resolution: [whichService, windowsEndpoints, openMex, otherVendor, joinBySync],
    note: "Microsoft describes the join by sync as the way out for AD FS. That it helps with another provider is inferred.",
    sources: [
      authenticationPhase,
      issuance,
      caveats,
      adalTable,
      { page: "enableEndpoint" },
      { page: "domainFederation" },
    ],
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
        {
          proves:
            "`http:`: go on and correct it. `https:`: the PC got another address from somewhere; look at the answer on another network.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      changes(
        "If it begins with `http:`, publish the metadata with https, and correct the address with `Update-MgDomainFederationConfiguration`.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    sources: [adalTable, { page: "domainFederation" }],
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
    sources: [adalTable, issuance, { page: "enableEndpoint" }],
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
        "On an AD FS server run `Get-AdfsEndpoint -AddressPath /adfs/services/trust/13/usernamemixed` and the same for `/adfs/services/trust/2005/usernamemixed`.",
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves:
            "`Enabled : False`: enable it with `Enable-AdfsEndpoint -TargetAddressPath` and the path, and restart the service. True for both: go on.",
        },
      ),
      windowsEndpoints,
      openMex,
      otherVendor,
    ],
    sources: [authenticationPhase, issuance, adalTable, { page: "enableEndpoint" }],
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
        {
          rights: "user",
          proves: "With one: look that up. Without one: fetch the document as the next step says, and see what comes.",
        },
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
    resolution: [openMex, untouchedAnswer],
    sources: [authenticationPhase, prerequisites, adalTable],
  },
]
