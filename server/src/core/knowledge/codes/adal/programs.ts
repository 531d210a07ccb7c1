import type { CodeEntry } from "../../code.ts"
import { authenticationPhase, deviceDetails } from "../../headings.ts"
import { shared } from "../../shared.ts"
import { reads } from "../../step.ts"
import { adalTable, askingProgram, serversOwnCode } from "./advice.ts"

const deviceKey = shared(
  reads(
    "On a joined PC, read `DeviceCertificateValidity`, and `KeySignTest` from an elevated prompt: they tell whether the PC can prove itself at all.",
    {
      proves:
        "Dates that are over, or FAILED: that is the cause; register the PC again. Both in order: restart the PC and repeat the sign-in.",
      rights: "administrator",
    },
  ),
)

/** Facility 0xaa9 of ADAL: what a program asks for, and how a device or a program proves itself. */
export const adalProgramCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "0xcaa90001",
    symbols: ["ERROR_ADAL_SERVER_NO_AUTHORIZATION_CODE_FOUND"],
    places: ["any"],
    title: "no authorization code in the answer",
    cause:
      "The answer of the server should have brought an authorization code, to be exchanged for a token, and had none.",
    resolution: [
      reads(
        "Repeat the sign-in in the app and watch for a page that does not belong to it, such as that of a guest network.",
        {
          proves:
            "If such a page comes, pass it, or use another network. If none comes and it fails again, the app's developer has to look at its redirect address.",
          rights: "user",
        },
      ),
      askingProgram,
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90005",
    symbols: ["ERROR_ADAL_RESOURCE_OWNER_PASSWORD_CREDENTIAL_GRANT_FAIL"],
    places: ["any"],
    title: "token request with name and password failed",
    cause: "A program passed a user name and a password on to the server, and got no token for them.",
    resolution: [
      reads(
        "Look for AADSTS50126 (wrong name or password), AADSTS50055 (password expired) or AADSTS50076 (second factor) in AAD Operational at that second: each wants something else done.",
        {
          proves:
            "With one of them: follow it. With none: the password never reached a server; look for a network code of that second.",
          rights: "user",
        },
      ),
      reads(
        "Find the program that keeps a password: a federated join signs in with Windows authentication and passes none.",
      ),
    ],
    sources: [adalTable, authenticationPhase],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90007",
    symbols: ["ERROR_ADAL_URL_INVALID"],
    places: ["any"],
    title: "web address invalid or too long",
    cause: "An address that the library was to open is not a valid URL, or has too many characters.",
    resolution: [
      reads(
        "For a federated domain, look at form and length of each address in the output of `Get-MgDomainFederationConfiguration -DomainId` and its name; for an app, at the authority and the reply address it is set up with.",
        {
          proves: "One that is not `https://`, or is cut off: correct it. All right: the address came from the app.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      askingProgram,
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa9002d",
    symbols: ["ERROR_ADAL_CLIENT_CREDENTIAL_GRANT_FAIL"],
    places: ["any"],
    title: "program got no token with its own credentials",
    cause: "A program asked for a token in its own name (client credentials), without a user, and did not get it.",
    resolution: [
      reads(
        "Look under App registrations whether the secret or certificate of this program is still valid, and whether an administrator has consented to its permissions.",
        {
          proves:
            "Run out or no consent: renew it or give consent. Both right: the server's own words in AAD Operational say what else was missing.",
          rights: "directory-administrator",
          where: "app",
        },
      ),
      serversOwnCode,
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa9002f",
    symbols: ["ERROR_ADAL_NO_USER_INFO"],
    places: ["any"],
    title: "no user information found",
    cause: "The library needed to know for whom the token is, and found no user.",
    resolution: [
      reads(
        "Check in which account the program runs. Under a local account, or as SYSTEM, there is no work account to find.",
        {
          proves:
            "If so, start it in the session of the user with the work account. If it runs as that user already, see that the account stands under Access work or school.",
        },
      ),
      reads("In the user's own session, `whoami /upn` has to print the user principal name.", { rights: "user" }),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90032",
    symbols: ["ERROR_ADAL_PKEYAUTH_CHALLENGE_RESPONSE_EMPTY"],
    places: ["any"],
    title: "device proof came out empty",
    cause:
      "The server asked the device to prove itself with its key (PKeyAuth), and the header that should carry the proof was empty.",
    resolution: [deviceKey],
    sources: [adalTable, deviceDetails],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90036",
    symbols: ["ERROR_ADAL_PKEYAUTH_NONCE_EMPTY"],
    places: ["any"],
    title: "device challenge without a nonce",
    cause:
      "The server's challenge to the device (PKeyAuth) has no nonce, the one-time value that the device has to sign.",
    resolution: [
      reads(
        "Test once without the proxy, then look at the federation service if it sent the challenge: the challenge is made by the server.",
        {
          proves:
            "If it works without the proxy, that one drops a header. If it fails there too, the server has to send the nonce: tell whoever runs it.",
          where: "network",
        },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90037",
    symbols: ["ERROR_ADAL_PKEYAUTH_AUDIENCE_EMPTY"],
    places: ["any"],
    title: "device challenge without an audience",
    cause: "The challenge to the device (PKeyAuth) does not say for which server the proof is meant.",
    resolution: [
      reads(
        "Find out which server sent the challenge, and whether other PCs get the same. If they do, it is for that server to repair.",
        {
          proves:
            "Other PCs get it too: it is for that server to repair; take it the code and the time. This PC alone: start the join once more.",
        },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
  {
    kind: "code",
    code: "0xcaa90038",
    symbols: ["ERROR_ADAL_JWT_BEARER_GRANT_FAIL"],
    places: ["any"],
    title: "token request with a signed JWT failed",
    cause: "A token was asked for with a signed JSON web token (JWT) as the proof, and the request failed.",
    resolution: [
      reads(
        "Look for an AADSTS code in AAD Operational at the same second: AADSTS50013 or AADSTS500133 speaks of the JWT and its time, AADSTS700027 of its signature.",
        { proves: "With one: follow it. With none: the request did not reach the server.", rights: "user" },
      ),
      reads(
        "Check the clock of the PC: what is signed carries the time, and a server turns down what is too old or not yet valid.",
        { rights: "user" },
      ),
    ],
    sources: [adalTable],
    confidence: "inferred",
  },
]
