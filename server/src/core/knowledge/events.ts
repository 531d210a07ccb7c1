import type { Phase } from "./code.ts"
import type { Confidence } from "./confidence.ts"
import {
  authenticationPhase,
  deviceDetails,
  deviceState,
  discoverPhase,
  helloPrerequisites,
  joinErrorCode,
  joinPhase,
  postJoinDiagnostics,
  precheckPhase,
  prtEvents,
} from "./headings.ts"
import type { Source } from "./source.ts"

/** One event of Windows that tells about a join, a token or Windows Hello where dsregcmd does not. */
export interface EventEntry {
  readonly kind: "event-entry"
  readonly id: number
  /** The log it stands in, below Applications and Services Logs > Microsoft > Windows. */
  readonly log: string
  /** A few words for a list or a line end, lower case, no full stop: `join succeeded`. */
  readonly title: string
  /** How the event's own text begins, by which it is known when it was pasted without its header. */
  readonly sentences?: readonly RegExp[]
  readonly meaning: string
  /** What to read in it. */
  readonly read: string
  /** What it reports by itself; it says nothing about how serious that is. */
  readonly nature: "failure" | "information" | "success"
  /** The phase it stands for; absent where the event itself names one. */
  readonly phase?: Phase
  readonly confidence?: Confidence
  readonly sources: readonly [Source, ...Source[]]
}

const userDeviceRegistration = "User Device Registration"
const aad = "AAD"

const prtCodes: Source = {
  page: "prt",
  heading: 'Status codes ("STATUS_" prefix, codes that begin with "0xc000")',
  anchor: "status-codes-status_-prefix-codes-that-begin-with-0xc000",
}

/**
 * The events worth reading beside a log of dsregcmd.
 *
 * Microsoft's pages name most of them and explain few; the rest of what stands here is read off the events' own texts,
 * and says so where that is all there is. The events of User Device Registration stand in its Admin log. In AAD, errors
 * and warnings stand in Operational, the others in Analytic, which is hidden and off until somebody turns it on.
 */
export const eventEntries: readonly EventEntry[] = [
  {
    kind: "event-entry",
    id: 201,
    log: userDeviceRegistration,
    title: "discovery of the registration service failed",
    sentences: [/^The discovery operation callback failed with exit code\b/i],
    meaning: "Discovery of the registration service failed.",
    read: "The exit code: it is what newer Windows prints as the second code of DRS Discovery Test. Then the HTTP status and the server's response, if one came back.",
    nature: "failure",
    phase: "discover",
    sources: [discoverPhase],
  },
  {
    kind: "event-entry",
    id: 204,
    log: userDeviceRegistration,
    title: "the registration service refused the join",
    sentences: [/^The get join response operation callback failed with exit code\b/i],
    meaning: "The join request got an error, or no usable answer, from the registration service.",
    read: "The exit code, the HTTP status and the server's response. They correspond to Client ErrorCode, Https Status, and Server ErrorCode with Server Message.",
    nature: "failure",
    phase: "join",
    sources: [joinPhase],
  },
  {
    kind: "event-entry",
    id: 220,
    log: userDeviceRegistration,
    title: "the computer's own object in AD was not readable",
    sentences: [/^Unable to retrieve the local computer.s name in the specified format\b/i],
    meaning:
      "Windows could not look up its own computer object in Active Directory. With 0x801c001d in the join phase this is the cause. Windows files it under Information, so a filter for errors misses it.",
    read: "The Windows error at the end. 1312 and 1317 point to replication between domain controllers and can pass by themselves.",
    nature: "failure",
    phase: "join",
    sources: [joinPhase],
  },
  {
    kind: "event-entry",
    id: 304,
    log: userDeviceRegistration,
    title: "automatic join failed",
    sentences: [/^Automatic registration failed at join phase\b/i],
    meaning:
      "The automatic join failed. Its text speaks of the join phase, but its debug output names the phase that really failed. Where nobody set up hybrid join the attempt has to fail, and the event means nothing.",
    read: "The exit code, the registration type, and `errorPhase` in the debug output. They correspond to Client ErrorCode, Registration Type and Error Phase.",
    nature: "failure",
    sources: [joinErrorCode, { page: "hybridControl" }],
  },
  {
    kind: "event-entry",
    id: 305,
    log: userDeviceRegistration,
    title: "no token for the join",
    sentences: [/^Automatic registration failed at authentication phase\b/i],
    meaning:
      "The automatic join could not get a token from the federation service or Microsoft Entra ID. It happens in federated domains only, and the join may still succeed as sync-join.",
    read: "The exit code, the server error, and the ADAL code, message and log.",
    nature: "failure",
    phase: "auth",
    sources: [joinErrorCode, authenticationPhase],
  },
  {
    kind: "event-entry",
    id: 306,
    log: userDeviceRegistration,
    title: "automatic join succeeded",
    sentences: [/^Automatic registration succeeded\b/i],
    meaning: "The PC is joined. Failures with an earlier time are history.",
    read: "Its time, against the times of the failures. Users get their tokens only when they sign in or unlock after it.",
    nature: "success",
    phase: "join",
    sources: [{ page: "prtConcept" }],
  },
  {
    kind: "event-entry",
    id: 307,
    log: userDeviceRegistration,
    title: "no tenant data in AD",
    sentences: [/^Automatic registration failed\. Failed to lookup the registration service information\b/i],
    meaning:
      "The tenant's registration data could not be read from Active Directory, that is, from the SCP. Where hybrid join was never set up, or a targeted rollout cleared the SCP, this is to be expected.",
    read: "The exit code.",
    nature: "failure",
    phase: "discover",
    sources: [joinErrorCode, discoverPhase, { page: "hybridControl" }],
  },
  {
    kind: "event-entry",
    id: 309,
    log: userDeviceRegistration,
    title: "registration service not discovered",
    sentences: [/^Failed to discover the (?:Azure AD|Microsoft Entra(?: ID)?) DRS service\b/i],
    meaning:
      "Windows could not find out the addresses of the registration service. Event 201 at the same time has the detail.",
    read: "The exit code. If it is general, take the one of event 201.",
    nature: "failure",
    phase: "discover",
    sources: [discoverPhase],
  },
  {
    kind: "event-entry",
    id: 324,
    log: userDeviceRegistration,
    title: "no token from the web account manager",
    sentences: [/^Unable to get a token using the Web Account Manager\b/i],
    meaning:
      "Windows needed a token of the signed-in user, as it does to register a Windows Hello key, and the Web Account Manager gave none. Known from its text only.",
    read: "The token provider's error code and message, then the correlation ID. A message with an AADSTS code is the server's answer.",
    nature: "failure",
    sources: [{ page: "hybridJoin" }],
  },
  {
    kind: "event-entry",
    id: 330,
    log: userDeviceRegistration,
    title: "two registration services configured",
    sentences: [/^(?:Azure|Microsoft Entra(?: ID)?) DRS and Enterprise DRS are configured for this device\b/i],
    meaning:
      "The PC is told to register both at Microsoft Entra ID and on premises. A PC can be joined to one of them only.",
    read: "The tenant name and the enterprise name in the text. Each can come from the SCP or from the registry; keep the one you want.",
    nature: "failure",
    phase: "discover",
    sources: [deviceState],
  },
  {
    kind: "event-entry",
    id: 331,
    log: userDeviceRegistration,
    title: "pre-check finished",
    sentences: [/^Automatic device join pre-check tasks completed\. Debug output\b/i],
    meaning: "The pre-check before a join is done. The event lists what it found and judges nothing.",
    read: "preCheckResult, isDcAvailable and isJoined. They are the lines `dsregcmd /join /debug` prints.",
    nature: "information",
    phase: "precheck",
    sources: [precheckPhase],
  },
  {
    kind: "event-entry",
    id: 332,
    log: userDeviceRegistration,
    title: "damaged join, will be renewed",
    sentences: [/^Automatic device join pre-check tasks found that this device is joined\b/i],
    meaning:
      "The pre-check found the PC joined, but with something missing, and is going to remove the join and join again. What was missing it does not say. Known from its text only.",
    read: "Whether event 306 follows. If event 304 follows instead, the PC may be left without a join.",
    nature: "information",
    phase: "precheck",
    sources: [precheckPhase],
  },
  {
    kind: "event-entry",
    id: 333,
    log: userDeviceRegistration,
    title: "join was not run as SYSTEM",
    sentences: [
      /^Automatic device join pre-check tasks completed\. The device can NOT be joined\. The process MUST run\b/i,
    ],
    meaning:
      "Somebody started the automatic join under another account than SYSTEM, and it refused. The scheduled task is not affected. Known from its text only.",
    read: "The user in the event's header. Start the scheduled task Automatic-Device-Join instead.",
    nature: "failure",
    phase: "precheck",
    sources: [precheckPhase],
  },
  {
    kind: "event-entry",
    id: 334,
    log: userDeviceRegistration,
    title: "no domain controller in reach",
    sentences: [
      /^Automatic device join pre-check tasks completed\. The device can NOT be joined because a domain controller\b/i,
    ],
    meaning:
      "The join did not begin because no domain controller could be found. On a laptop away from the network or off VPN that is normal, and the task tries again.",
    read: "Its time: was the PC on the internal network then? If it was, look at DNS and the network path to a domain controller.",
    nature: "failure",
    phase: "precheck",
    sources: [precheckPhase],
  },
  {
    kind: "event-entry",
    id: 335,
    log: userDeviceRegistration,
    title: "already joined",
    sentences: [/^Automatic device join pre-check tasks completed\. The device is already joined\b/i],
    meaning:
      "The join task found the PC joined and had nothing to do. On a healthy PC every run of the task ends like this.",
    read: "Nothing. It says that the join exists on this PC, not that the tenant still accepts it; DeviceAuthStatus says that.",
    nature: "success",
    phase: "precheck",
    sources: [deviceDetails],
  },
  {
    kind: "event-entry",
    id: 344,
    log: userDeviceRegistration,
    title: "device key out of reach",
    sentences: [/^Failed to access the device key\. If you have a TPM\b/i],
    meaning:
      "The private key of the join could not be used. The text itself suspects a TPM that is locked or in an unclear state.",
    read: "The error. A TPM lockout ends by itself; leave the PC on and do not clear the TPM, which would destroy the key.",
    nature: "failure",
    phase: "post-join",
    sources: [{ page: "tpm", heading: "Anti-hammering", anchor: "anti-hammering" }, joinPhase],
  },
  {
    kind: "event-entry",
    id: 345,
    log: userDeviceRegistration,
    title: "device key missing",
    sentences: [/^Failed to access the device key\. The device key has likely been removed\b/i],
    meaning:
      "The private key of the join is gone. A cleared TPM does that, and so does an image that was taken from a joined PC.",
    read: "The error, and KeySignTest in dsregcmd /status from an elevated prompt. If it fails too, the PC has to be registered again.",
    nature: "failure",
    phase: "post-join",
    sources: [joinPhase, postJoinDiagnostics],
  },
  {
    kind: "event-entry",
    id: 358,
    log: userDeviceRegistration,
    title: "Windows Hello will be set up",
    sentences: [/^Windows Hello for Business provisioning will be launched\b/i],
    meaning: "All conditions are met, and Windows is going to offer the user the setup of Windows Hello for Business.",
    read: "The lines are those of Ngc Prerequisite Check in words. If the setup then fails, later events tell why.",
    nature: "success",
    phase: "post-join",
    sources: [helloPrerequisites],
  },
  {
    kind: "event-entry",
    id: 360,
    log: userDeviceRegistration,
    title: "Windows Hello will not be set up",
    sentences: [/^Windows Hello for Business provisioning will not be launched\b/i],
    meaning:
      "At least one condition for Windows Hello for Business is not met. Where nobody wants the feature that is right, and the event can come at every sign-in.",
    read: "The lines with No: they are those of Ngc Prerequisite Check in words. If the policy line says No, stop there. Events 361 and 362 begin with the same sentence and add certificate lines.",
    nature: "information",
    phase: "post-join",
    sources: [helloPrerequisites],
  },
  {
    kind: "event-entry",
    id: 362,
    log: userDeviceRegistration,
    title: "Windows Hello will not be set up (certificate trust)",
    meaning:
      "The same as event 360 where certificates come from AD FS. A No in its last lines blocks the setup although everything in event 360 says Yes.",
    read: "The lines about the enterprise: endpoint, template and sign-in to the enterprise STS, that is, AD FS. The last of them fails together with EnterprisePrt.",
    nature: "information",
    phase: "post-join",
    sources: [helloPrerequisites, { page: "enterpriseStsQuestion" }],
  },
  {
    kind: "event-entry",
    id: 1006,
    log: aad,
    title: "PRT acquisition begins",
    sentences: [/^AadCloudAPPlugin GetToken Start\b/i],
    meaning: "Windows begins to get a PRT. Everything up to the next event 1007 belongs to this attempt.",
    read: "Nothing in itself. It is the upper end of the stretch to read, in Analytic and Operational together.",
    nature: "information",
    phase: "post-join",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1007,
    log: aad,
    title: "PRT acquisition ends",
    sentences: [/^AadCloudAPPlugin GetToken Stop\b/i],
    meaning: "The attempt to get a PRT is over. The event is written after success and failure alike.",
    read: "The status: it is the final code, the one dsregcmd prints as Attempt Status. 0x0 is success.",
    nature: "information",
    phase: "post-join",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1018,
    log: aad,
    title: "correlation ID of a PRT attempt",
    sentences: [/^AadCloudAPPlugin GetToken Correlation ID\b/i],
    meaning: "Gives the attempt its correlation ID. It follows event 1006.",
    read: "The identifier. Find the events of the same attempt by it, and the attempt in the tenant's sign-in log.",
    nature: "information",
    phase: "post-join",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1022,
    log: aad,
    title: "address being called",
    meaning: "The address Windows calls in this step of the attempt.",
    read: "For a server's error take the first one before event 1081 or 1088. For a network error take the one before event 1084.",
    nature: "information",
    phase: "post-join",
    sources: [prtCodes],
  },
  {
    kind: "event-entry",
    id: 1025,
    log: aad,
    title: "HTTP status of a refused call",
    sentences: [/^Http request status: \d/i],
    meaning:
      "A server answered with an HTTP status. Microsoft's pages do not mention it; a published event shows a refusal with 400.",
    read: "The status, the address and the correlation ID. An answer came, so the network works; event 1081 or 1088 has the reason.",
    nature: "failure",
    phase: "post-join",
    sources: [{ page: "enterpriseStsQuestion" }],
  },
  {
    kind: "event-entry",
    id: 1081,
    log: aad,
    title: "the sign-in server refused",
    sentences: [/^OAuth response error:/i],
    meaning:
      "Microsoft Entra ID refused and gave its reason. AD FS uses the same event when it refuses an enterprise PRT, and then the description starts with MSIS.",
    read: "The description: its code, AADSTS… or MSIS…, is the cause.",
    nature: "failure",
    phase: "post-join",
    sources: [prtCodes, { page: "enterpriseStsQuestion" }],
  },
  {
    kind: "event-entry",
    id: 1084,
    log: aad,
    title: "call failed",
    sentences: [/^Http transport error\. Status:/i],
    meaning: "A call to a sign-in address failed. For a network fault this event has the code of the network stack.",
    read: "The code, and the address in event 1022. If event 1081 or 1088 stands beside it a server did answer, and its reason counts.",
    nature: "failure",
    phase: "post-join",
    sources: [prtCodes],
  },
  {
    kind: "event-entry",
    id: 1086,
    log: aad,
    title: "error within a PRT attempt",
    meaning:
      "An error in the course of a PRT acquisition. Microsoft's sample lists it between events 1084 and 1160 and does not explain it.",
    read: "The status, if it differs from the one in event 1007. Events 1081, 1084 and 1088 tell more.",
    nature: "failure",
    phase: "post-join",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1088,
    log: aad,
    title: "the federation service refused",
    sentences: [/^WSTrust response error:/i],
    meaning:
      "The WS-Trust endpoint of the federation service refused and gave its reason. It happens in federated domains only.",
    read: "The code and the description, which can be XML. The federation service's own log has the other half.",
    nature: "failure",
    phase: "post-join",
    sources: [prtCodes],
  },
  {
    kind: "event-entry",
    id: 1097,
    log: aad,
    title: "token broker warning",
    meaning:
      "A warning from the token broker about one app's request for a token. Neither the join nor the PRT is in question. Microsoft does not document it.",
    read: "Leave it alone unless an app fails to sign in at the very same time. Then the code and an AADSTS code in the text count.",
    nature: "information",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1098,
    log: aad,
    title: "token broker operation failed",
    sentences: [/^Error: 0x[0-9a-f]{8} Token broker operation failed\b/i],
    meaning:
      "An app asked the token broker for a token and got none. By itself it proves no fault of the join or the PRT: a request that may not show a prompt fails where one is needed.",
    read: "The code, the operation and any AADSTS code. 0xCAA5001C is general. Microsoft's page traces it to lost permissions on a registry key of the user's.",
    nature: "failure",
    sources: [{ page: "event1098" }],
  },
  {
    kind: "event-entry",
    id: 1104,
    log: aad,
    title: "Cloud AP plug-in call failed",
    sentences: [/^AAD Cloud AP plugin call\b/i],
    meaning:
      "One call to the Windows component that signs users in to Microsoft Entra ID failed. The text names the call.",
    read: "The call and its code. `Get token` is the PRT, and its code reads like Attempt Status. 0xC000023C stands for a broken connection as well as for a refusal; event 1081, 1084 or 1088 beside it tells which.",
    nature: "failure",
    phase: "post-join",
    sources: [prtCodes],
  },
  {
    kind: "event-entry",
    id: 1144,
    log: aad,
    title: "user name asked about",
    meaning: "Windows asks where this user signs in. The event shows the user principal name it asks with.",
    read: "The name. Its domain has to be verified in the tenant; a name with .local or without a domain is a known cause of failure.",
    nature: "information",
    phase: "post-join",
    sources: [
      prtCodes,
      {
        page: "prt",
        heading: 'Common CloudAP plug-in error codes ("AAD_CLOUDAP_E_" prefix, codes that begin with "0xc004")',
        anchor: "common-cloudap-plug-in-error-codes-aad_cloudap_e_-prefix-codes-that-begin-with-0xc004",
      },
    ],
  },
  {
    kind: "event-entry",
    id: 1157,
    log: aad,
    title: "start of another plug-in operation",
    meaning:
      "Microsoft's sample lists it right after event 1007, so it is no part of the PRT attempt. It is not explained.",
    read: "Nothing. Go back to the stretch between events 1006 and 1007.",
    nature: "information",
    phase: "post-join",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1158,
    log: aad,
    title: "end of another plug-in operation",
    meaning: "Ends what event 1157 began. It too stands outside the PRT attempt and is not explained.",
    read: "Nothing, as far as the PRT is concerned; the final code of that is in event 1007.",
    nature: "information",
    phase: "post-join",
    sources: [prtEvents],
  },
  {
    kind: "event-entry",
    id: 1160,
    log: aad,
    title: "last error of a PRT attempt",
    meaning:
      "In Microsoft's sample it is the last error before the attempt ends with event 1007. What it stands for is not published.",
    read: "Event 1007 for the code and the errors before this one for the cause.",
    nature: "failure",
    phase: "post-join",
    sources: [prtEvents],
  },
]
