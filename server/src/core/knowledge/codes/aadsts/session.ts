import type { CodeEntry } from "../../code.ts"
import { changes, endsSignIns, fact, reads } from "../../step.ts"
import { NO, YES } from "../../yesNo.ts"
import { appAnswer, changedOutside, newPassword, reachController, table } from "./advice.ts"

/** Answers about a session or a token from before, which the user or a device shows again. */
export const sessionCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50058",
    symbols: ["UserInformationNotProvided"],
    places: ["any"],
    title: "silent sign-in without a session",
    cause:
      "An app tried to sign in without asking the user, and there was no session to use. Before the first sign-in that is expected.",
    resolution: [
      reads(
        "If the user had signed in before, look at `AzureAdPrt` in this log: without a PRT there is no session to take over.",
        {
          rights: "user",
          proves:
            "NO: follow the codes below it. YES: the browser did not show it; see which browser and window it was.",
          inLog: [
            { fields: ["AzureAdPrt"], when: YES },
            {
              fields: ["AzureAdPrt"],
              when: NO,
              leaves: "`AzureAdPrt` says NO here: without a PRT there is no session to take over.",
            },
          ],
        },
      ),
      reads("Otherwise let the user sign in to the app once.", { rights: "user" }),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50085",
    symbols: [],
    places: ["any"],
    title: "refresh token that wants a sign-in at the social account",
    cause:
      "The refresh token belongs to an account of a social identity provider, and that provider has to see the user again.",
    resolution: [
      changes("Have the user sign in to the app anew, with name and password.", {
        proves: "It works: the app has a new token. It comes back: the other provider revokes its tokens; see there.",
        rights: "user",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50089",
    symbols: [],
    places: ["any"],
    title: "sign-in that took too long to finish",
    cause:
      "A sign-in is carried from page to page by a token that expires, and this one had expired or was revoked when the next page came. It is an ordinary end of such a token.",
    resolution: [
      reads("Start the sign-in again and finish it without a long pause; the app asks for it by itself.", {
        proves: "It works: nothing is left to do. It comes again at once: cookies are blocked, or the clock is wrong.",
        rights: "user",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50132",
    symbols: ["SsoArtifactInvalidOrExpired"],
    places: ["post-join"],
    title: "session no longer valid after a password change",
    cause: "The session is no longer valid: the password expired, or it was changed a short time ago.",
    resolution: [
      reads("Ask since when the session runs, and whether the password expired or was changed in the meantime.", {
        rights: "user",
        proves:
          "Changed or expired: sign in again with the new one. Neither: somebody revoked the sessions; see the audit log.",
      }),
      newPassword,
      reachController,
    ],
    confidence: "inferred",
    sources: [table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50133",
    symbols: ["SsoArtifactRevoked"],
    places: ["post-join"],
    title: "session revoked after a password change",
    cause:
      "By its name the session was revoked. Microsoft explains it as it does AADSTS50132, by a password that expired or was changed.",
    resolution: [
      reads(
        "Look in the audit log of Microsoft Entra ID for a reset of the password or a revocation of the user's sessions shortly before.",
        {
          proves:
            "Found: sign out and in with the new password. Not found: the token is simply old; sign out and in as well.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      newPassword,
      reachController,
    ],
    confidence: "inferred",
    sources: [table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50140",
    symbols: ["KmsiInterrupt"],
    places: ["any"],
    title: "question whether to stay signed in",
    cause:
      "The sign-in paused to ask the user whether to stay signed in. It is a step of a sign-in, and not a failure by itself.",
    resolution: [
      reads("Let the user answer the question, and look at what the same sign-in says next.", {
        proves: "A success follows: nothing is wrong. Another code follows: look that up.",
        rights: "user",
      }),
      appAnswer,
    ],
    nature: "information",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50168",
    symbols: [],
    places: ["any"],
    title: "browser that could show the PRT and did not",
    cause:
      "The browser can take single sign-on from Windows, by its Windows accounts extension, and the request came without such a token or with one that had expired. Microsoft Entra ID interrupts the sign-in to ask for it.",
    resolution: [
      reads("Look at `AzureAdPrt` in this log: it is what the browser has to show.", {
        proves: "NO: follow the codes below it. YES: go on with the window that was used.",
        inLog: [
          { fields: ["AzureAdPrt"], when: YES },
          {
            fields: ["AzureAdPrt"],
            when: NO,
            leaves: "`AzureAdPrt` says NO here: the browser has nothing to show.",
          },
        ],
        rights: "user",
      }),
      reads(
        "Where it says YES, the interruption does its work by itself; repeat the sign-in in a window that is not private.",
        { rights: "user" },
      ),
    ],
    nature: "information",
    confidence: "inferred",
    sources: [table, { page: "prtConcept", heading: "Browser behavior", anchor: "browser-behavior" }],
  },
  {
    kind: "code",
    code: "AADSTS50173",
    symbols: ["FreshTokenNeeded"],
    places: ["post-join"],
    title: "token revoked",
    cause:
      "The token that was presented is from before the moment since which this user's tokens count. The password was changed or reset, or an administrator revoked the tokens.",
    resolution: [
      reads("Compare the two times in the message: when the token was issued, and from when on tokens are valid.", {
        rights: "user",
        proves: "Issued before: a new sign-in brings a new token. Issued after: the clock of the PC is wrong.",
      }),
      newPassword,
      reachController,
    ],
    sources: [{ page: "aadsts50173", heading: "Cause", anchor: "cause" }, table, changedOutside],
  },
  {
    kind: "code",
    code: "AADSTS50196",
    symbols: ["LoopDetected"],
    places: ["any"],
    title: "an app asks for tokens in a loop",
    cause: "One app sent the same request too often in a short time, so it is held off.",
    resolution: [
      reads("Find the app in the sign-in logs: it is the one with many requests of the same kind within minutes.", {
        proves:
          "An app of yours: it has to cache its tokens. Another: update or restart it. None stands out: wait some minutes.",
        rights: "directory-administrator",
        where: "entra",
      }),
      changes("Update or restart it; an app of your own has to cache its tokens and handle errors.", { where: "app" }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS51006",
    symbols: ["ForceReauthDueToInsufficientAuth"],
    places: ["any"],
    title: "session that was not begun with Windows authentication",
    cause:
      "The resource wants a sign-in that Windows did by itself (integrated Windows authentication), and the user's session was begun in another way.",
    resolution: [
      endsSignIns("Have the user sign out of the app and in again, on a PC where Windows can do it.", {
        proves: "If it fails there too, ask the app's owner why it wants Windows authentication.",
        rights: "user",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS70000",
    symbols: ["InvalidGrant"],
    places: ["any"],
    title: "refresh token not valid",
    cause:
      "The refresh token in the request did not pass. One reason that Microsoft names is a token that is bound to a key or a connection, shown from elsewhere.",
    resolution: [
      reads("Read the rest of the message: it may name a second code or say what did not match.", {
        rights: "user",
        proves: "A second code: look that up. None: sign in to the app again.",
      }),
      changes("Let the user sign in to the app anew, which brings a new token.", { rights: "user", where: "app" }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS70008",
    symbols: ["ExpiredOrRevokedGrant"],
    places: ["post-join"],
    title: "refresh token expired",
    cause:
      "Nobody used the refresh token for so long that it expired. By the name of the code, one that was revoked is answered alike.",
    resolution: [
      endsSignIns("Have the user sign out of Windows and in again, online; that asks for a new token.", {
        proves: "`AzureAdPrt : YES` in a new log: solved. NO: follow the code of the new attempt.",
        rights: "user",
      }),
      fact("A PC that was off or away for long does the same at its next sign-in, so nothing else has to be repaired."),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS700082",
    symbols: ["ExpiredOrRevokedGrantInactiveToken"],
    places: ["any"],
    title: "refresh token expired after a long pause",
    cause:
      "An app presented a refresh token that had been idle too long. The message says when it was issued and how long it was not used. This is part of a token's ordinary life.",
    resolution: [
      changes("Let the user sign in to the app again.", {
        proves: "If it comes back soon, a policy sets a short sign-in frequency.",
        rights: "user",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS70043",
    symbols: ["BadTokenDueToSignInFrequency"],
    places: ["any"],
    title: "sign-in frequency reached",
    cause: "A Conditional Access policy limits how long a sign-in counts, and the refresh token is older than that.",
    resolution: [
      reads("Let the user sign in again; the message names the longest lifetime that the policy allows.", {
        proves:
          "It works until the time is over again, as the policy wants it. If that is too short, change the policy.",
        rights: "user",
      }),
      fact("A sign-in frequency also limits the session of a PRT, so the same user may be asked in other apps."),
    ],
    sources: [
      table,
      { page: "prtConcept", heading: "What is the lifetime of a PRT?", anchor: "what-is-the-lifetime-of-a-prt" },
    ],
  },
  {
    kind: "code",
    code: "AADSTS140000",
    symbols: ["InvalidRequestNonce"],
    places: ["any"],
    title: "request without its challenge",
    cause:
      "A request for a token of the device has to bear a one-time challenge (nonce) that the service gave a moment before, and this one did not.",
    resolution: [
      reads("See whether a proxy changes the requests to `login.microsoftonline.com`: try once on another network.", {
        proves:
          "It works elsewhere: exempt the address. It fails there too: lock and unlock the PC, which asks for a new challenge.",
        rights: "user",
      }),
      reads("Lock and unlock the PC, and read a new log: each attempt asks for a challenge of its own.", {
        rights: "user",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS140001",
    symbols: ["InvalidSessionKey"],
    places: ["any"],
    title: "session key not valid",
    cause:
      "Windows proves with the session key that a primary refresh token is its own, and that proof did not fit. The key comes from the TPM, so a TPM that was cleared or fails has this effect.",
    resolution: [
      reads(
        "Run `dsregcmd /status` from an elevated prompt: `KeySignTest` shows whether the keys of the device work.",
        {
          proves: "PASSED: a new sign-in brings a new session key. FAILED: follow the code behind it.",
          rights: "administrator",
        },
      ),
      endsSignIns("If they do, let the user sign out of Windows and in again, which brings a token with a new key.", {
        rights: "user",
      }),
    ],
    confidence: "inferred",
    sources: [table, { page: "prtConcept", heading: "How is the PRT protected?", anchor: "how-is-the-prt-protected" }],
  },
]
