import type { FieldEntry } from "../fieldEntry.ts"
import type { Source } from "../knowledge/source.ts"

const findPhase: Source = {
  page: "hybridJoin",
  heading: "Step 3: Find the phase in which the join failed, and the error code",
  anchor: "step-3-find-the-phase-in-which-the-join-failed-and-the-error-code",
}
const join: Source = { page: "hybridJoin", heading: "Join phase", anchor: "join-phase" }
const auth: Source = { page: "hybridJoin", heading: "Authentication phase", anchor: "authentication-phase" }
const precheck: Source = { page: "hybridJoin", heading: "Precheck phase", anchor: "precheck-phase" }
const ngc: Source = { page: "dsregcmd", heading: "NGC prerequisites check", anchor: "ngc-prerequisites-check" }
const prtEvents: Source = {
  page: "prt",
  heading: "Method 2: Use Event Viewer to examine AAD analytic and operational logs",
  anchor: "method-2-use-event-viewer-to-examine-azure-ad-analytic-and-operational-logs",
}
const prtCodes: Source = {
  page: "prt",
  heading: 'Status codes ("STATUS_" prefix, codes that begin with "0xc000")',
  anchor: "status-codes-status_-prefix-codes-that-begin-with-0xc000",
}

/**
 * The header that Event Viewer copies with an event, and the named lines inside the events of the logs
 * User Device Registration and AAD.
 *
 * The header is the same for every event in Windows. Of the lines inside, Microsoft shows pictures and explains few.
 */
export const eventFields: readonly FieldEntry[] = [
  {
    kind: "field-entry",
    name: "Log Name",
    aliases: ["LogName"],
    sections: ["event"],
    meaning:
      "The log the event stands in. Microsoft-Windows-User Device Registration/Admin is about joins, Microsoft-Windows-AAD/Operational and /Analytic about tokens.",
    sources: [findPhase, prtEvents],
  },
  {
    kind: "field-entry",
    name: "Source",
    aliases: ["ProviderName"],
    sections: ["event"],
    meaning: "The part of Windows that wrote the event. The same number means something else from another source.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Date",
    aliases: ["TimeCreated", "Date and Time"],
    sections: ["event"],
    meaning:
      "When the event was written. Event Viewer shows the local time of the PC where it was read, while dsregcmd prints UTC.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Event ID",
    aliases: ["EventID"],
    sections: ["event"],
    meaning: "The number that tells what happened, together with the source.",
    sources: [findPhase, prtEvents],
  },
  {
    kind: "field-entry",
    name: "Task Category",
    sections: ["event"],
    meaning:
      "In the AAD log, the component: AadCloudAPPlugin Operation is sign-in to Windows and its PRT, AadTokenBrokerPlugin Operation is an app that asks for a token. In User Device Registration it is None.",
    sources: [prtEvents],
  },
  {
    kind: "field-entry",
    name: "Level",
    aliases: ["LevelDisplayName"],
    sections: ["event"],
    meaning: "How serious Windows takes the event. Some events at Information report a failure all the same.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Keywords",
    sections: ["event"],
    meaning: "Labels for filtering the log. There is nothing to diagnose in them.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "User",
    sections: ["event"],
    meaning:
      "The account the step ran under. The automatic join runs as SYSTEM; a user's name or SID points to something that user started.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Computer",
    aliases: ["MachineName"],
    sections: ["event"],
    meaning: "The PC that wrote the event. Check that it is the PC of the log beside it.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Description",
    aliases: ["Message"],
    sections: ["event"],
    meaning: "The event's own text. It begins in this line or the next and goes on to the end of the event.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Exit code",
    sections: ["event"],
    meaning:
      "Why the step failed. Windows puts its own words for the code, or `Unknown HResult Error code:` and the number where it has none; that phrase says nothing about the fault.",
    expected: "In event 304 read it with errorPhase. It corresponds to Client ErrorCode in the output of /status.",
    sources: [findPhase],
  },
  {
    kind: "field-entry",
    name: "Server error",
    sections: ["event"],
    meaning:
      "The registration or federation service's answer, if one was noted. `empty` or nothing at all is common and does not prove that no answer came; event 204 holds it.",
    values: { empty: "Nothing was noted." },
    sources: [join],
  },
  {
    kind: "field-entry",
    name: "Tenant type",
    aliases: ["tenantType"],
    sections: ["event"],
    meaning: "How the tenant's domain signs in. It decides which kind of join is tried first.",
    values: {
      Managed: "At Microsoft Entra ID.",
      Federated: "At a federation service such as AD FS.",
    },
    sources: [{ page: "registration" }],
  },
  {
    kind: "field-entry",
    name: "Registration type",
    aliases: ["registrationType"],
    sections: ["event"],
    meaning:
      "How the attempt tried to join. `%4` in its place is a gap in the text and not a value; the debug output can then stand under Tenant type.",
    values: {
      sync: "Sync-join: the computer object has to be synchronized to Microsoft Entra ID first.",
      fed: "Federated join: the federation service vouches for the computer.",
    },
    sources: [join],
  },
  {
    kind: "field-entry",
    name: "Debug Output",
    sections: ["event"],
    meaning: "The inner state of the attempt, line by line. errorPhase in it names the phase that really failed.",
    values: {
      undefined: "The attempt ended before it had anything to tell.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "joinMode",
    sections: ["event"],
    meaning: "What was attempted.",
    values: { Join: "A join." },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "drsInstance",
    sections: ["event"],
    meaning: "The registration service the attempt was for.",
    expected: "azure for hybrid join.",
    values: {
      azure: "The service of Microsoft Entra ID.",
      ent: "An on-premises service, as part of AD FS. A PC with this value is not on its way to hybrid join.",
      undefined: "None was chosen yet.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "tenantId",
    sections: ["event"],
    meaning: "The tenant the PC tried to join, as the SCP or the registry names it.",
    expected: "Your tenant's identifier.",
    sources: [{ page: "hybridJoin", heading: "Discover phase", anchor: "discover-phase" }],
  },
  {
    kind: "field-entry",
    name: "configLocation",
    sections: ["event"],
    meaning: "By its name, where the tenant's data came from. Known events print undefined.",
    values: { undefined: "Not noted, which is the usual case and no fault." },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "errorPhase",
    sections: ["event"],
    meaning:
      "The phase in which the attempt stopped, as Error Phase in the output of /status. It is right where the first sentence of event 304 always says join.",
    values: {
      "pre-check": "No domain controller was in reach, or the pre-check failed otherwise.",
      discover: "The tenant or the registration service could not be found.",
      auth: "No token came from the federation service.",
      join: "The registration service did not register the device.",
    },
    sources: [findPhase],
  },
  {
    kind: "field-entry",
    name: "adalCorrelationId",
    sections: ["event"],
    meaning: "The identifier of the token request. It joins event 304 with its event 305.",
    values: { undefined: "No token was asked for, as in sync-join." },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "adalLog",
    sections: ["event"],
    meaning:
      "The steps of the sign-in library, newest first, one to a line. The top code is the outermost and says least; read the codes below it. 0x0 and 0x4aa… codes are no failures.",
    values: { undefined: "No token was asked for." },
    sources: [auth],
  },
  {
    kind: "field-entry",
    name: "adalResponseCode",
    sections: ["event"],
    meaning:
      "The outer code of the token request. In published events it repeats the exit code; the cause is one of the inner codes in the log above it.",
    values: { "0x0": "No token request failed." },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Tenant Name",
    sections: ["event"],
    meaning: "The domain name that stands for the tenant in the SCP or the registry.",
    expected: "A domain that is verified in the tenant. The host name of a federation service is not one.",
    sources: [{ page: "hybridJoin", heading: "Discover phase", anchor: "discover-phase" }],
  },
  {
    kind: "field-entry",
    name: "AdalMessage",
    sections: ["event"],
    meaning: "Which step of the sign-in library failed. It is the same for many causes; read AdalErrorCode.",
    sources: [auth],
  },
  {
    kind: "field-entry",
    name: "AdalError",
    sections: ["event"],
    meaning: "The failure as a short word, such as authentication_failed. It is too broad to act on.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AdalErrorCode",
    sections: ["event"],
    meaning:
      "Why no token was obtained. It can differ from the exit code above it, and then says more. A short value such as 0x2ee6 is a bare network error number in hexadecimal.",
    sources: [auth, { page: "winHttp" }],
  },
  {
    kind: "field-entry",
    name: "Activity Id",
    sections: ["event"],
    meaning: "The identifier of the request to the registration service, for Microsoft support.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "The server returned HTTP status",
    sections: ["event"],
    meaning: "The HTTP status of the registration service's answer, as Https Status in the output of /status.",
    sources: [join],
  },
  {
    kind: "field-entry",
    name: "Server response was",
    sections: ["event"],
    meaning:
      "The registration service's answer as it came, mostly JSON. ErrorType and Message in it are Server ErrorCode and Server Message in the output of /status. A page in HTML comes from a proxy.",
    sources: [join, { page: "hybridJoin", heading: "Discover phase", anchor: "discover-phase" }],
  },
  {
    kind: "field-entry",
    name: "isDcAvailable",
    sections: ["event"],
    meaning: "In event 331, whether a domain controller was in reach.",
    values: {
      YES: "One answered.",
      NO: "None answered, so the join did not begin.",
    },
    sources: [precheck],
  },
  {
    kind: "field-entry",
    name: "Device is AAD joined ( AADJ or DJ++ )",
    sections: ["event"],
    meaning: "Whether the PC is joined or hybrid joined: IsDeviceJoined in the output of /status. DJ++ is hybrid.",
    values: {
      Yes: "It is.",
      No: "It is not, so Windows Hello for Business waits.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "User has logged on with AAD credentials",
    sections: ["event"],
    meaning: "Whether the signed-in user is one of Microsoft Entra ID: IsUserAzureAD in the output of /status.",
    values: {
      Yes: "The user is.",
      No: "The user is not, as with a local account.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "Windows Hello for Business policy is enabled",
    sections: ["event"],
    meaning: "Whether a policy turns the feature on: PolicyEnabled in the output of /status.",
    values: {
      Yes: "A policy does.",
      No: "None does. Where nobody wants the feature, this is the whole story of the event.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "Windows Hello for Business post-logon provisioning is enabled",
    sections: ["event"],
    meaning: "Whether Windows starts the setup by itself after sign-in: PostLogonEnabled in the output of /status.",
    values: {
      Yes: "It does.",
      No: "Something of your own is meant to start it.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "Local computer meets Windows hello for business hardware requirements",
    sections: ["event"],
    meaning: "Whether the hardware will do: DeviceEligible in the output of /status.",
    values: { Yes: "It will.", No: "It will not.", "Not Tested": "Nothing to conclude." },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "User is not connected to the machine via Remote Desktop",
    sections: ["event"],
    meaning: "Whether the user sits at the PC itself: SessionIsNotRemote in the output of /status.",
    values: {
      Yes: "At the PC itself.",
      No: "By Remote Desktop. The setup cannot be started from there; it is no defect.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "User certificate for on premise auth policy is enabled",
    sections: ["event"],
    meaning: "Whether a policy asks for a certificate beside the key, that is, certificate trust.",
    values: {
      Yes: "Certificate trust. The lines about the enterprise in event 362 then matter.",
      No: "No certificate is asked for.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "Cloud trust for on premise auth policy is enabled",
    sections: ["event"],
    meaning: "Whether a policy asks for cloud Kerberos trust.",
    values: {
      Yes: "Cloud Kerberos trust. The next line then has to say Yes.",
      No: "Another kind of trust, or none.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [],
  },
  {
    kind: "field-entry",
    name: "User account has Cloud TGT",
    sections: ["event"],
    meaning:
      "Whether the user has the Kerberos ticket that cloud Kerberos trust needs: OnPremTGT in the output of /status.",
    expected: "Yes with cloud Kerberos trust, Not Tested without.",
    values: {
      Yes: "The ticket is there.",
      No: "It is missing. That matters only with cloud Kerberos trust.",
      "Not Tested": "Cloud Kerberos trust is not in use, as a published event shows.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "Enterprise user logon certificate enrollment endpoint is ready",
    sections: ["event"],
    meaning:
      "Whether AD FS can hand out the certificates of certificate trust: AdfsRaIsReady in the output of /status.",
    values: {
      Yes: "AD FS says that it can.",
      No: "It cannot, or could not be asked.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "Enterprise user logon certificate template is",
    sections: ["event"],
    meaning: "Whether the certificate template is ready: LogonCertTemplateReady in the output of /status.",
    values: {
      Yes: "The template is ready.",
      No: "It is not. Look at the template and the registration authority in AD FS.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "User has successfully authenticated to the enterprise STS",
    sections: ["event"],
    meaning:
      "Whether the user has a token of AD FS: AdfsRefreshToken in the output of /status, which goes with EnterprisePrt.",
    values: {
      Yes: "The user has.",
      No: "The user has not. With certificate trust this blocks the setup; read why EnterprisePrt is missing.",
      "Not Tested": "Nothing to conclude.",
    },
    sources: [ngc, { page: "enterpriseStsQuestion" }],
  },
  {
    kind: "field-entry",
    name: "Certificate enrollment method",
    sections: ["event"],
    meaning: "Where the certificate is to come from: CertEnrollment in the output of /status.",
    values: {
      "enrollment authority": "From AD FS as registration authority.",
      "mobile device management": "From an MDM.",
      none: "No certificate is asked for.",
    },
    sources: [ngc],
  },
  {
    kind: "field-entry",
    name: "OAuth response error",
    sections: ["event"],
    meaning:
      "The short code with which the server refused, in event 1081. It can come from Microsoft Entra ID or from AD FS; the description shows which.",
    values: { invalid_grant: "The server did not accept what it was offered. The description says why." },
    sources: [prtCodes],
  },
  {
    kind: "field-entry",
    name: "WSTrust response error",
    sections: ["event"],
    meaning: "The code with which the federation service refused, in event 1088.",
    sources: [prtCodes],
  },
  {
    kind: "field-entry",
    name: "Error description",
    aliases: ["ErrorDescription"],
    sections: ["event"],
    meaning:
      "The server's reason. AADSTS… comes from Microsoft Entra ID, MSIS… and ID… from AD FS. From a federation service it can be a piece of XML.",
    sources: [prtCodes],
  },
  {
    kind: "field-entry",
    name: "Correlation ID",
    aliases: ["CorrelationID", "correlation ID (request)"],
    sections: ["event"],
    meaning:
      "The identifier of the request. All events with the same one belong together, and the server's sign-in log can be searched for it.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Status",
    sections: ["event"],
    meaning: "How the operation ended. In event 1007 it is the final code of the PRT acquisition.",
    expected: "0x0.",
    values: { "0x0": "It succeeded." },
    sources: [prtEvents],
  },
  {
    kind: "field-entry",
    name: "Http request status",
    sections: ["event"],
    meaning: "The HTTP status the server answered with, in event 1025. Method, address and correlation ID follow.",
    expected: "Below 400. Otherwise read the event with the server's code, 1081 or 1088.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Method",
    sections: ["event"],
    meaning: "How the address was called, GET or POST.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Endpoint Uri",
    sections: ["event"],
    meaning:
      "The address that was called. A host of your own with /adfs/ in the path is the federation service. Event 1022 holds nothing else.",
    sources: [prtCodes],
  },
  {
    kind: "field-entry",
    name: "Realm discovery for",
    sections: ["event"],
    meaning: "The user principal name that Windows asked about, in event 1144.",
    expected: "A name whose domain is verified in the tenant.",
    sources: [prtCodes],
  },
  {
    kind: "field-entry",
    name: "Error",
    sections: ["event"],
    meaning:
      "The code, with words behind it. A plain decimal number is the same code in decimal, which happens where the event's text could not be put together.",
    sources: [{ page: "event1098" }],
  },
  {
    kind: "field-entry",
    name: "Operation name",
    sections: ["event"],
    meaning: "What the app asked the token broker for, such as GetTokenSilently or RequestToken.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Code",
    sections: ["event"],
    meaning:
      "A code of the operation: a number in events of the token broker, a word where a server's answer is quoted.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "ErrorMessage",
    sections: ["event"],
    meaning: "Windows' own words for the code, where the event is shown as raw data.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "AdditionalInformation",
    sections: ["event"],
    meaning: "Where in the program it happened, and often a second, more exact code.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Request",
    sections: ["event"],
    meaning: "What the app asked for: authority, client, resource and the identifier of the request.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Request status code",
    sections: ["event"],
    meaning: "In event 324, how the Web Account Manager answered.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Token provider error code",
    sections: ["event"],
    meaning: "In event 324, the code of the component that should have given the token. It is nearest to the cause.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "Token provider error message",
    sections: ["event"],
    meaning: "In event 324, the words for that code. An AADSTS… code in them is the server's answer.",
    sources: [],
  },
]
