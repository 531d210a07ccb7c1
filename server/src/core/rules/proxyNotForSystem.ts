import { mentionsIn } from "../evidence/mention.ts"
import { failsOnTheWay, proxyOfUserOnly } from "../evidence/proxies.ts"
import { giveSystemProxy, openForJoin, proxyForSystem } from "../knowledge/codes/winhttp/advice.ts"
import { discoverPhase, networkRequirements } from "../knowledge/headings.ts"
import { allFields } from "../log/query.ts"
import { rule } from "./rule.ts"
/** The user has a proxy, SYSTEM has none, and something failed on the network. */
export const proxyNotForSystem = rule({
  id: "proxy-not-for-system",
  severity: "warning",
  about: ["Proxy Server List", "Auto-Configuration URL"] as const,
  summary: "The user's proxy is not set for SYSTEM, and a network request failed.",
  why: "The browser works because the user has a proxy. The join and the device's own sign-in run as SYSTEM over WinHTTP, which goes out directly here, and a network code says that it does not get through.",
  fix: [proxyForSystem, giveSystemProxy, openForJoin],
  sources: [networkRequirements, discoverPhase],
  bad: [
    `
             AzureAdJoined : YES
          DeviceAuthStatus : FAILED. Error: 0x80072ee7

| IE Proxy Config for Current User |
      Auto Detect Settings : NO
         Proxy Server List : proxy.contoso.com:8080

| WinHttp Default Proxy Config |
               Access Type : DIRECT
                             ^^^^^^ proxy-not-for-system`,
  ],
  good: [
    `
        DRS Discovery Test : PASS

| IE Proxy Config for Current User |
         Proxy Server List : proxy.contoso.com:8080

| WinHttp Default Proxy Config |
               Access Type : DIRECT`,
    `
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee7]

| IE Proxy Config for Current User |
      Auto Detect Settings : YES
    Auto-Configuration URL :
         Proxy Server List :

| WinHttp Default Proxy Config |
               Access Type : DIRECT`,
    `
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee7]

| IE Proxy Config for Current User |
      Auto Detect Settings : YES
         Proxy Server List : proxy.contoso.com:8080

| WinHttp Default Proxy Config |
               Access Type : DIRECT`,
    `
        DRS Discovery Test : FAIL [0x801c003a]

| IE Proxy Config for Current User |
         Proxy Server List : proxy.contoso.com:8080

| WinHttp Default Proxy Config |
               Access Type : DIRECT`,
  ],
  *check(log) {
    const only = proxyOfUserOnly(log)
    if (!only) return
    for (const { field } of allFields(log.capture)) {
      const network = mentionsIn(field).find(({ code }) => failsOnTheWay(code))
      if (!network) continue
      yield {
        span: only.access.valueSpan,
        message: "The user has a proxy, SYSTEM has none, and a network request failed",
        related: [
          { span: only.proxy.valueSpan, message: "The user's proxy" },
          { span: network.span, message: "The network code" },
        ],
      }
      return
    }
  },
})
