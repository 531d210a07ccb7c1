import { connectionPoint, discoverPhase } from "../knowledge/headings.ts"
import { decideHybridJoin } from "../knowledge/joinLadders.ts"
import { startJoin } from "../knowledge/ladders.ts"
import { configureConnectionPoint, readConnectionPoint } from "../knowledge/tenantLadders.ts"
import { attemptFinding, isWithoutScp, registrationEvents } from "./registrationEvent.ts"
import { rule } from "./rule.ts"

/** An event says that no service connection point was read, as on every PC where hybrid join was never set up. */
export const registrationEventWithoutScp = rule({
  id: "registration-event-without-scp",
  severity: "warning",
  about: ["event"],
  phase: "discover",
  explains: ["hybrid-join-incomplete"],
  summary: "An event reports that no service connection point was read.",
  why: "Events 304 and 307 with 0x801c001d appear on every domain joined PC whose forest has no service connection point (SCP). They are a fault only where hybrid join is wanted.",
  fix: [decideHybridJoin, ...readConnectionPoint, ...configureConnectionPoint, startJoin],
  sources: [
    discoverPhase,
    connectionPoint,
    { page: "hybridPlan", heading: "Unsupported scenarios", anchor: "unsupported-scenarios" },
  ],
  bad: [
    `
Event ID:      307
Automatic registration failed. Failed to lookup the registration service information from Active Directory. Exit code: Unknown HResult Error code: 0x801c001d.
                                                                                                                                                   ^^^^^^^^^^ registration-event-without-scp`,
  ],
  good: [
    `
Event ID:      220
Unable to retrieve the local computer's name in the specified format.

Event ID:      304
Exit code: Unknown HResult Error code: 0x801c001d`,
  ],
  *check(log) {
    const { last, earlier } = registrationEvents(log)
    if (!last || !isWithoutScp(last) || log.isJoined) return
    yield { ...attemptFinding(last, earlier), message: MESSAGE, verdict: SAID }
  },
})

const MESSAGE = "An event: no service connection point, harmless where hybrid join is not wanted (0x801c001d)"

/** The same for a verdict, which has more room. */
const SAID =
  "no service connection point was read, which is expected and harmless where hybrid join is not configured (0x801c001d)"
