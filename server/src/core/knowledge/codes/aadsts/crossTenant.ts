import type { CodeEntry } from "../../code.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"
import { appAnswer, table } from "./advice.ts"

const restrictions: Source = {
  page: "tenantRestrictions",
  heading: "Proxy configuration and requirements",
  anchor: "proxy-configuration-and-requirements",
}

const allowTenant = shared(
  changes(
    "If the tenant should be allowed, add it to the list in the header `Restrict-Access-To-Tenants` on that proxy.",
    {
      rights: "administrator",
      where: "network",
    },
  ),
)

const restrictingProxy = shared(
  reads(
    "Try from a network without the company's proxy. If it works there, that proxy adds the tenants it allows to each request.",
    { where: "network" },
  ),
)

const setCloud = shared(
  changes("Set the address of the tenant's cloud in the app, which has to be registered in that cloud too.", {
    where: "entra",
  }),
)

/** Answers about a tenant that may not be used: by the network's restrictions, or by what two tenants allow each other. */
export const crossTenantCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS1000104",
    symbols: ["XCB2BResourceCloudNotAllowedOnIdentityTenant"],
    places: ["any"],
    title: "cloud of the resource not allowed by the user's tenant",
    cause: "The user opens something in another Microsoft cloud, and the user's own tenant does not allow that cloud.",
    resolution: [
      reads("Look at the cross-tenant access settings of the user's tenant: the other cloud has to be enabled there.", {
        proves:
          "Not enabled: enable it if the users should work there. Enabled: look at the same setting of the other tenant.",
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
    code: "AADSTS900382",
    symbols: [],
    places: ["any"],
    title: "app with a secret asked in another Microsoft cloud",
    cause:
      "An app that proves itself by a secret or a certificate (a confidential client) asked the sign-in service of one Microsoft cloud for a token of another. That is by design not given.",
    resolution: [
      reads(
        "Compare the address that the app asks with the cloud of the tenant: login.microsoftonline.com is the worldwide one, login.microsoftonline.us that of US Government, login.partner.microsoftonline.cn that of China.",
        {
          proves: "They differ: correct the address. The same: the app is registered in the other cloud.",
          rights: "user",
        },
      ),
      setCloud,
      appAnswer,
    ],
    sources: [table, { page: "nationalClouds" }],
  },
  {
    kind: "code",
    code: "AADSTS900432",
    symbols: [],
    places: ["any"],
    title: "app with a secret across Microsoft clouds",
    cause:
      "Microsoft's table has the sentence of AADSTS900382 for this number too: the sign-in service of one cloud gives an app that proves itself by a secret or a certificate no token of another.",
    resolution: [
      reads(
        "Find the app of the attempt in the sign-in logs, and compare the cloud that it is registered in with that of the tenant it asks.",
        {
          proves:
            "They differ: register the app in the cloud of the tenant. The same: the address that it asks is wrong.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      setCloud,
      appAnswer,
    ],
    sources: [table, { page: "nationalClouds" }],
  },
  {
    kind: "code",
    code: "AADSTS50002",
    symbols: ["NotAllowedTenant"],
    places: ["any"],
    title: "tenant not allowed by the proxy's restriction",
    cause:
      "A proxy on the way restricts which tenants may be used (tenant restrictions), and the one of this sign-in is not among them.",
    resolution: [
      reads(
        "Look under Overview > Tenant restrictions in the Microsoft Entra admin center: it lists the sign-ins that a restriction blocked, each with its target tenant.",
        {
          proves: "A tenant that users need: add it to the list. Another: the restriction does what it is for.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      restrictingProxy,
      allowTenant,
    ],
    sources: [table, restrictions],
  },
  {
    kind: "code",
    code: "AADSTS500021",
    symbols: [],
    places: ["any"],
    title: "access to this tenant denied by tenant restrictions",
    cause:
      "Tenant restrictions are set up, and the tenant that the message names is not in the list which came along in the header.",
    resolution: [
      reads("Compare the tenant in the message with {TenantId} in this log: is it the company's own one?", {
        rights: "user",
        proves:
          "The company's own: it is missing in the list of the proxy. Another: the restriction does what it is for.",
      }),
      restrictingProxy,
      allowTenant,
    ],
    sources: [table, restrictions],
  },
  {
    kind: "code",
    code: "AADSTS500022",
    symbols: [],
    places: ["any"],
    title: "tenant outside the list of tenant restrictions",
    cause:
      "The network allows a list of tenants, sent in the header `Restrict-Access-To-Tenants`, and the resource is in a tenant outside it.",
    resolution: [
      reads("Read in the message which tenant was denied, and ask whether users of this network should work in it.", {
        rights: "user",
        proves: "They should: add it to the list. They should not: nothing is to be done.",
      }),
      restrictingProxy,
      allowTenant,
    ],
    note: "Microsoft prints the same sentence for this code and for AADSTS500021.",
    sources: [table, restrictions],
  },
  {
    kind: "code",
    code: "AADSTS500212",
    symbols: ["NotAllowedByOutboundPolicyTenant"],
    places: ["any"],
    title: "own tenant forbids access to the other one",
    cause:
      "The cross-tenant access settings of the user's own tenant do not let the user out to the tenant of the resource.",
    resolution: [
      reads(
        "Look at the outbound settings for that organization, under External Identities > Cross-tenant access settings.",
        {
          proves: "Blocked: allow it if the users should work there. Allowed: the other side may block; ask it.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
      appAnswer,
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS500213",
    symbols: ["NotAllowedByInboundPolicyTenant"],
    places: ["any"],
    title: "other tenant does not let the user in",
    cause: "The cross-tenant access settings of the tenant that has the resource do not admit this user.",
    resolution: [
      reads("Ask the administrators of that tenant to look at their inbound settings for yours.", {
        proves:
          "Blocked there: they allow it. Allowed: give them the correlation ID, with which they find the sign-in.",
        rights: "directory-administrator",
        where: "entra",
      }),
      appAnswer,
    ],
    sources: [table],
  },
]
