import type { Source } from "../source.ts"
import type { EventEntry } from "./eventEntry.ts"

const source: Source = { page: "autoEnrollment", heading: "Review the MDM logs", anchor: "review-the-mdm-logs" }

/** How the automatic enrollment of a joined PC in device management ended. */
export const enrollmentEvents: readonly EventEntry[] = [
  {
    kind: "event-entry",
    id: 75,
    log: "DeviceManagement-Enterprise-Diagnostics-Provider",
    title: "enrolled in device management",
    sentences: ["auto mdm enroll: succeeded"],
    meaning: "The automatic enrollment of this PC in device management succeeded.",
    nature: "success",
    about: "enrollment",
    sources: [source],
  },
  {
    kind: "event-entry",
    id: 76,
    log: "DeviceManagement-Enterprise-Diagnostics-Provider",
    title: "automatic enrollment in device management failed",
    sentences: ["auto mdm enroll:"],
    meaning:
      "The PC tried to enroll in device management by itself and failed. That is a step after the join, and says nothing against it.",
    read: "The code at the end. Without an event 75 or 76 no enrollment was tried: look at the scheduled task below `\\Microsoft\\Windows\\EnterpriseMgmt`.",
    nature: "failure",
    about: "enrollment",
    sources: [source],
  },
]
