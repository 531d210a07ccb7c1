import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { ssoState, tenantDetails } from "../knowledge/headings.ts"
import { ofHybrid } from "../knowledge/joinType.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The device's tenant is not the one in its other lines. */
export const tenantDiffers = rule({
  id: "tenant-differs",
  severity: "warning",
  about: ["TenantId"],
  summary: "Two tenants stand in the lines of one join.",
  why: "The addresses of the join and of the token name the tenant they belong to. Here one names another tenant than `TenantId`: the device moved between tenants and kept something of the old one, or two logs were mixed.",
  fix: [
    reads(
      "Compare both tenant IDs with the one under Entra ID > Overview in the Microsoft Entra admin center of the tenant that the device should be in.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If one of them is no tenant of yours, the lines come from another log: ask for a new one. If the device is in the wrong tenant, move it. If only the attempt went to another tenant, the user signed in with an account of that one.",
      },
    ),
    endsSignIns(
      "If a hybrid joined PC has to move, correct the service connection point first, run `dsregcmd /leave` from an elevated prompt, then sign out and in.",
      { rights: "administrator", joins: ofHybrid },
    ),
    endsSignIns(
      "If a Microsoft Entra joined PC has to move, make sure that you have a local administrator account, disconnect the PC under Settings > Accounts > Access work or school, restart it, and join it to the other tenant.",
      { rights: "administrator", joins: ["entra-joined"] },
    ),
  ],
  sources: [
    tenantDetails,
    ssoState,
    { page: "faq", anchor: "how-do-i-unjoin-a-microsoft-entra-joined-device-locally-on-the-device" },
  ],
  bad: [
    `
                  TenantId : 11111111-2222-3333-4444-555555555555
                AzureAdPrt : YES
       AzureAdPrtAuthority : https://login.microsoftonline.com/99999999-2222-3333-4444-555555555555
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tenant-differs`,
  ],
  good: [
    `
                  TenantId : 11111111-2222-3333-4444-555555555555
       AzureAdPrtAuthority : https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555`,
    `
                  TenantId : 11111111-2222-3333-4444-555555555555
               AuthCodeUrl : https://login.microsoftonline.com/contoso.com/oauth2/authorize
         WorkplaceTenantId : 99999999-2222-3333-4444-555555555555`,
    `
                  TenantId : xxxxxxxx-2222-3333-4444-555555555555
       AzureAdPrtAuthority : https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555`,
  ],
  *check(log) {
    const tenant = log.field("TenantId")
    const own = GUID.exec(tenant?.value ?? "")?.[0].toLowerCase()
    if (!tenant || !own || own.length !== tenant.value.length) return
    for (const field of log.fieldsOf(ADDRESSES)) {
      const address = field.value
      // Nearly always in small letters on both sides.
      if (address.includes(own) || address.toLowerCase().includes(own) || !GUID.test(address)) continue
      yield {
        span: field.valueSpan,
        message: `${field.name} names another tenant than TenantId`,
        verdict: `${field.name} names another tenant than TenantId`,
        related: [{ span: tenant.valueSpan, message: "The tenant of the join" }],
      }
    }
  },
})

const GUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i

/** The addresses that carry the tenant of the join; work accounts may rightly have another. */
const ADDRESSES: readonly FieldName[] = [
  "AzureAdPrtAuthority",
  "AuthCodeUrl",
  "AccessTokenUrl",
  "DeviceManagementSrvUrl",
  "WebAuthNSrvUrl",
]
