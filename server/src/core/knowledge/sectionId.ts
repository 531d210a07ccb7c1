/** The sections dsregcmd prints; `other` is a title it never prints. */
export type SectionId =
  | "device-state"
  | "device-details"
  | "tenant-details"
  | "user-state"
  | "sso-state"
  | "work-account"
  | "diagnostic-data"
  | "ie-proxy"
  | "ie-proxy-system"
  | "url-proxy"
  | "winhttp-proxy"
  | "ngc"
  /** The output of `dsregcmd /join /debug` and its kin, which has no boxes. */
  | "join-debug"
  /** One event copied from Event Viewer. */
  | "event"
  | "untitled"
  | "other"

/** `previous-registration` and `prt-diagnostics` are the two groups that dsregcmd prints without a title. */
export type BlockId = "fields" | "previous-registration" | "prt-diagnostics"
