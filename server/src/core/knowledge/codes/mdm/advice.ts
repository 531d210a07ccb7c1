import type { Source } from "../../source.ts"

export const constants: Source = { page: "mdmConstants", heading: "MDM registration error values" }

export const messages: Source = { page: "mdmIntegration", heading: "Error codes", anchor: "error-codes" }
