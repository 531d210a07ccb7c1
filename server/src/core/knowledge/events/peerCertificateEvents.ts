import { type EventEntry, told } from "./eventEntry.ts"
import { aadMessages } from "./sources.ts"

/** The short-lived certificates that joined PCs show each other, as for Remote Desktop, in the AAD log. */
export const peerCertificateEvents: readonly EventEntry[] = told(
  { log: "AAD", about: "sign-in", source: aadMessages },
  [
    {
      id: 1127,
      title: "renewal of the peer certificate begins",
      says: "AadCloudAPPlugin device P2P certificate update thread started",
      nature: "information",
    },
    {
      id: 1128,
      title: "renewal of the peer certificate ends",
      says: "AadCloudAPPlugin device P2P certificate update thread stopped",
      nature: "information",
    },
    {
      id: 1130,
      title: "correlation ID of a peer certificate of the device",
      says: "AadCloudAPPlugin DeviceP2PCertificateUpdate Correlation ID",
      nature: "information",
    },
    {
      id: 1131,
      title: "peer certificate of the device not renewed",
      says: "Update P2P device certificate failure",
      meaning:
        "Entra joined PCs use short-lived certificates among each other, for example for Remote Desktop. PRT and join do not need them.",
      nature: "information",
    },
    {
      id: 1132,
      title: "correlation ID of a user's certificate",
      says: "AadCloudAPPlugin GetCertificateFromCred Correlation ID",
      nature: "information",
    },
    {
      id: 1133,
      title: "peer certificate of the user not renewed",
      says: "Update P2P user certificate failure",
      nature: "information",
    },
    {
      id: 1135,
      title: "correlation ID of a certificate renewal",
      says: "AadCloudAPPlugin RenewCertificate Correlation ID",
      nature: "information",
    },
    {
      id: 1136,
      title: "check of a peer's certificate begins",
      says: "AadCloudAPPlugin AcceptPeerCertificate Start",
      nature: "information",
    },
    {
      id: 1137,
      title: "check of a peer's certificate ends",
      says: "AadCloudAPPlugin AcceptPeerCertificate Stop",
      nature: "information",
    },
    {
      id: 1138,
      title: "certificate renewal begins",
      says: "AadCloudAPPlugin RenewCertificate Start",
      nature: "information",
    },
    {
      id: 1139,
      title: "certificate renewal ends",
      says: "AadCloudAPPlugin RenewCertificate Stop",
      nature: "information",
    },
    {
      id: 1140,
      title: "question for a user's certificate begins",
      says: "AadCloudAPPlugin GetCertificateFromCred Start",
      nature: "information",
    },
    {
      id: 1141,
      title: "question for a user's certificate ends",
      says: "AadCloudAPPlugin GetCertificateFromCred Stop",
      nature: "information",
    },
    {
      id: 1151,
      title: "peer certificate of the device failed",
      says: "AadCloudAPPlugin P2P device certificate update error",
      nature: "information",
    },
    { id: 1256, title: "peer certificate failed", says: "P2P certificate update error", nature: "information" },
  ],
)
