import { windowsRelease } from "../knowledge/lookup.ts"
import { changes } from "../knowledge/step.ts"
import { rule } from "./rule.ts"

/** A release of Windows that got no updates any more when the log was made. */
export const windowsOutOfSupport = rule({
  id: "windows-out-of-support",
  severity: "info",
  about: ["AzureAdJoined"],
  summary: "This release of Windows gets no updates any more.",
  why: "By the log's own clock the last update of this release had come before, in every edition. Faults of the join and of sign-on that later updates mended are still in it.",
  fix: changes(
    "Bring the PC to a release of Windows that still gets updates, and read a new log, before you look for a fault of Windows.",
    { rights: "administrator" },
  ),
  sources: [{ page: "windows10Releases" }, { page: "windows11Releases" }],
  bad: [
    `
Microsoft Windows [Version 10.0.18362.30]
                           ^^^^^^^^^^^^^ windows-out-of-support
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC`,
    `
Microsoft Windows [Version 10.0.22621.4317]
                           ^^^^^^^^^^^^^^^ windows-out-of-support
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2026-02-01 08:00:00.000 UTC`,
  ],
  good: [
    `
Microsoft Windows [Version 10.0.22631.4317]
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2026-02-01 08:00:00.000 UTC`,
    `
Microsoft Windows [Version 10.0.18362.30]
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2020-01-01 08:00:00.000 UTC`,
    `
Microsoft Windows [Version 10.0.17763.7000]
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
                AzureAdPrt : YES
      AzureAdPrtUpdateTime : 2025-01-01 08:00:00.000 UTC`,
  ],
  *check({ capture: { build, text }, clock }) {
    const until = build && Date.parse(windowsRelease(build)?.served ?? "")
    if (!build || !clock || !until || !(clock.time > until)) return
    const start = text.indexOf(build)
    if (start < 0) return
    yield {
      span: { start, end: start + build.length },
      message: "This release of Windows got no updates any more when the log was made",
      related: [{ span: clock.field.valueSpan, message: "The log's own clock" }],
    }
  },
})
