import { codeMeaning } from "../knowledge/lookup.ts"
import { changes, reads } from "../knowledge/step.ts"
import { said } from "./message.ts"
import { rule } from "./rule.ts"
import { reason } from "./story.ts"

/** Windows Autopilot failed in the setup of the PC, which comes before its join. */
export const autopilotFailed = rule({
  id: "autopilot-failed",
  severity: "warning",
  about: ["event"],
  summary: "An event of Windows Autopilot reports a failure.",
  why: "Windows Autopilot sets the PC up: it fetches the profile that says how the PC joins, and for some ways of deployment has the TPM attested. What fails there fails before the join and the enrollment.",
  fix: [
    reads(
      "In Intune open Devices > Enrollment > Windows Autopilot > Devices, and look for the serial number of the PC.",
      {
        rights: "directory-administrator",
        where: "management",
        proves:
          "Not there: it has to be registered. There with no profile: the profile's group does not hold it yet. There with another state: wait until it says Assigned, then begin the setup anew.",
      },
    ),
    reads(
      "For an event 171, run `Get-Tpm` from an elevated PowerShell window (Shift+F10 during the setup) and read `TpmPresent`, `TpmReady` and `ManufacturerVersion`.",
      {
        rights: "administrator",
        proves:
          "A virtual TPM cannot be attested. With a real one that is ready, look for newer firmware, and see that the clock is right.",
      },
    ),
    changes("Once the cause is gone, reset the PC and begin the setup anew.", { rights: "administrator" }),
  ],
  sources: [{ page: "autopilotTroubleshooting" }, { page: "autopilotKnownIssues" }],
  bad: [
    `
Log Name: Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot
Event ID: 171
Description:
AutopilotManager failed to set TPM identity confirmed. HRESULT=0x81039001.
                                                               ^^^^^^^^^^ autopilot-failed`,
    `
Log Name: Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot
Event ID: 815
Description:
ZtdDeviceHasNoAssignedProfile - No profile assigned to the device, and no default profile found in the tenant.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ autopilot-failed`,
  ],
  good: [
    `
Log Name: Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot
Event ID: 161
Description:
AutopilotManager retrieve settings succeeded.`,
    `
Log Name: Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot
Event ID: 815
Description:
ZtdDeviceHasNoAssignedProfile

Log Name: Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot
Event ID: 161
Description:
AutopilotManager retrieve settings succeeded.`,
  ],
  *check({ events }) {
    const told = events.filter(({ entry }) => entry?.about === "setup" && entry.nature !== "information")
    const last = told.at(-1)
    if (!last || last.entry?.nature === "success") return
    const failed = told.slice(told.findLastIndex(({ entry }) => entry?.nature === "success") + 1)
    // Event 172 follows from 171; of the others the newest counts.
    const event = failed.findLast(({ entry }) => entry?.id !== FOLLOWS) ?? last
    const root = event.codes.at(-1)
    const entry = root && codeMeaning(root.code, "enrollment")
    const what = `Windows Autopilot, event ${event.entry?.id}: ${event.entry?.title}`
    yield {
      span: root?.span ?? event.sentence ?? event.section.span,
      ...(root
        ? said(reason(root, "enrollment"), what, `Windows Autopilot, event ${event.entry?.id}`)
        : { message: what }),
      ...(root && { code: root.code }),
      ...(entry && { entry }),
      related: failed.flatMap((other) =>
        other === event
          ? []
          : [
              {
                span: other.sentence ?? other.section.span,
                message: `Event ${other.entry?.id}: ${other.entry?.title}`,
              },
            ],
      ),
    }
  },
})

const FOLLOWS = 172
