import { accountEvents } from "./accountEvents.ts"
import { appTokenEvents } from "./appTokenEvents.ts"
import { autopilotEvents } from "./autopilotEvents.ts"
import { cloudApEvents } from "./cloudApEvents.ts"
import { deviceAtSignInEvents } from "./deviceAtSignInEvents.ts"
import { enrollmentEvents } from "./enrollmentEvents.ts"
import { enterpriseTokenEvents } from "./enterpriseTokenEvents.ts"
import type { EventEntry } from "./eventEntry.ts"
import { helloEvents } from "./helloEvents.ts"
import { joinEvents } from "./joinEvents.ts"
import { networkEvents } from "./networkEvents.ts"
import { peerCertificateEvents } from "./peerCertificateEvents.ts"
import { prtRenewalEvents } from "./prtRenewalEvents.ts"
import { securityKeyEvents } from "./securityKeyEvents.ts"
import { signInEvents } from "./signInEvents.ts"
import { systemEvents } from "./systemEvents.ts"

/**
 * The events worth reading beside a log of dsregcmd, by their numbers.
 *
 * Microsoft's pages name the most important ones and explain few. The others are known from public lists of the texts
 * that Windows has for them. The events of User Device Registration stand in its Admin log. In AAD, errors and warnings
 * stand in Operational, the others in Analytic, which is hidden and off until somebody turns it on.
 */
export const eventEntries: readonly EventEntry[] = [
  ...joinEvents,
  ...networkEvents,
  ...helloEvents,
  ...securityKeyEvents,
  ...systemEvents,
  ...signInEvents,
  ...deviceAtSignInEvents,
  ...prtRenewalEvents,
  ...accountEvents,
  ...peerCertificateEvents,
  ...cloudApEvents,
  ...enterpriseTokenEvents,
  ...appTokenEvents,
  ...enrollmentEvents,
  ...autopilotEvents,
].sort((a, b) => a.id - b.id)
