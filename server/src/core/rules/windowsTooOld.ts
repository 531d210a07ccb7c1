import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** A Windows build whose token requests Microsoft Entra ID refuses since the end of an old key derivation. */
export const windowsTooOld = rule({
  id: "windows-too-old",
  severity: "warning",
  about: ["AzureAdPrt : NO"],
  phase: "post-join",
  explains: ["prt-missing", "windows-out-of-support"],
  summary: "This Windows build can no longer get a primary refresh token.",
  why: "Builds before the security update for CVE-2021-33781 of 2021 derive keys in a way that Microsoft Entra ID refuses more and more. The banner in this log shows such a build, and the user has no token.",
  fix: [
    reads("Look in the sign-in logs for error 5000611 of this device.", {
      rights: "directory-administrator",
      where: "entra",
      proves: "Found there, it is the cause. Without it something else keeps the token away.",
    }),
    changes("Install the current cumulative update, then sign in again.", { rights: "administrator" }),
  ],
  sources: [{ page: "kdfV1" }, { page: "cve202133781" }],
  bad: [
    `
Microsoft Windows [Version 10.0.19042.985]
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
              DomainJoined : NO
                AzureAdPrt : NO
                             ^^ windows-too-old`,
  ],
  good: [
    `
Microsoft Windows [Version 10.0.19045.2604]
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
              DomainJoined : NO
                AzureAdPrt : NO`,
    `
Microsoft Windows [Version 10.0.19042.985]
C:\\Users\\ann>dsregcmd /status
             AzureAdJoined : YES
              DomainJoined : NO
                AzureAdPrt : YES`,
  ],
  *check(log) {
    const prt = log.field("AzureAdPrt")
    if (!prt || log.withoutUser || !log.says("AzureAdPrt", "NO") || !log.says("AzureAdJoined", "YES")) return
    if (isBeforeFix(log.capture.build)) {
      yield { span: prt.valueSpan, message: "This Windows build is too old to get a primary refresh token" }
    }
  },
})

/** The first revision with the fix, by build, from the CVE record; later builds have it from the start. */
const FIXED: Readonly<Record<string, number>> = {
  "14393": 4704,
  "17763": 2061,
  "18363": 1679,
  "19041": 1110,
  "19042": 1110,
  "19043": 1110,
  "22000": 258,
}

function isBeforeFix(version: string | undefined): boolean {
  const [, , build = "", revision] = version?.split(".") ?? []
  const fixed = FIXED[build]
  return fixed !== undefined && revision !== undefined && Number(revision) < fixed
}
