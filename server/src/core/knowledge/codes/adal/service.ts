import type { CodeEntry } from "../../code.ts"
import { authenticationPhase } from "../../headings.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { fact, reads } from "../../step.ts"
import { adalTable, askingProgram, issuance, serversOwnCode } from "./advice.ts"

const signInLogs = shared(
  reads(
    "Find the attempt in the sign-in logs of the Microsoft Entra admin center, by user and time: they name the requirement that was not met.",
    {
      proves:
        "A requirement: meet it, or take the user out of it. No attempt there: another server refused; see `Endpoint URI`.",
      rights: "directory-administrator",
      where: "entra",
    },
  ),
)

/** What Microsoft Entra ID means by the words of OAuth that these numbers stand for. */
const oauthErrors: Source = {
  page: "authCodeFlow",
  heading: "Error codes for authorization endpoint errors",
  anchor: "error-codes-for-authorization-endpoint-errors",
}

/** Facility 0xaa2 of ADAL: the OAuth errors that an authorization server answered with. */
export const adalServiceCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xcaa20001",
    symbols: ["ERROR_ADAL_SERVER_ERROR_UNAUTHORIZED_CLIENT"],
    places: ["any"],
    title: "program not allowed to ask in this way",
    cause:
      "The authorization server does not let this program ask for an authorization code by this method. It is the program that was turned down, not the user or the PC.",
    resolution: [
      reads(
        "Look for AADSTS700016 (no such app in the tenant) or AADSTS7000112 (app disabled) at that second, in AAD Operational or, for a join, in event 305.",
        {
          proves:
            "700016: the tenant is the wrong one or has not got the app. 7000112: somebody disabled it. Neither: go on with the app's identifier.",
          rights: "user",
        },
      ),
      reads(
        "Take the application (client) ID from the server's text and look it up under App registrations or Enterprise applications: it has to exist in this tenant and to allow the kind of sign-in used.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    sources: [oauthErrors, adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa20002",
    symbols: ["ERROR_ADAL_SERVER_ERROR_INVALID_REQUEST"],
    places: ["any"],
    title: "malformed token request",
    cause:
      "The authorization server could not use the request as it came: a parameter was missing, repeated, or had a value that is not allowed.",
    resolution: [
      reads(
        "Read the server's description in AAD Operational, or in event 305 of a join: it names the part of the request that was wrong, as AADSTS900144 does with a parameter that is missing.",
        {
          proves:
            "If it names a part, the program sends it wrong and has to be corrected. If it names none, a proxy may have changed the request: try without it.",
          rights: "user",
        },
      ),
      askingProgram,
    ],
    sources: [oauthErrors, adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa20003",
    symbols: ["ERROR_ADAL_SERVER_ERROR_INVALID_GRANT"],
    places: ["auth"],
    title: "SAML token not accepted by Microsoft Entra ID",
    cause:
      "The on-premises identity provider did issue a SAML token, and Microsoft Entra ID turned it down. Network and endpoints have done their part by then.",
    resolution: [
      reads(
        "Read `Server error` in event 305 of the User Device Registration log: AADSTS50008, AADSTS50107 or AADSTS90020 there tells whether the token, its issuer or its ImmutableID was turned down.",
        {
          proves:
            "50008: the certificate or the clock of the federation service. 50107: its issuer. 90020: its ImmutableID. Another code: look it up. No event 305: go on with the claims.",
          inLog: [
            {
              fields: ["Server error"],
              leaves:
                "The server said {0}: AADSTS50008 is about the token, AADSTS50107 about its issuer, AADSTS90020 about its ImmutableID.",
            },
            {
              fields: ["Event 305"],
              leaves: "Event 305 stands in this log: what it has behind `Server error` and `AdalLog` is the cause.",
            },
          ],
          rights: "user",
        },
      ),
      reads(
        "On an AD FS server run `Get-AdfsRelyingPartyTrust -Identifier urn:federation:MicrosoftOnline`, and read `IssuanceTransformRules`. A join needs `accounttype` with the value DJ, `onpremobjectguid` and `primarysid`.",
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves:
            "One is missing: let Microsoft Entra Connect write the rules, under *Configure device options* > *Configure Microsoft Entra hybrid join*. All are there: go on.",
        },
      ),
      reads(
        "With more than one verified domain, check `issuerid` too: its value has to belong to a verified domain, and no older rule may issue it a second time. If users get an `ImmutableID`, computers need one as well.",
        { rights: "directory-administrator", where: "federation-service" },
      ),
      fact("In AD FS these rules are in the relying party trust `urn:federation:MicrosoftOnline`."),
    ],
    note: "The table behind the name is wider: a grant was not accepted, whichever it was. That it is the SAML token is what Microsoft says of a hybrid join. Which AADSTS codes come with it is inferred from their meanings.",
    sources: [authenticationPhase, issuance, adalTable],
  },
  {
    kind: "code",
    code: "0xcaa20004",
    symbols: ["ERROR_ADAL_SERVER_ERROR_ACCESS_DENIED"],
    places: ["any"],
    title: "request denied",
    cause:
      "The authorization server, or whoever owns the resource, said no. The request arrived and was decided on, so the network is not at fault.",
    resolution: [
      signInLogs,
      reads(
        "For an app, look there for a Conditional Access policy first. A PRT is issued without asking such policies.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    note: "Microsoft ties the number to Conditional Access in its article on sign-in errors in Teams.",
    sources: [adalTable, { page: "teamsSignIn" }, oauthErrors, { page: "prtConcept" }],
  },
  {
    kind: "code",
    code: "0xcaa20005",
    symbols: ["ERROR_ADAL_SERVER_ERROR_TEMPORARILY_UNAVAILABLE"],
    places: ["any"],
    title: "authorization server overloaded or in maintenance",
    cause: "The server that issues tokens could not serve the request at the moment, for load or for maintenance.",
    resolution: [
      reads(
        "Look at the service health in the Microsoft 365 admin center, or at your federation servers if they issue the token.",
        {
          proves:
            "A fault that is known: wait until it is over. None: repeat after some minutes, for a single refusal is chance.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("Wait, then repeat the sign-in; a hybrid join repeats itself every hour.", { rights: "user" }),
    ],
    sources: [
      oauthErrors,
      adalTable,
      {
        page: "registration",
        heading: "Microsoft Entra hybrid joined in Federated environments",
        anchor: "microsoft-entra-hybrid-joined-in-federated-environments",
      },
    ],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa20006",
    symbols: ["ERROR_ADAL_SERVER_ERROR_UNSUPPORTED_RESPONSE_TYPE"],
    places: ["any"],
    title: "kind of answer not supported by the server",
    cause: "The request wanted an authorization code in a way that this authorization server does not offer at all.",
    resolution: [
      reads(
        "Check that the right server was asked. An on-premises federation service may offer less than Microsoft Entra ID.",
        {
          rights: "user",
          proves:
            "If Microsoft Entra ID was meant and another server answered, correct the address in the app or the domain's federation. If it was the right one, its vendor says which kinds of answer it offers.",
        },
      ),
      askingProgram,
    ],
    sources: [oauthErrors, adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa20007",
    symbols: ["ERROR_ADAL_SERVER_ERROR_INVALID_SCOPE"],
    places: ["any"],
    title: "unknown or malformed permission asked for",
    cause: "The permissions (scopes) named in the request are unknown to the server or not written correctly.",
    resolution: [
      reads(
        "Look for AADSTS70011 in AAD Operational at that time. Its description quotes the scope that was not valid.",
        {
          proves:
            "If it is there, the program has to ask for another scope. If it is not, the description of the code that stands there says more.",
          rights: "user",
        },
      ),
      askingProgram,
    ],
    sources: [
      adalTable,
      {
        page: "aadsts",
        heading: "Handling error codes in your application",
        anchor: "handling-error-codes-in-your-application",
      },
    ],
  },
  {
    kind: "code",
    code: "0xcaa20008",
    symbols: ["ERROR_ADAL_SERVER_ERROR_RECEIVED"],
    places: ["any"],
    title: "unexpected condition in the authorization server",
    cause: "Something went wrong inside the server that issues tokens, and it gave up on the request.",
    resolution: [
      reads(
        "If the server is your AD FS, open AD FS > Admin in Event Viewer on the federation servers. If it is Microsoft Entra ID, keep the time and the correlation ID for Microsoft Support.",
        {
          proves:
            "An error of that minute there: solve it first. None: repeat the request; what stays goes to Microsoft Support.",
          rights: "administrator",
        },
      ),
      reads("Repeat the attempt after a few minutes.", { rights: "user" }),
    ],
    sources: [oauthErrors, adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa20009",
    symbols: ["ERROR_ADAL_SERVER_ERROR_INVALID_CLIENT"],
    places: ["any"],
    title: "program did not authenticate itself",
    cause:
      "The server could not authenticate the program: it does not know it, got no proof from it, or does not support the kind of proof. The user's own sign-in is another matter.",
    resolution: [
      reads(
        "If the program signs in with a secret or a certificate of its own, check under App registrations > Certificates & secrets whether it has run out.",
        {
          proves:
            "Run out: make a new one and give it to the program. Still valid: the program sends none or the wrong one, and its maker has to correct that.",
          rights: "directory-administrator",
          where: "app",
        },
      ),
      serversOwnCode,
    ],
    sources: [oauthErrors, adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa2000a",
    symbols: ["ERROR_ADAL_SERVER_ERROR_UNSUPPORTED_UNSUPPORTED_GRANT_TYPE"],
    places: ["any"],
    title: "grant type not supported by the server",
    cause:
      "A token can be asked for against several kinds of proof (grant types). The one offered here is not among those the server takes.",
    resolution: [
      reads(
        "See which server answered. With a federation service that is not AD FS, ask its vendor for the grant types it supports.",
        {
          proves:
            "Its vendor may have to switch the grant type on. With AD FS or Microsoft Entra ID, the program asks in a way that is not meant for it.",
        },
      ),
    ],
    note: "The name has UNSUPPORTED twice in Microsoft's table.",
    sources: [oauthErrors, adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa2000b",
    symbols: ["ERROR_ADAL_SERVER_ERROR_INVALID_RESOURCE"],
    places: ["any"],
    title: "resource missing in the tenant or not set up",
    cause:
      "The token was asked for a resource that the tenant does not have, or that its configuration does not allow.",
    resolution: [
      reads(
        "For a join the resource is the registration service: look under Enterprise applications for the application ID 01cb2876-7ebd-4aa4-9cc9-d28bd4d359a9, and check that it is enabled.",
        {
          proves:
            "Disabled or missing: that is the cause, for every join of the tenant. Enabled: the program asks for another resource, which the server's text names.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      reads("For an app, look up the resource that the server's text names.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    sources: [
      oauthErrors,
      adalTable,
      { page: "entraKerberosJoin", heading: "Kerberos errors", anchor: "kerberos-errors" },
    ],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa2000c",
    symbols: ["ERROR_ADAL_SERVER_ERROR_INTERACTION_REQUIRED"],
    places: ["any"],
    title: "user has to act before a token is issued",
    cause:
      "The server does not issue the token silently: somebody has to sign in, give a second factor or answer a question first.",
    resolution: [
      reads(
        "Look for AADSTS50076, AADSTS50079 or AADSTS65001 at that second, in AAD Operational or in event 305 of a join: each names what the user has to do.",
        {
          proves:
            "50076 or 50079: the user gives or sets up a second factor. 65001: somebody gives consent. None: open the app in a window and see what it asks for.",
          rights: "user",
        },
      ),
      signInLogs,
      reads("Have the user open the app and finish the sign-in it shows.", { rights: "user" }),
      reads(
        "In a join nobody is there to answer. See that the federation service asks nothing more of computer accounts than Windows authentication.",
        { rights: "directory-administrator", where: "federation-service" },
      ),
    ],
    sources: [oauthErrors, adalTable, authenticationPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa20064",
    symbols: ["ERROR_ADAL_SERVER_ERROR_CODE_UNKNOWN"],
    places: ["any"],
    title: "server error that the library does not know",
    cause:
      "The server returned an error for which the library has no number. The number is a placeholder; the meaning is in the server's text alone.",
    resolution: [
      reads(
        "Copy the server's own words out of event 305 for a join, or else out of AAD Operational: with this number they are all there is to go by.",
        {
          proves:
            "With an AADSTS or MSIS code among them: look that up. Without one: the words themselves and the time are what Microsoft Support needs.",
          rights: "user",
        },
      ),
      reads(
        "If neither Microsoft Entra ID nor AD FS uses the code you find, look at what stands between: a proxy, or another vendor's federation service.",
        { rights: "user" },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
]
