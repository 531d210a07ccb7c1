import { type EventEntry, told } from "./eventEntry.ts"
import { aadMessages } from "./sources.ts"

/** How AD FS was asked for its own token, the enterprise PRT, in the AAD log. */
export const enterpriseTokenEvents: readonly EventEntry[] = told(
  { log: "AAD", about: "sign-in", source: aadMessages },
  [
    {
      id: 1116,
      title: "AD FS does not tell how to sign in",
      says: "Get Enterprise STS OAuth Info failure",
      meaning:
        "For the enterprise PRT Windows asks AD FS for its addresses. It matters only where AD FS issues that token.",
      read: "The status and the address in event 1022.",
      phase: "post-join",
    },
    {
      id: 1117,
      title: "enterprise PRT renewal failed",
      says: "Enterprise STS Refresh token failure",
      meaning: "AD FS did not renew the enterprise PRT. The Microsoft Entra PRT is another token.",
      read: "The status, then event 1081 or 1084 for the reason.",
      phase: "post-join",
    },
    {
      id: 1118,
      title: "enterprise PRT refused",
      says: "Enterprise STS Logon failure",
      meaning:
        "AD FS issued no enterprise PRT. The Microsoft Entra PRT is not in question. It matters for certificate trust of Windows Hello and for device rules of AD FS.",
      read: "Event 1081 beside it. MSIS9682 there means that AD FS does not know the device: check device writeback.",
      phase: "post-join",
    },
    {
      id: 1119,
      title: "addresses of AD FS received",
      says: "Enterprise STS OAuth Info response",
      nature: "information",
      phase: "post-join",
    },
    {
      id: 1120,
      title: "enterprise PRT expired",
      says: "Enterprise STS Refresh token is expired",
      meaning: "The token of AD FS came to its end. The Microsoft Entra PRT is not in question.",
      read: "EnterprisePrt in dsregcmd /status, and events 1117 and 1118 for why no new one came.",
      phase: "post-join",
    },
    {
      id: 1121,
      title: "correlation ID of an enterprise PRT renewal",
      says: "Enterprise STS RefreshToken Correlation ID",
      nature: "information",
    },
    {
      id: 1124,
      title: "AD FS switched off for this join",
      says: "Device is DRS joined but Enterprise STS is disabled",
      meaning: "The PC is registered at AD FS, and the use of AD FS for an enterprise PRT is off.",
      read: "EnterpriseJoined in dsregcmd /status. Where nobody wants an enterprise PRT, the event means nothing.",
      phase: "post-join",
    },
    {
      id: 1126,
      title: "PC is joined on premises",
      says: "AadCloudAPPlugin device is Enterprise joined",
      nature: "information",
    },
    {
      id: 1212,
      title: "password expired at AD FS",
      says: "Enterprise logon. Password is expired",
      meaning: "AD FS was asked for an enterprise PRT with a password that is past its end.",
      read: "Whether the password in Active Directory has expired: net user NAME /domain prints the date.",
      phase: "post-join",
    },
    {
      id: 1251,
      title: "diagnostics of an enterprise PRT acquisition",
      says: "DoGetEnterpriseToken Diagnostic Event",
      nature: "information",
      phase: "post-join",
    },
    {
      id: 1253,
      title: "diagnostics of an enterprise PRT renewal",
      says: "DoRefreshEnterpriseToken Diagnostic Event",
      nature: "information",
      phase: "post-join",
    },
  ],
)
