import { type EventEntry, told } from "./eventEntry.ts"
import { aadMessages } from "./sources.ts"

/** What the sign-in found of the join: its certificate, its keys, its state, in the AAD log. */
export const deviceAtSignInEvents: readonly EventEntry[] = told({ log: "AAD", about: "sign-in", source: aadMessages }, [
  {
    id: 1089,
    title: "PC not joined",
    says: "Device is not cloud domain joined",
    meaning: "The sign-in component found no join to Microsoft Entra ID, so it asks for no PRT.",
    read: "AzureAdJoined in dsregcmd /status. On a PC that is not to be joined the event means nothing.",
    nature: "information",
    phase: "post-join",
  },
  {
    id: 1103,
    title: "encrypted answer not readable",
    says: "Can't decrypt OAuth response",
    read: "The error. The key in the TPM opens such answers.",
    phase: "post-join",
  },
  {
    id: 1105,
    title: "call to the device registration failed",
    says: "Device registration API call ",
    meaning: "The sign-in component asked Windows about the join and got an error.",
    read: "The call and its code.",
    phase: "post-join",
  },
  {
    id: 1152,
    title: "device key not usable at sign-in",
    says: "AadCloudAPPlugin device certificate key error",
    meaning: "Every PRT is asked for with the key of the join, and that key could not be used.",
    read: "The error, and KeySignTest in dsregcmd /status from an elevated prompt.",
    phase: "post-join",
  },
  {
    id: 1153,
    title: "device certificate not there at sign-in",
    says: "AadCloudAPPlugin device certificate not available for logon",
    meaning: "The certificate of the join was not found when the user signed in, so no PRT could be asked for.",
    read: "DeviceCertificateValidity and KeySignTest in dsregcmd /status.",
    phase: "post-join",
  },
  {
    id: 1247,
    title: "recovery of the registration asked for",
    says: "RunRecovery registry value (",
    meaning: "The sign-in component found the keys of the join unusable and asks Windows to register again.",
    read: "Context and reason. AadRecoveryEnabled in dsregcmd /status shows the same.",
    nature: "information",
    phase: "post-join",
  },
])
