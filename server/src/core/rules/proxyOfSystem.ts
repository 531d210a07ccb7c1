import { mentionsIn } from "../evidence/mention.ts"
import { failsOnTheWay, proxyOfSystem as setFor } from "../evidence/proxies.ts"
import { discoverPhase, networkRequirements } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** SYSTEM has a proxy of its own, and what it asked for failed on the way. */
export const proxyOfSystem = rule({
  id: "proxy-of-system",
  severity: "info",
  about: ["Proxy Server List", "Auto-Configuration URL"],
  summary: "A proxy is set for SYSTEM, and a network request failed.",
  why: "What SYSTEM asks for, as in a join, goes through the proxy that is set for it. One that is gone, or that answers with an error or a page of its own, fails the join while the browser of the user works.",
  fix: [
    reads(
      "Test the proxy that the log names for SYSTEM from this PC: `Test-NetConnection NAME -Port PORT` in PowerShell.",
      {
        rights: "user",
        proves:
          "`TcpTestSucceeded : False`: the setting is old, or a firewall is in between. True: the proxy is there; look in its log for this PC at the time of the failure, 407 means that it wants a login.",
      },
    ),
    changes(
      "If the setting is old, set the right proxy with `netsh winhttp set proxy NAME:PORT`, or none with `netsh winhttp reset proxy`. What a policy sets comes back and has to be changed in the policy.",
      { rights: "administrator" },
    ),
  ],
  sources: [networkRequirements, discoverPhase],
  bad: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
        DRS Discovery Test : FAIL [0x801c0021/0x80072efd]

| WinHttp Default Proxy Config |
               Access Type : PROXY
         Proxy Server List : proxy.contoso.com:8080
                             ^^^^^^^^^^^^^^^^^^^^^^ proxy-of-system`,
  ],
  good: [
    `
             AzureAdJoined : NO
              DomainJoined : YES
        DRS Discovery Test : PASS

| WinHttp Default Proxy Config |
               Access Type : PROXY
         Proxy Server List : proxy.contoso.com:8080`,
    `
        DRS Discovery Test : FAIL [0x801c0021/0x80072efd]

| IE Proxy Config for Current User |
         Proxy Server List : proxy.contoso.com:8080`,
  ],
  *check(log) {
    const proxy = setFor(log)
    const root = log.failedTest?.codes.at(-1) ?? log.prtAttempt?.root ?? statusOf(log)
    if (!proxy || !root || !(failsOnTheWay(root.code) || root.code === NO_JSON)) return
    yield {
      span: proxy.valueSpan,
      message: "This proxy is set for SYSTEM, and a network request failed",
      related: [{ span: root.span, message: "The request that failed" }],
    }
  },
})

/** A page in the place of the service's answer. */
const NO_JSON = "0x8007000d"

function statusOf(log: Parameters<typeof setFor>[0]) {
  const status = log.field("DeviceAuthStatus")
  return status && mentionsIn(status).at(-1)
}
