import { deviceDetails } from "../knowledge/headings.ts"
import { changes, reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The marks of a virtual desktop on this device do not fit together. */
export const virtualDesktopInvalid = rule({
  id: "virtual-desktop-invalid",
  severity: "warning",
  about: ["Virtual Desktop : INVALID…"],
  summary: "The virtual desktop data of the device is not valid.",
  why: "Virtual desktop products mark their machines, so that the directory can tell short-lived devices apart. The marks on this one are incomplete or wrong.",
  fix: [
    reads("Compare what dsregcmd prints below `Virtual Desktop` with what the vendor of the virtual desktop writes.", {
      rights: "user",
      proves: "A value that is missing or that the vendor does not write makes the whole invalid.",
    }),
    changes("Let the vendor of the virtual desktop product check what it writes into the image.", {
      rights: "administrator",
    }),
  ],
  sources: [deviceDetails, { page: "vdi" }],
  bad: [
    `
           Virtual Desktop : INVALID
                             ^^^^^^^ virtual-desktop-invalid`,
  ],
  good: ["           Virtual Desktop : NOT SET", "           Virtual Desktop : YES"],
  *check(log) {
    const desktop = log.field("Virtual Desktop")
    if (desktop && /^INVALID/i.test(desktop.value)) {
      yield { span: desktop.valueSpan, message: "The virtual desktop data of this device is not valid" }
    }
  },
})
