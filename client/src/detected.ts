import type { Recognition } from "../../server/src/core/log/recognize.ts"
import type { Reading } from "./readingList.ts"

/** What happens with a text document of another language: read as a log at once, offered to be, or left alone. */
export type Detected = "read" | "offer" | "leave"

/** For each value of `dsreg.detect`, what happens with a text that nobody decided on. */
const BY_SETTING: Readonly<Record<string, Readonly<Record<Recognition, Detected>>>> = {
  certain: { certain: "read", maybe: "offer", no: "leave" },
  offer: { certain: "offer", maybe: "offer", no: "leave" },
  always: { certain: "read", maybe: "read", no: "leave" },
  never: { certain: "leave", maybe: "leave", no: "leave" },
}

/**
 * What to do with a text by the setting, by what its reader decided before, and by how sure it is that it is a log;
 * that is asked only where it matters. A setting that nobody knows is the preset.
 */
export function detected(setting: string, decided: Reading | undefined, sure: () => Recognition): Detected {
  if (setting === "never" || decided === "text") return "leave"
  return decided === "log" ? "read" : ((BY_SETTING[setting] ?? BY_SETTING.certain)?.[sure()] ?? "leave")
}
