import { fields } from "../fieldEntry.ts"

/**
 * The fields of a Work Account section: one work or school account that the user added to Windows.
 *
 * Microsoft documents none of them; what stands here is read off real logs. The certificate and its key have the same
 * names as in Device Details but belong to the account. Windows before 1809 printed the `Workplace…` lines in User State.
 */
export const workAccountFields = fields([
  {
    kind: "field-entry",
    name: "WorkplaceDeviceId",
    sections: ["work-account", "user-state"],
    type: "guid",
    identity: { kind: "device" },
    meaning:
      "The identifier of the device object that this account's registration created. On a joined device it differs from DeviceId, because join and registration have an object each.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "WorkplaceThumbprint",
    sections: ["work-account", "user-state"],
    type: "fingerprint",
    meaning: "The SHA-1 fingerprint of the certificate this registration got. It is not the certificate of the join.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "DeviceCertificateValidity",
    sections: ["work-account"],
    type: "times",
    mark: true,
    meaning: "The life of this registration's certificate, in UTC.",
    expected: "A range around the time of the log.",
    since: "1809",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "KeyContainerId",
    sections: ["work-account"],
    type: "guid",
    meaning: "The container that keeps the private key of this registration.",
    since: "1809",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "KeyProvider",
    sections: ["work-account"],
    type: "word",
    meaning: "Where this registration keeps its private key: in the TPM or in software.",
    expected: "The platform provider on a PC with a usable TPM. Software is no fault.",
    values: {
      "Microsoft Platform Crypto Provider": "In the TPM.",
      "Microsoft Software Key Storage Provider": "In software.",
    },
    healthy: ["Microsoft Platform Crypto Provider"],
    since: "1809",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "TpmProtected",
    sections: ["work-account"],
    type: "yes-no",
    meaning: "Whether a TPM protects this registration's private key.",
    expected: "YES on a PC with a usable TPM, NO elsewhere; the account works either way.",
    values: {
      YES: "The registration's key is in the TPM.",
      NO: "The registration's key is in software.",
    },
    healthy: ["YES"],
    since: "1809",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "WorkplaceIdp",
    sections: ["work-account", "user-state"],
    type: "url",
    meaning: "By its name, the identity provider of the account. Only older Windows prints the line.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "WorkplaceTenantId",
    sections: ["work-account", "user-state"],
    type: "guid",
    identity: { kind: "tenant" },
    meaning: "The tenant the account belongs to.",
    expected:
      "It may rightly differ from TenantId: work accounts of other tenants are supported. If it is the tenant of the join, the device is in the dual state.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "WorkplaceTenantName",
    sections: ["work-account", "user-state"],
    type: "name",
    identity: { kind: "tenant", as: "name" },
    meaning: "The display name of the account's tenant.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "WorkplaceMdmUrl",
    sections: ["work-account", "user-state"],
    type: "url",
    meaning: "By its name, the MDM enrollment address that the account's tenant offers.",
    expected: "Empty, or an address. By analogy with MdmUrl neither says whether the device is enrolled.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "WorkplaceSettingsUrl",
    sections: ["work-account", "user-state"],
    type: "base64",
    meaning: "The account's counterpart of SettingsUrl: Base64 text, or nothing.",
    expected: "Empty in most logs.",
    sources: [],
  },
  {
    kind: "field-entry",
    name: "NgcSet",
    sections: ["work-account"],
    type: "yes-no",
    meaning:
      "Whether a Windows Hello key is set for this work account. The line of the same name in User State speaks of the signed-in user.",
    expected: "NO is usual.",
    values: {
      YES: "The account has a Windows Hello key.",
      NO: "The account has none.",
    },
    sources: [],
  },
])
