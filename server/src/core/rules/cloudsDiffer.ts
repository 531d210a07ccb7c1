import type { FieldName } from "../knowledge/fields/catalogue.ts"
import { ssoState, tenantDetails } from "../knowledge/headings.ts"
import { askForNewLog } from "../knowledge/ladders.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** Addresses of two clouds in one join. */
export const cloudsDiffer = rule({
  id: "clouds-differ",
  severity: "warning",
  about: ["AuthCodeUrl", "AccessTokenUrl", "JoinSrvUrl"],
  summary: "The addresses of one join belong to two clouds.",
  why: "The public cloud, US Government and China have sign-in addresses of their own, and a tenant is in one of them. Here the lines of one join name two, so that the device asks in a cloud that does not know its tenant, or two logs were mixed. `enterpriseregistration.windows.net` is no sign of a cloud: US Government uses it as well.",
  fix: [
    reads(
      "Find out which cloud the tenant is in, by where its administrators sign in: `portal.azure.com` is the public cloud, `portal.azure.us` that of US Government, `portal.azure.cn` that of China. Compare both addresses with it: `login.microsoftonline.com`, `login.microsoftonline.us`, `login.partner.microsoftonline.cn`.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "The address of the other cloud is left over from an earlier tenant, or comes from another log: the next step tells which.",
      },
    ),
    askForNewLog,
  ],
  sources: [tenantDetails, ssoState, { page: "hybridHowTo" }, { page: "nationalClouds" }],
  bad: [
    `
               AuthCodeUrl : https://login.microsoftonline.us/contoso.com/oauth2/authorize
                AzureAdPrt : YES
       AzureAdPrtAuthority : https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ clouds-differ`,
    `
               AuthCodeUrl : https://login.microsoftonline.com/contoso.cn/oauth2/authorize
                JoinSrvUrl : https://enterpriseregistration.partner.microsoftonline.cn/EnrollmentServer/device/
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ clouds-differ`,
  ],
  good: [
    `
               AuthCodeUrl : https://login.partner.microsoftonline.cn/contoso.cn/oauth2/authorize
                JoinSrvUrl : https://enterpriseregistration.partner.microsoftonline.cn/EnrollmentServer/device/`,
    `
               AuthCodeUrl : https://login.microsoftonline.com/contoso.com/oauth2/authorize
       AzureAdPrtAuthority : https://login.windows.net/11111111-2222-3333-4444-555555555555`,
    `
               AuthCodeUrl : https://login.microsoftonline.us/contoso.com/oauth2/authorize
                JoinSrvUrl : https://enterpriseregistration.windows.net/EnrollmentServer/device/`,
  ],
  explains: [{ rule: "prt-refused", codes: ["AADSTS900439", "AADSTS900382"] }],
  *check(log) {
    const [first, ...others] = ADDRESSES.flatMap((name) => {
      const field = log.field(name)
      const cloud = field && cloudOf(field.value)
      return cloud ? [{ field, cloud }] : []
    })
    const other = first && others.find(({ cloud }) => cloud !== first.cloud)
    if (!other) return
    yield {
      span: other.field.valueSpan,
      message: "The addresses of this join are addresses of two clouds",
      related: [{ span: first.field.valueSpan, message: "An address of another cloud" }],
    }
  },
})

/** Where a device signs in and registers; work accounts may rightly be elsewhere. */
const ADDRESSES: readonly FieldName[] = ["AuthCodeUrl", "AccessTokenUrl", "AzureAdPrtAuthority", "JoinSrvUrl"]

function cloudOf(address: string): string | undefined {
  const host = /^https:\/\/([\w.-]{1,80})(?:[/:]|$)/i.exec(address)?.[1]?.toLowerCase() ?? ""
  return CLOUDS.get(host)
}

const CLOUDS: ReadonlyMap<string, string> = new Map([
  ["login.microsoftonline.com", "public"],
  ["login.windows.net", "public"],
  ["login.microsoft.com", "public"],
  ["login.microsoftonline.us", "us"],
  ["login.chinacloudapi.cn", "china"],
  ["login.partner.microsoftonline.cn", "china"],
  ["enterpriseregistration.microsoftonline.us", "us"],
  ["enterpriseregistration.partner.microsoftonline.cn", "china"],
])
