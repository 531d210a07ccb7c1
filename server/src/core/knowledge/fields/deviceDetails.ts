import { fields } from "../fieldEntry.ts"
import { deviceDetails } from "../headings.ts"

/** The fields of Device Details, printed on joined devices only. Windows before 1809 had some of them in Device State. */
export const deviceDetailsFields = fields([
  {
    kind: "field-entry",
    name: "DeviceId",
    sections: ["device-details", "device-state"],
    type: "guid",
    identity: { kind: "device" },
    meaning:
      "The identifier of this device in the Microsoft Entra tenant, by which the admin center finds the device object. Windows before 1809 printed the line in Device State, even with AzureAdJoined NO. There it can belong to a work account, whose WorkplaceThumbprint then equals Thumbprint.",
    expected: "The Device ID of exactly one enabled object in the tenant. Several PCs with the same value were cloned.",
    since: "1511",
    sources: [
      deviceDetails,
      { page: "registration", heading: "Microsoft Entra hybrid joined in Managed environments" },
      { page: "hybridPlan", heading: "OS imaging considerations" },
    ],
  },
  {
    kind: "field-entry",
    name: "Thumbprint",
    sections: ["device-details", "device-state"],
    type: "fingerprint",
    meaning:
      "The SHA-1 fingerprint of the device certificate. The certificate itself stands in the computer's Personal store.",
    expected:
      "The fingerprint of a certificate from MS-Organization-Access that is still in that store. Where it is gone from there, the device cannot prove itself.",
    since: "1511",
    sources: [deviceDetails, { page: "faq" }],
  },
  {
    kind: "field-entry",
    name: "DeviceCertificateValidity",
    sections: ["device-details"],
    type: "times",
    mark: true,
    meaning: "From when to when the device certificate is valid, in UTC. By default it lives ten years.",
    expected:
      "A range around the time of the log. If it seems expired or not yet valid, look at the clock of the PC first: ten years rarely run out.",
    since: "1809",
    sources: [deviceDetails, { page: "faq" }],
  },
  {
    kind: "field-entry",
    name: "KeyContainerId",
    sections: ["device-details", "device-state"],
    type: "guid",
    meaning: "The container that holds the private key of the device certificate.",
    unjudged: "names",
    since: "1511",
    sources: [deviceDetails],
  },
  {
    kind: "field-entry",
    name: "KeyProvider",
    sections: ["device-details", "device-state"],
    type: "word",
    meaning: "Which Windows key store keeps the private key of the device: hardware (TPM) or software.",
    expected:
      "The platform provider on a PC whose TPM can be used. Software is normal on virtual machines without a TPM and with TPM 1.2, which hybrid join leaves unused from Windows 10 1903.",
    values: {
      "Microsoft Platform Crypto Provider": "The key lives in the TPM.",
      "Microsoft Software Key Storage Provider": "The key lives in software. The join works all the same.",
    },
    healthy: ["Microsoft Platform Crypto Provider"],
    since: "1511",
    sources: [deviceDetails, { page: "hybridPlan", heading: "Other considerations", anchor: "other-considerations" }],
  },
  {
    kind: "field-entry",
    name: "TpmProtected",
    sections: ["device-details", "device-state"],
    type: "yes-no",
    meaning: "Whether the private key of the device is kept in a hardware TPM.",
    expected:
      "YES on a PC with a TPM 2.0 that works. NO is weaker protection, not a broken join, and normal on virtual machines without a TPM and with TPM 1.2.",
    values: {
      YES: "The TPM keeps the key.",
      NO: "Software keeps the key. It points to a TPM problem only together with a TPM code in the same log.",
    },
    healthy: ["YES"],
    since: "1511",
    sources: [deviceDetails, { page: "hybridPlan", heading: "Other considerations", anchor: "other-considerations" }],
  },
  {
    kind: "field-entry",
    name: "DeviceAuthStatus",
    sections: ["device-details"],
    type: "text",
    codes: "unmarked",
    meaning:
      "The result of asking Microsoft Entra ID about this device during the run. The test goes out under the SYSTEM account and needs the network there.",
    expected:
      "SUCCESS. After an object is disabled it can take up to an hour until the change takes effect, so SUCCESS does not rule out a fresh change.",
    values: {
      SUCCESS: "The device object exists and is enabled.",
      "FAILED. Device is either disabled or deleted":
        "Microsoft Entra ID no longer accepts the device. Find the object by its DeviceId, then enable, restore or register it again.",
      "FAILED. ERROR":
        "The test could not run, which says nothing about the object. Real output prints `FAILED. Error: 0x…` here, with the code of what stopped the test, most often the network of SYSTEM. Mend that and run the command again.",
    },
    healthy: ["SUCCESS"],
    since: "21H1",
    sources: [deviceDetails, { page: "faq" }],
  },
])
