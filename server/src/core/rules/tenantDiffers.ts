import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { ssoState, tenantDetails } from "../knowledge/headings.ts"
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
    reads("Compare both tenants with the one the device should be in.", {
      rights: "directory-administrator",
      where: "directory",
      proves: "A tenant that neither the device nor the user ever had comes from another log: ask for a new one.",
    }),
    endsSignIns(
      "Only where the device should move: a hybrid joined one leaves with `dsregcmd /leave` from an elevated prompt. A Microsoft Entra joined one is disconnected under Settings > Accounts > Access work or school, which needs a local administrator account.",
      { rights: "administrator" },
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
