import { fields } from "../fieldEntry.ts"
import { helloPrerequisites, joinStatus, postJoinAuthentication, userState } from "../headings.ts"
import { onJoined, onOthers } from "../joinType.ts"
import type { Source } from "../source.ts"

const registeredState: Source = {
  page: "hybridPlan",
  heading: "Handling devices with Microsoft Entra registered state",
}

/** The fields of User State. They describe the account that ran the command, and only that one. */
export const userStateFields = fields([
  {
    kind: "field-entry",
    name: "NgcSet",
    sections: ["user-state"],
    type: "yes-no",
    meaning: "Whether the signed-in user has a Windows Hello key on this PC.",
    expected: "YES where Windows Hello for Business is in use. Elsewhere NO is nothing to repair.",
    values: {
      YES: "A key is set. The Ngc Prerequisite Check section may be missing then.",
      NO: "No key is set. If one is wanted, the Ngc Prerequisite Check section says what is missing.",
    },
    since: "1511",
    sources: [userState, helloPrerequisites],
  },
  {
    kind: "field-entry",
    name: "NgcKeyId",
    sections: ["user-state"],
    type: "guid",
    meaning: "The identifier of the user's Windows Hello key. The line stands only with NgcSet YES.",
    unjudged: "names",
    since: "1511",
    sources: [userState],
  },
  {
    kind: "field-entry",
    name: "CanReset",
    sections: ["user-state"],
    type: "word",
    meaning: "Whether the user can reset the Windows Hello key, and in which way.",
    expected: "Any value but Unknown.",
    values: {
      DestructiveOnly: "Only the destructive reset is available.",
      NonDestructiveOnly: "Only the non-destructive reset is available.",
      DestructiveAndNonDestructive: "Both kinds of reset are available.",
      Unknown: "Reading the state failed. Run the command again in the user's own session.",
    },
    healthy: ["DestructiveOnly", "NonDestructiveOnly", "DestructiveAndNonDestructive"],
    since: "1903",
    sources: [userState],
  },
  {
    kind: "field-entry",
    name: "WorkplaceJoined",
    sections: ["user-state"],
    type: "yes-no",
    mark: true,
    meaning:
      "Whether this Windows user has work or school accounts registered with Microsoft Entra ID. This is registration, not a join.",
    expected:
      "NO on a hybrid joined device, as far as the same tenant is concerned. YES is the normal state of a PC that is only registered, and extra accounts of other tenants are supported on joined devices.",
    values: {
      YES: "At least one account is registered. If the device is hybrid joined to the same tenant, this is the dual state; Windows 10 1803 with KB4489894 and later remove it when the same domain user signs in.",
      NO: "No work account is registered for this user.",
    },
    healthy: { "hybrid-joined": ["NO"], registered: ["YES"] },
    since: "1511",
    sources: [userState, joinStatus, registeredState],
  },
  {
    kind: "field-entry",
    name: "WorkAccountCount",
    sections: ["user-state"],
    type: "number",
    meaning:
      "How many work accounts are registered for this user. Each has a Work Account section below. Windows allows three Microsoft Entra accounts in a user session. Only newer Windows prints the line.",
    expected: "1 to 3 with WorkplaceJoined YES.",
    confidence: "reported",
    sources: [{ page: "faq" }],
  },
  {
    kind: "field-entry",
    name: "WamDefaultSet",
    sections: ["user-state"],
    type: "yes-no",
    follows: ["AzureAdPrt"],
    mark: true,
    meaning: "Whether the Web Account Manager (WAM), which hands tokens to apps, has a default account for this user.",
    expected:
      "YES for a user who signed in with a work account on a joined device, read from a prompt that is not elevated.",
    values: {
      YES: "A default account is set.",
      NO: "None is set. It deserves a look on a joined device whose AzureAdPrt is YES; on a registered or unjoined PC it is normal.",
      ERROR:
        "It could not be read; newer Windows adds a code. An elevated prompt can cause it, and so can a session that is not the user's. Run the command again as the user, not elevated.",
    },
    healthy: onJoined("YES"),
    notApplicable: onOthers("NO"),
    since: "1511",
    sources: [userState, postJoinAuthentication],
  },
  {
    kind: "field-entry",
    name: "WamDefaultAuthority",
    sections: ["user-state"],
    type: "word",
    meaning:
      "Which kind of account the default of the Web Account Manager is. In the known logs the line stands only with WamDefaultSet YES.",
    expected: "organizations on a joined device. On a registered or unjoined PC a personal default is normal.",
    values: {
      organizations: "A work or school account.",
      consumers: "A personal Microsoft account. It deserves a look only on a joined device.",
    },
    healthy: onJoined("organizations"),
    since: "1511",
    sources: [userState],
  },
  {
    kind: "field-entry",
    name: "WamDefaultId",
    sections: ["user-state"],
    type: "url",
    meaning:
      "The address of the provider that the default account belongs to. It stands only beside a default account.",
    expected: "https://login.microsoft.com for Microsoft Entra ID.",
    values: { "https://login.microsoft.com": "Microsoft Entra ID." },
    healthy: onJoined("https://login.microsoft.com"),
    since: "1511",
    sources: [userState],
  },
  {
    kind: "field-entry",
    name: "WamDefaultGUID",
    sections: ["user-state"],
    type: "guid",
    identity: { kind: "none" },
    meaning:
      "The provider of the default account, as an identifier with its name in brackets. It stands only beside a default account.",
    expected: "(AzureAd) on a joined device.",
    values: {
      "(AzureAd)": "Microsoft Entra ID: {B16898C6-A148-4967-9171-64D755DA8520}.",
      "(MicrosoftAccount)":
        "Microsoft accounts, the personal ones. Normal on a PC that is only registered or not joined.",
    },
    // Microsoft's sample has the blanks inside the braces; real output has none.
    healthy: onJoined(
      "{B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)",
      "{ B16898C6-A148-4967-9171-64D755DA8520 } (AzureAd)",
    ),
    since: "1511",
    sources: [userState],
  },
])
