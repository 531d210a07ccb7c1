import type { CodeEntry } from "../../code.ts"
import { connectionPoint, joinPhase, ssoState } from "../../headings.ts"
import type { Source } from "../../source.ts"
import { changes, fact, reads } from "../../step.ts"
import { correctSuffix, correctTenant, nameSuffix, subscriptions } from "../../tenantLadders.ts"
import { appAnswer, table } from "./advice.ts"

const suffixes: Source = {
  page: "hybridPlan",
  heading:
    "Review on-premises Microsoft Windows Server Active Directory users UPN support for Microsoft Entra hybrid join",
  anchor:
    "review-on-premises-microsoft-windows-server-active-directory-users-upn-support-for-microsoft-entra-hybrid-join",
}

const endpoints: Source = {
  page: "nationalClouds",
  heading: "Microsoft Entra authentication endpoints",
  anchor: "azure-ad-authentication-endpoints",
}

/** Answers about the tenant: which one is meant, whether it is there, and in which cloud. */
export const tenantCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS50059",
    symbols: ["MissingTenantRealmAndNoUserInformationProvided"],
    places: ["any"],
    title: "request from which no tenant can be told",
    cause: "The request named no tenant, and what it said of the user did not lead to one.",
    resolution: [
      reads(
        "Look at the address and the user name that were sent: one of them has to name a tenant or a verified domain.",
        {
          rights: "user",
          proves: "Neither does: correct the one that should. One does: see whether its domain is verified.",
        },
      ),
      reads("Check the part behind the @ of the user name against the verified domains of the tenant.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50128",
    symbols: [],
    places: ["any"],
    title: "no tenant can be told from the domain name",
    cause: "Neither the request nor the sign-in name in it says which tenant is meant.",
    resolution: [
      reads("Check the domain behind the @ of the sign-in name: it has to be a verified domain of the tenant.", {
        proves: "Not verified: give the user a name with a verified one. Verified: see whether it was mistyped.",
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90002",
    symbols: ["InvalidTenantName"],
    places: ["join"],
    title: "tenant in the service connection point not found",
    cause:
      "The device joined by the tenant ID in its service connection point (SCP), and Microsoft Entra ID finds no such tenant. The ID is wrong, or the tenant has no active subscription.",
    resolution: [
      reads("Note the tenant ID in the server's message: the next steps show where the device has it from.", {
        proves: "Your own tenant: its subscription may have ended. Another: the device holds a wrong one; go on.",
        rights: "user",
      }),
      ...correctTenant,
    ],
    sources: [
      joinPhase,
      connectionPoint,
      {
        page: "hybridControl",
        heading: "Configure client-side registry setting for SCP",
        anchor: "configure-client-side-registry-setting-for-scp",
      },
      table,
      subscriptions,
    ],
  },
  {
    kind: "code",
    code: "AADSTS90002",
    symbols: ["InvalidTenantName"],
    places: ["post-join"],
    title: "suffix of the user name leads to no tenant",
    cause:
      "The device is joined, and Windows asked for the user's token at the tenant that the suffix of the user name stands for. No tenant has that suffix: it is an internal one, such as `.local` or `.lan`, or a domain that is not verified. The service connection point has no part in this.",
    resolution: [
      reads("The name that was sent is in {User Identity}: note the part behind the @.", {
        proves:
          "A suffix such as `.local`: it leads to no tenant; go on. A verified domain: the tenant of the address was another one.",
        rights: "user",
        inLog: [
          {
            fields: ["User Identity"],
            leaves: "The name that was sent is {0}; the part behind the @ leads to no tenant.",
          },
        ],
      }),
      fact(
        "For an administrator or another account that is not synchronized this is as it should be: such an account has no PRT. Look at the log of a synchronized user.",
      ),
      ...correctSuffix,
      fact(
        "In a managed domain an alternate login ID does not help: Microsoft does not support suffixes of this kind there, only in a federated domain from Windows 10 1803 on.",
      ),
    ],
    confidence: "inferred",
    sources: [table, suffixes, { page: "alternateLogin" }, ssoState, nameSuffix],
  },
  {
    kind: "code",
    code: "AADSTS90002",
    symbols: ["InvalidTenantName"],
    places: ["any"],
    title: "tenant that was asked for not found",
    cause:
      "The request named a tenant that Microsoft Entra ID does not find: a wrong ID or domain, a tenant of another cloud, or one without an active subscription.",
    resolution: [
      reads(
        "Read in the message which tenant was asked for, and where that name comes from: an app's authority, or a domain behind an @.",
        {
          rights: "user",
          proves: "An app's authority: correct it there. A domain: verify it in the tenant, or use another name.",
        },
      ),
      reads("See that it is the tenant's ID or a verified domain, at the address of the right cloud.", {
        rights: "directory-administrator",
        where: "entra",
      }),
    ],
    sources: [table, endpoints],
  },
  {
    kind: "code",
    code: "AADSTS90019",
    symbols: ["MissingTenantRealm"],
    places: ["any"],
    title: "request without an identifier of the tenant",
    cause: "Microsoft Entra ID could not find out from the request for which tenant it is.",
    resolution: [
      reads(
        "Look at the address that was called: behind the host name stands the tenant, its ID or a verified domain.",
        {
          rights: "user",
          proves: "Nothing stands there: put the tenant in. A tenant: the number came from another request.",
        },
      ),
      changes("In an app of your own, call the address of the tenant.", { where: "app" }),
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS90038",
    symbols: ["NationalCloudTenantRedirection"],
    places: ["any"],
    title: "tenant belongs to another Microsoft cloud",
    cause:
      "The tenant is in a national cloud, such as that of the US government or of 21Vianet in China, and the request went to another cloud.",
    resolution: [
      reads(
        "Compare the host in {Endpoint URI}, or in the address of the app, with the cloud that the message names: `login.microsoftonline.us` for the US government, `login.partner.microsoftonline.cn` for China.",
        {
          rights: "user",
          proves:
            "Another cloud: the PC or the app has to use the hosts of its own. The same: the user belongs to another cloud.",
        },
      ),
      reads(
        "On a PC of that cloud, see that the service connection point and the network let it reach those addresses.",
        {
          where: "network",
        },
      ),
      changes("In an app, set the authority of that cloud.", { where: "app" }),
    ],
    confidence: "inferred",
    sources: [table, endpoints],
  },
  {
    kind: "code",
    code: "AADSTS900439",
    symbols: ["USGClientNotSupportedOnPublicEndpoint"],
    places: ["any"],
    title: "app of the US government cloud at a public address",
    cause: "An app that is registered in the US government cloud was signed in to at an address of the public cloud.",
    resolution: [
      changes("Set the authority of the app to `https://login.microsoftonline.us`.", {
        proves: "The app gets a token: solved. The code stays: another part of the app has the public address.",
        where: "app",
      }),
      appAnswer,
    ],
    sources: [{ page: "aadsts900439", heading: "Solution", anchor: "solution" }],
  },
]
