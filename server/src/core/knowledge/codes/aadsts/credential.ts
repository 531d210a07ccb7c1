import type { CodeEntry } from "../../code.ts"
import { changes, reads } from "../../step.ts"
import { appAnswer, table } from "./advice.ts"

/** Answers about what an app, or Windows, proves itself by: a secret, a signature, a token handed on. */
export const credentialCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS240002",
    symbols: ["RequiredClaimIsMissing"],
    places: ["any"],
    title: "ID token where a token for an app is wanted",
    cause:
      "A program handed in an ID token to get another token for it (a JWT bearer grant), and that ID token lacks a claim which this needs.",
    resolution: [
      changes("In an app of your own, hand in the access token that the app was called with, not the ID token.", {
        proves: "In an app that you bought: tell its maker.",
        where: "app",
      }),
      changes(
        "If it came while a bulk token for a provisioning package was fetched, fetch it again with another administrator's account.",
        { rights: "directory-administrator", where: "entra" },
      ),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50012",
    symbols: ["AuthenticationFailed"],
    places: ["any"],
    title: "signing certificate of an app not authorized",
    cause:
      "A request was signed with a certificate that Microsoft Entra ID does not take for this app: its name or thumbprint is not authorized, its chain is not valid, or the signature is wrong.",
    resolution: [
      reads("Compare the thumbprint in the message with the certificates that the app registration lists.", {
        proves:
          "Not listed: upload that certificate, or let the app sign with a listed one. Listed: see whether it has run out.",
        rights: "directory-administrator",
        where: "app",
      }),
      changes(
        "Upload the current certificate to the app registration, or have the app sign with the one that is there.",
        {
          rights: "directory-administrator",
          where: "app",
        },
      ),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50013",
    symbols: ["InvalidAssertion"],
    places: ["any"],
    title: "assertion not valid",
    cause:
      "Something that should prove who asks was not accepted: it has expired, is malformed, comes from another issuer, or holds a refresh token that is no primary one.",
    resolution: [
      reads("Compare the clock of the PC, or of the app's server, with the time: an assertion is valid for minutes.", {
        proves: "Minutes apart: set the clock. Right: the app handed on an old token.",
        rights: "user",
      }),
      reads("Read the rest of the message, which names what did not fit."),
      changes("In an app of your own, hand on the token it was called with while that is valid, unchanged.", {
        where: "app",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS500133",
    symbols: [],
    places: ["any"],
    title: "assertion outside its valid time",
    cause: "The token that was handed in as proof has run out or is not valid yet. The message gives both times.",
    resolution: [
      reads("Compare the two times that the message gives.", {
        rights: "user",
        proves:
          "Far apart: the token is old, and the app has to get a new one. A little apart: a clock is wrong; set it on that side.",
      }),
      changes("In an app of your own, get a new token before it asks in a user's name.", { where: "app" }),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS70002",
    symbols: ["InvalidClient"],
    places: ["post-join"],
    title: "credentials not accepted, a second code may say why",
    cause:
      "The credentials in the request did not pass. Alone, the code means a wrong secret of an app. From a device it can come with a second code in the same text, such as AADSTS50155, and that one is the cause.",
    resolution: [
      reads("Read the whole message of the server and look for a second AADSTS code behind this one.", {
        rights: "user",
        inLog: [
          {
            fields: ["Server Error Description"],
            when: /AADSTS(?!70002)\d+/,
            leaves: "The whole message is {0}: its second code is the cause.",
          },
        ],
        proves:
          "If there is a second one, it is the cause: look it up. If there is none, an app sent a wrong secret: that is for its owner.",
      }),
      reads(
        "If it is AADSTS50155 on a PC that Configuration Manager enrolls, with 0xcaa9001f in its log, follow 0xcaa9001f first.",
        { rights: "user" },
      ),
    ],
    sources: [table, { page: "mdmEnrollment9001f", heading: "Symptoms", anchor: "symptoms" }],
  },
  {
    kind: "code",
    code: "AADSTS7000215",
    symbols: [],
    places: ["any"],
    title: "secret of the app not valid",
    cause: "The app proved itself by a client secret, and that is not the secret that its registration has.",
    resolution: [
      reads("See that the app uses the *Value* of the secret and not its *Secret ID*.", {
        proves: "The ID: put the value in its place. The value: it has run out or belongs to another app.",
        rights: "directory-administrator",
        where: "app",
      }),
      changes("Else make a new secret in the app registration, and give it to the app.", {
        rights: "directory-administrator",
        where: "app",
      }),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS7000222",
    symbols: ["InvalidClientSecretExpiredKeysProvided"],
    places: ["any"],
    title: "secret of the app expired",
    cause: "All client secrets that the app could prove itself by have expired.",
    resolution: [
      changes("Make a new secret in the app registration, or better a certificate, and give it to the app.", {
        proves: "If the app still fails, it reads its secret from another place.",
        rights: "directory-administrator",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS700027",
    symbols: [],
    places: ["any"],
    title: "signature of an assertion not accepted",
    cause:
      "The request was signed, and the signature did not pass: the key that made it is not one that is registered for the sender, or the sender's clock is wrong.",
    resolution: [
      reads("Read the reason in the message, and the thumbprint of the certificate where it names one.", {
        rights: "user",
        proves: "A certificate that is not listed: upload it. A time: set the clock of the app's server.",
      }),
      reads(
        "If it came to Windows itself, in a PRT attempt or event 1081, run `dsregcmd /status` elevated: `KeySignTest` tells whether the device's keys can sign.",
        { rights: "administrator" },
      ),
      changes(
        "In an app, upload the certificate it signs with to its registration, and set its server's clock right.",
        {
          where: "app",
        },
      ),
    ],
    confidence: "inferred",
    sources: [table],
  },
]
