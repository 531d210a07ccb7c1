import { type EventEntry, told } from "./eventEntry.ts"
import { aadMessages } from "./sources.ts"

/** How the PRT that is there was renewed, in the AAD log. */
export const prtRenewalEvents: readonly EventEntry[] = told({ log: "AAD", about: "sign-in", source: aadMessages }, [
  {
    id: 1028,
    title: "PRT renewal begins",
    says: "AadCloudAPPlugin RefreshToken Start",
    meaning: "Windows begins to renew the PRT. What follows up to event 1029 belongs to it.",
    nature: "information",
    phase: "post-join",
  },
  {
    id: 1029,
    title: "PRT renewal ends",
    says: "AadCloudAPPlugin RefreshToken Stop",
    read: "The status. 0x0 is a renewed PRT; any other is what RefreshPrtDiagnostics in dsregcmd /status tells about.",
    nature: "information",
    phase: "post-join",
  },
  {
    id: 1030,
    title: "correlation ID of a PRT renewal",
    says: "AadCloudAPPlugin RefreshToken Correlation ID",
    nature: "information",
    phase: "post-join",
  },
  {
    id: 1094,
    title: "PRT renewal failed",
    says: "Refresh token failure. Status:",
    meaning: "The PRT was not renewed. The one at hand works until it expires.",
    read: "The status, and event 1081, 1084 or 1088 before it for the reason.",
    phase: "post-join",
  },
  {
    id: 1095,
    title: "PRT of another user",
    says: "Refresh token user SIDs don't match",
    meaning: "The token at hand belongs to another account than the one that signed in.",
    read: "The correlation ID. Signing out and in gets a new PRT.",
    phase: "post-join",
  },
  {
    id: 1096,
    title: "PRT expired",
    says: "Refresh token is expired",
    meaning: "The PRT came to its end before it could be renewed. The user has to sign in while the PC is online.",
    phase: "post-join",
  },
  {
    id: 1122,
    title: "PRT of another subject",
    says: "Refresh token subject don't match",
    meaning: "The PRT at hand was issued to another subject than the one who signed in.",
    read: "Whether a new PRT comes after signing out and in: event 1007 with 0x0.",
    phase: "post-join",
  },
  {
    id: 1145,
    title: "why the PRT needs renewing",
    says: "AAD Cloud AP plugin token needs refresh reason",
    nature: "information",
  },
  { id: 1146, title: "PRT not due for renewal", says: "Token is not refreshed. token time", nature: "information" },
  {
    id: 1155,
    title: "session key refused, device key tried",
    says: "Logon with session key failure",
    meaning: "The quick way to a PRT failed, and Windows goes the long way by itself.",
    read: "Whether event 1007 ends with 0x0.",
    nature: "information",
    phase: "post-join",
  },
  {
    id: 1252,
    title: "diagnostics of a PRT renewal",
    says: "DoRefreshToken Diagnostic Event",
    nature: "information",
    phase: "post-join",
  },
])
