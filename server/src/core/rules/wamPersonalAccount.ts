import { userState } from "../knowledge/headings.ts"
import { endsSignIns, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** On a joined device a personal account is what apps get by default. */
export const wamPersonalAccount = rule({
  id: "wam-personal-account",
  severity: "warning",
  about: ["WamDefaultAuthority", "WamDefaultGUID"],
  phase: "post-join",
  summary: "A personal Microsoft account is the default on a joined device.",
  why: "The token broker hands applications a personal Microsoft account by default, so signing in to work applications does not happen by itself. On a registered or unjoined PC that is normal.",
  fix: [
    reads("See under Settings > Accounts whether the user signed in to Windows with the personal account.", {
      rights: "user",
      proves: "If so, the session is that of the personal account, and its default is right.",
    }),
    endsSignIns("Let the user sign in to Windows with the work account.", { rights: "user" }),
  ],
  sources: [userState],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
             WamDefaultSet : YES
       WamDefaultAuthority : consumers
                             ^^^^^^^^^ wam-personal-account`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
       WamDefaultAuthority : organizations
            WamDefaultGUID : {B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)`,
    `
             AzureAdJoined : NO
              DomainJoined : NO
           WorkplaceJoined : YES
       WamDefaultAuthority : consumers`,
  ],
  *check(log) {
    if (!log.isJoined || log.withoutUser) return
    const authority = log.field("WamDefaultAuthority")
    const provider = log.field("WamDefaultGUID")
    const proof =
      authority && /^consumers$/i.test(authority.value)
        ? authority
        : provider && /\(MicrosoftAccount\)/i.test(provider.value)
          ? provider
          : undefined
    if (proof) yield { span: proof.valueSpan, message: "Apps get a personal account by default on this joined device" }
  },
})
