import { connectionPoint, deviceSettings, joinPhase } from "../headings.ts"
import {
  giveSecondFactor,
  makeRoomForDevice,
  mfaSetup,
  registerAction,
  waitAsAsked,
  waitForSync,
} from "../joinLadders.ts"
import { startJoin } from "../ladders.ts"
import type { ServerMessage } from "../serverMessage.ts"
import type { Source } from "../source.ts"
import { changes, fact, reads } from "../step.ts"
import { correctTenant } from "../tenantLadders.ts"
import { helloRemedies } from "./helloAdvice.ts"
import { leftOver, registerAgain, registerAgainSteps } from "./registerAgain.ts"

/** What has to be synchronized before a device can join, and when the join runs again. */
const managedJoin: Source = {
  page: "registration",
  heading: "Microsoft Entra hybrid joined in Managed environments",
  anchor: "microsoft-entra-hybrid-joined-in-managed-environments",
}

/** The organizational units and attributes that Microsoft Entra Connect has to synchronize. */
const prerequisites: Source = { page: "hybridHowTo", heading: "Prerequisites", anchor: "prerequisites" }

const cycle: Source = { page: "syncScheduler", heading: "Start the scheduler", anchor: "start-the-scheduler" }

const cloudSyncDevices: Source = {
  page: "cloudSyncDevices",
  heading: "Enable device sync",
  anchor: "enable-device-sync",
}

/**
 * The messages of the registration service that Microsoft documents.
 *
 * Patterns start at words that are rare in such a text and reach over a bounded distance, so they take linear time.
 */
export const serverMessages: readonly ServerMessage[] = [
  {
    kind: "server-message",
    id: "computer-sid-mismatch",
    errorCode: "AuthenticationError",
    pattern: /\bverification\s+of\s+the\s+target\s+computer\S{0,8}\s+SID\b/i,
    example: "The verification of the target computer's SID",
    places: ["join"],
    title: "device certificate not synchronized yet",
    cause:
      "In a sync join the device signs with the certificate on its computer object, and Microsoft Entra ID compares. The certificate it has for the device is another one, usually because the synchronization has not finished.",
    resolution: [
      reads(
        "Compare the time of the attempt, {Previous Registration}, with that of the last synchronization that Microsoft Entra Connect finished: on its server, the list *Operations* of Synchronization Service Manager.",
        {
          rights: "administrator",
          where: "sync-server",
          proves:
            "If the attempt is older, it was too early, and the next one settles it: start the join. If it is newer, go on.",
        },
      ),
      fact(
        "Do not delete the device in Microsoft Entra ID: that helps no synchronization, and its BitLocker keys and LAPS passwords may go with it.",
      ),
      ...waitForSync.slice(0, -1),
      "Go on to the next step only if it is the same after several cycles. The new registration makes a new certificate, which the sync after it brings to Microsoft Entra ID.",
      registerAgain,
      startJoin,
    ],
    confidence: "inferred",
    sources: [
      joinPhase,
      cycle,
      managedJoin,
      {
        page: "pendingDevices",
        heading: "How a device gets stuck in a pending state",
        anchor: "how-a-device-gets-stuck-in-a-pending-state",
      },
      { page: "softDelete", heading: "Supported device types", anchor: "supported-device-types" },
      cloudSyncDevices,
      registerAgainSteps,
      leftOver,
    ],
  },
  {
    kind: "server-message",
    id: "device-object-not-found",
    errorCode: "DirectoryError",
    pattern: /\bdevice\s+object\s+by\s+the\s+given\s+id\b[\s\S]{0,200}?\b(?:is|was)(?:\s+not|n.{0,6}?t)\s+found\b/i,
    example: "The device object by the given id (e92325d0-xxxx-xxxx-xxxx-94ae875d5245) is not found.",
    places: ["join"],
    title: "device object not synchronized yet",
    cause:
      "A sync join needs the device object in Microsoft Entra ID, and Microsoft Entra Connect has not brought it there yet. In the first attempts of a new device this is expected.",
    resolution: waitForSync,
    note: "The limit of a day is a rule of thumb.",
    confidence: "inferred",
    sources: [joinPhase, cycle, prerequisites, managedJoin, cloudSyncDevices],
  },
  {
    kind: "server-message",
    id: "registration-throttled",
    errorCode: "DirectoryError",
    pattern: /\b(?:is|was)\s+(?:temporarily\s+)?throttled\b|\bthrottled\s+temporarily\b/i,
    example: "Your request is throttled temporarily. Please try after 300 seconds.",
    places: ["join"],
    title: "request throttled, to be repeated later",
    cause:
      "The registration service slows this device down, probably because several registration requests came shortly after each other. It is expected and passes.",
    resolution: waitAsAsked,
    note: "Microsoft lists the message for federated joins.",
    sources: [joinPhase],
  },
  {
    kind: "server-message",
    id: "device-limit-reached",
    errorCode: "DirectoryError",
    pattern: /\bDeviceCapReached\b|QuotaExceeded\b|\bmaximum\s+number\s+of\s+devices\b|\bdevice\s+(?:limit|quota)\b/i,
    example:
      "User 'e92325d0-xxxx-xxxx-xxxx-94ae875d5245' is not eligible to enroll a device of type 'Windows'. Reason 'DeviceCapReached'.",
    places: ["join"],
    title: "device limit of the user reached",
    cause:
      "Microsoft Entra ID turned the device down, because the user who joins it has as many devices as the tenant allows to one. The code beside the message may say something more general.",
    resolution: makeRoomForDevice,
    note: "Hybrid joined devices do not count toward the limit. Several wordings of the message are in public reports.",
    confidence: "reported",
    sources: [deviceSettings],
  },
  {
    kind: "server-message",
    id: "resource-id-invalid",
    errorCode: "InvalidParameter",
    pattern: /\bresource\s+id\s+parameter\b.{0,300}?\bis\s+invalid\b/is,
    example: "The resource id parameter (/subscriptions/…/virtualMachines/vm-app-01) is invalid.",
    places: ["join"],
    title: "the resource ID of the virtual machine is refused",
    cause:
      "The extension of an Azure virtual machine hands over the resource ID of the machine, and the registration service does not take it. In a public report the name of the machine in Azure was longer than the 15 characters that a computer's name may have.",
    resolution: [
      reads(
        "In the Azure portal, compare the name of the virtual machine with the name that Windows has: both should be the same and no longer than 15 characters.",
        {
          where: "app",
          proves:
            "The one in Azure is longer: that is the cause; go on. Both are short and the same: take the message to Microsoft Support.",
        },
      ),
      changes("If the name is longer, make the virtual machine anew with a shorter one.", { where: "app" }),
    ],
    confidence: "reported",
    sources: [{ page: "vmResourceName" }],
  },
  {
    kind: "server-message",
    id: "second-factor-missing",
    errorCode: "0x801c03ed",
    pattern: /\bmulti-?\s?factor\s+authentication\s+(?:is|was)\s+required\b/i,
    example: "Multi-factor authentication is required for a 'ProvisionKey' operation, but was not performed.",
    places: ["join", "hello"],
    title: "second factor asked for and not given",
    cause:
      "The tenant asks for multifactor authentication where somebody joins a device or sets up Windows Hello, and the sign-in before it had only one factor. The code beside it, such as 0x801c03ed, stands for other reasons too.",
    resolution: giveSecondFactor,
    confidence: "inferred",
    sources: [helloRemedies, deviceSettings, registerAction, mfaSetup],
  },
  {
    kind: "server-message",
    id: "tenant-not-found",
    errorCode: "DirectoryError",
    pattern: /\bAADSTS90002\b|\btenant\s+\S{1,80}\s+(?:(?:is|was)\s+)?not\s+found\b/i,
    example:
      "AADSTS90002: Tenant 11111111-2222-3333-4444-555555555555 not found. This error might happen if there are no active subscriptions for the tenant. Check with your subscription administrator.",
    places: ["join"],
    title: "tenant not found",
    cause:
      "The service connection point (SCP) sends the device to a tenant that Microsoft Entra ID does not find. Usually the tenant ID in it is wrong; a tenant without an active subscription answers the same.",
    resolution: [fact("The tenant ID that the device asked for stands in {Server Message}."), ...correctTenant],
    sources: [
      joinPhase,
      connectionPoint,
      {
        page: "hybridControl",
        heading: "Configure client-side registry setting for SCP",
        anchor: "configure-client-side-registry-setting-for-scp",
      },
    ],
  },
]
