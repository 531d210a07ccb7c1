import type { Check } from "./checks.ts"
import { diagnosed } from "./window.ts"

export const squiggle: Check = {
  name: "a squiggle under the failing value",
  run: diagnosed,
}
