import type { CaseFacts, Fact } from "../../evidence/caseFacts.ts"
import { registerAgain, registerAgainSteps } from "../../knowledge/codes/registerAgain.ts"
import { endsSignIns, reads } from "../../knowledge/step.ts"
import { caseRule, grouped } from "./caseRule.ts"

/** Two computers with one device identity. */
export const clonedImage = caseRule({
  id: "cloned-image",
  severity: "error",
  phase: "post-join",
  summary: "Two computer names have one device identity: most likely they were cloned after the join.",
  why: "Every join gives a PC an identifier and a certificate of its own. Where two names have the same, an image or a snapshot of a joined PC was copied. Microsoft Entra ID cannot tell the copies apart, and what happens to one happens to the other. One PC that was renamed between two logs keeps its identity too.",
  fix: [
    reads("Ask whether both names are in use, or one PC was renamed between the two logs.", {
      rights: "user",
      proves: "A renamed PC keeps its identity, and nothing is wrong with it.",
    }),
    reads("Run `dsregcmd /status` on the PC that the image was made from.", {
      rights: "user",
      proves: "With `AzureAdJoined : YES` there, every copy of it has the same identity.",
    }),
    endsSignIns(
      "Take the image out of the join with `dsregcmd /leave`, and capture it anew, before more copies are made.",
      {
        rights: "administrator",
      },
    ),
    registerAgain,
  ],
  sources: [{ page: "vdi" }, { page: "hybridPlan" }, registerAgainSteps],
  bad: [
    `
             AzureAdJoined : YES
               Device Name : pool-1.contoso.com
                  DeviceId : 1a2b3c4d-2222-3333-4444-555555555555
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cloned-image

PS> dsregcmd /status
             AzureAdJoined : YES
               Device Name : pool-2.contoso.com
                  DeviceId : 1a2b3c4d-2222-3333-4444-555555555555
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cloned-image`,
  ],
  good: [
    `
             AzureAdJoined : YES
               Device Name : pool-1.contoso.com
                  DeviceId : 1a2b3c4d-2222-3333-4444-555555555555

PS> dsregcmd /status
             AzureAdJoined : YES
               Device Name : POOL-1.contoso.com
                  DeviceId : 1a2b3c4d-2222-3333-4444-555555555555`,
    `
             AzureAdJoined : YES
               Device Name : pool-1.contoso.com
                  DeviceId : 00000000-0000-0000-0000-000000000000

PS> dsregcmd /status
             AzureAdJoined : YES
               Device Name : pool-2.contoso.com
                  DeviceId : 00000000-0000-0000-0000-000000000000`,
  ],
  *compare(logs) {
    const told = new Set<number>()
    for (const identityOf of [deviceId, thumbprint]) {
      for (const group of grouped(logs, (facts) => identityOf(facts)?.value)) {
        const names = new Set(group.flatMap((index) => logs[index]?.computer?.value ?? []))
        for (const index of names.size > 1 ? group : []) {
          const facts = logs[index]
          const identity = facts && identityOf(facts)
          if (!identity || told.has(index)) continue
          told.add(index)
          yield {
            of: index,
            finding: {
              span: identity.span,
              message: `${names.size} computers have this one device identity: cloned after the join, unless one was renamed`,
              related: facts.computer ? [{ span: facts.computer.span, message: "This one of them" }] : [],
            },
          }
        }
      }
    }
  },
})

function deviceId(facts: CaseFacts): Fact | undefined {
  return facts.deviceId
}

function thumbprint(facts: CaseFacts): Fact | undefined {
  return facts.thumbprint
}
