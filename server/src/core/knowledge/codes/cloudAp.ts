import type { CodeEntry } from "../code.ts"
import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { changes, reads } from "../step.ts"
import { hybridTable } from "./prtTables.ts"

const plugIn: Source = {
  page: "prt",
  heading: 'Common CloudAP plug-in error codes ("AAD_CLOUDAP_E_" prefix, codes that begin with "0xc004")',
  anchor: "common-cloudap-plug-in-error-codes-aad_cloudap_e_-prefix-codes-that-begin-with-0xc004",
}

/** Which WS-Trust endpoints of AD FS have to be enabled. */
const federation: Source = { page: "hybridPlan", heading: "Federated environment", anchor: "federated-environment" }

const keepAnswerWhole = shared(
  changes(
    "Rule the proxy out first: exempt the address from it, or test without it, for a proxy that rewrites the answer gives this error as well.",
    { where: "network" },
  ),
)

const wsTrustEvent = shared(
  reads(
    "Event 1088 in AAD Operational keeps the code and the text that the WS-Trust endpoint answered with; look that code up.",
    {
      rights: "user",
      proves: "A code or words that this program explains: follow that. No event 1088: go on with the log of AD FS.",
    },
  ),
)

/** Codes of the CloudAP plug-in, which asks for the PRT at sign-in, and of the XML reader it uses. */
export const cloudApCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0x800484c1",
    symbols: ["AAD_CLOUDAP_E_WSTRUST_SAML_TOKENS_ARE_EMPTY"],
    places: ["post-join"],
    title: "WS-Trust endpoint answered with an error",
    cause:
      "A second form of 0xc00484c1: the WS-Trust endpoint of the federation service returned an error instead of a token.",
    resolution: [wsTrustEvent, keepAnswerWhole],
    note: "Only the PRT page lists this form.",
    sources: [plugIn],
  },
  {
    kind: "code",
    code: "0xc0048442",
    symbols: ["AAD_CLOUDAP_E_OAUTH_USER_SID_IS_EMPTY"],
    places: ["post-join"],
    title: "no user SID in the ID token",
    cause: "Microsoft Entra ID sent an ID token, but it reached the PC without the user's security identifier (SID).",
    resolution: [
      reads(
        "Check whether a proxy interferes with the answer of Microsoft Entra ID or changes it. That is the only remedy Microsoft gives.",
        {
          where: "network",
          proves:
            "Without the proxy the token comes: let it pass login.microsoftonline.com untouched. It does not: read the events of AAD > Operational of that minute.",
        },
      ),
    ],
    sources: [plugIn, hybridTable],
  },
  {
    kind: "code",
    code: "0xc004844c",
    symbols: ["AAD_CLOUDAP_E_OAUTH_USERNAME_IS_MALFORMED"],
    places: ["post-join"],
    title: "malformed UPN",
    cause:
      "The user's UPN does not have the form of an internet sign-in name such as `user@contoso.com`. On a Microsoft Entra joined PC the UPN is what the user typed; on a hybrid joined PC it is what the domain controller returned at sign-in.",
    resolution: [
      reads(
        "Read the UPN that was sent: event 1144 in AAD Analytic has it; on a hybrid joined PC `whoami /upn` prints it.",
        {
          proves:
            "No @, a blank or a special character in it: correct the name. A sound name: see whether the app sent another one.",
          rights: "user",
        },
      ),
      reads("Microsoft Entra joined: have the user sign in with the full UPN.", { rights: "user" }),
      changes(
        "Hybrid joined: if the name is wrong, correct the account's UPN in Active Directory, with a suffix that is a verified domain of the tenant.",
        { rights: "directory-administrator", where: "active-directory" },
      ),
    ],
    sources: [plugIn, hybridTable, { page: "hybridPlan" }],
  },
  {
    kind: "code",
    code: "0xc004848b",
    symbols: ["AAD_CLOUDAP_E_HTTP_PASSWORD_URI_IS_EMPTY"],
    places: ["post-join"],
    title: "no password endpoint in the MEX answer",
    cause:
      "The metadata exchange (MEX) document of the federation service lists no address for sign-in with a password. Its configuration is incomplete.",
    resolution: [
      reads(
        "Open the MEX document of the federation service, with AD FS `/adfs/services/trust/mex`, and search it for `usernamemixed`: those are the addresses that are missing.",
        {
          rights: "user",
          proves:
            "They are there: the list is right now; ask for the token again. They are not: enable these endpoints in AD FS, Service > Endpoints.",
        },
      ),
      keepAnswerWhole,
      changes(
        "Correct the MEX configuration so that the password addresses are listed; in AD FS, enable the `usernamemixed` endpoints.",
        { where: "federation-service" },
      ),
    ],
    note: "That the missing addresses are the `usernamemixed` ones is inferred from the list of endpoints AD FS needs.",
    sources: [plugIn, hybridTable, federation],
  },
  {
    kind: "code",
    code: "0xc004848c",
    symbols: ["AAD_CLOUDAP_E_HTTP_CERTIFICATE_URI_IS_EMPTY"],
    places: ["post-join"],
    title: "no certificate endpoint in the MEX answer",
    cause:
      "The identity provider's MEX document is set up wrongly: it has no address for sign-in with a certificate, as a smart card needs it.",
    resolution: [
      reads(
        "Look in the identity provider's MEX document for addresses with `certificatemixed`; a smart card sign-in needs one.",
        {
          rights: "user",
          proves:
            "They are there: look at the certificate of the card. They are not: enable these endpoints at the federation service.",
        },
      ),
      keepAnswerWhole,
      changes(
        "Have the identity provider list valid certificate addresses in its MEX answer. In AD FS these are the `certificatemixed` endpoints of WS-Trust.",
        { where: "federation-service" },
      ),
    ],
    note: "That the missing addresses are the `certificatemixed` ones is inferred: Microsoft asks for them where people sign in to Windows with a smart card or certificate.",
    sources: [plugIn, hybridTable, federation, { page: "prtConcept" }],
  },
  {
    kind: "code",
    code: "0xc00484c1",
    symbols: ["AAD_CLOUDAP_E_WSTRUST_SAML_TOKENS_ARE_EMPTY"],
    places: ["post-join"],
    title: "error from the WS-Trust endpoint",
    cause: "The PC asked the federation service for a SAML token over WS-Trust and got an error back.",
    resolution: [
      reads(
        "Read AD FS > Admin in Event Viewer on the federation servers for that minute, beside event 1088 on the PC.",
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves:
            "An error there has the reason: correct what it names. None: the request did not reach this server; look at the others, and at the proxy in front.",
        },
      ),
      wsTrustEvent,
      keepAnswerWhole,
    ],
    note: "The hybrid join page prints its decimal form with two minus signs; -1073445695 is right.",
    sources: [plugIn, hybridTable],
  },
  {
    kind: "code",
    code: "0xc00485d3",
    symbols: [],
    places: ["post-join"],
    title: "name behind a SID not looked up",
    cause:
      "Windows asked Microsoft Entra ID for the account behind a security identifier (SID) and got no name, mostly because the server answered HTTP 400. It is no failure of the PRT.",
    resolution: [
      reads(
        "Look at event 1025 of the same second in AAD Operational: an address that ends in `sidtoname` with status 400 confirms it.",
        {
          proves: "It confirms it: see next whether anybody is harmed. Another address: follow the code of that event.",
          rights: "user",
        },
      ),
      reads(
        "If users sign in and have a PRT, leave it. If somebody cannot sign in, check that the account is a member of this tenant, not a guest or one that was deleted and made anew.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    note: "No Microsoft page has the number; it is read from event logs of joined PCs, healthy ones among them.",
    confidence: "reported",
    sources: [plugIn],
  },
  {
    kind: "code",
    code: "0xc00cee4f",
    symbols: ["WC_E_DTDPROHIBITED"],
    places: ["post-join"],
    title: "DTD in the XML answer",
    cause:
      "The XML that the WS-Trust endpoint returned contains a document type definition (DTD). Windows does not accept one there and stops reading.",
    resolution: [
      reads("Find the address that sent it: event 1022 in AAD Analytic.", {
        proves: "Your identity provider: it has to leave the DTD out. A proxy: its page came in place of the answer.",
        rights: "administrator",
      }),
      changes("Change the identity provider's configuration so that it sends no DTD.", { where: "federation-service" }),
    ],
    sources: [
      {
        page: "prt",
        heading: 'Common XML error codes (codes that begin with "0xc00c")',
        anchor: "common-xml-error-codes-codes-that-begin-with-0xc00c",
      },
      hybridTable,
    ],
  },
]
