import type { Source } from "../source.ts"

export const hybridTable: Source = {
  page: "hybridJoin",
  heading: "Step 3: Troubleshoot further, based on the found error code",
  anchor: "step-3-troubleshoot-further-based-on-the-found-error-code",
}

export const prtStatus: Source = {
  page: "prt",
  heading: 'Status codes ("STATUS_" prefix, codes that begin with "0xc000")',
  anchor: "status-codes-status_-prefix-codes-that-begin-with-0xc000",
}
