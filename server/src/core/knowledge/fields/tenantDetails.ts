import { fields } from "../fieldEntry.ts"
import { tenantDetails } from "../headings.ts"
import type { Source } from "../source.ts"

const nationalClouds: Source = { page: "hybridHowTo" }

/**
 * The fields of Tenant Details, printed on joined devices only. Windows before 1809 had them in Device State.
 *
 * Microsoft explains the MDM addresses and shows the other lines only in a sample. Where a meaning rests on the name
 * alone, it says so.
 */
export const tenantDetailsFields = fields([
  {
    kind: "field-entry",
    name: "TenantName",
    sections: ["tenant-details", "device-state"],
    type: "name",
    identity: { kind: "tenant", as: "name" },
    meaning: "The display name of the tenant the device is joined to.",
    expected:
      "Your tenant's name, or nothing. An empty name occurs in healthy logs of hybrid joined devices and Azure virtual machines.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "TenantId",
    sections: ["tenant-details", "device-state"],
    type: "guid",
    identity: { kind: "tenant" },
    meaning: "The identifier of the tenant the device is joined to.",
    expected:
      "Your tenant. AzureAdPrtAuthority and the addresses below should name the same one; some of them may use a domain name in its place.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "Idp",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "By its name, the host of the identity provider. Microsoft only shows the line in a sample.",
    expected: "login.windows.net in the known logs. Several healthy logs do not have the line at all.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "AuthCodeUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "The sign-in address of the tenant. It names the tenant by its identifier or by one of its domains.",
    expected: "Your tenant, on the sign-in host of your cloud: login.microsoftonline.com in the public one.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "AccessTokenUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning:
      "The token address of the tenant. As in AuthCodeUrl, the tenant stands there as an identifier or a domain.",
    expected: "The same host and tenant as AuthCodeUrl.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "MdmUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning:
      "The enrollment address for mobile device management (MDM) that the tenant offers this user. It shows the tenant's automatic enrollment settings, not whether the device is enrolled.",
    expected:
      "An address where automatic enrollment is set up for the user. Empty is no join error: either no MDM is configured or the user is not in its scope.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "MdmTouUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning:
      "By its name, where the MDM service shows its terms of use. An Entra join asks the user to accept such terms where the tenant has them.",
    expected: "Filled or empty together with the tenant's MDM settings; neither proves that the device is managed.",
    sources: [tenantDetails, { page: "registration", heading: "Microsoft Entra joined in Managed environments" }],
  },
  {
    kind: "field-entry",
    name: "MdmComplianceUrl",
    aliases: ["dmComplianceUrl"],
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "By its name, where the MDM service tells users about compliance.",
    expected: "An address of the MDM service, or nothing where the tenant or this user has no MDM.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "SettingsUrl",
    sections: ["tenant-details", "device-state"],
    type: "base64",
    meaning:
      "A Base64 text. In the sample Microsoft once published it decodes to a short JSON list of addresses; what they serve is not explained.",
    expected: "Empty in most logs, which is fine.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "JoinSrvVersion",
    sections: ["tenant-details", "device-state"],
    type: "version",
    meaning: "By its name, the version of the join service. Microsoft does not explain it.",
    expected: "1.0 or 2.0; both stand in healthy logs.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "JoinSrvUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning:
      "By its name and path, the address of the join service. It is part of the Device Registration Service (DRS).",
    expected:
      "enterpriseregistration.windows.net in the public cloud. US Government devices use that host and enterpriseregistration.microsoftonline.us, so it alone does not tell the cloud; the sign-in host in AuthCodeUrl does.",
    sources: [tenantDetails, nationalClouds],
  },
  {
    kind: "field-entry",
    name: "JoinSrvId",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "The URN of the join service.",
    expected: "urn:ms-drs: followed by the host of JoinSrvUrl.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "KeySrvVersion",
    sections: ["tenant-details", "device-state"],
    type: "version",
    meaning: "By its name, the version of the service that registers keys.",
    expected: "1.0 in the known logs.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "KeySrvUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "By its name and path, the address where keys are registered.",
    expected: "The same host as JoinSrvUrl.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "KeySrvId",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "The URN that goes with KeySrvUrl.",
    expected: "urn:ms-drs: and the host that KeySrvUrl has.",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "WebAuthNSrvVersion",
    sections: ["tenant-details", "device-state"],
    type: "version",
    meaning: "By its name, the version of a WebAuthn service. Microsoft's sample shows it without a word on its use.",
    expected: "1.0 in every log known so far.",
    since: "1803",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "WebAuthNSrvUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "An address for WebAuthn, as the name and the path say. The tenant's identifier stands in it.",
    expected: "The tenant of TenantId.",
    since: "1803",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "WebAuthNSrvId",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "The URN that goes with WebAuthNSrvUrl.",
    expected: "urn:ms-drs: and the host of WebAuthNSrvUrl.",
    since: "1803",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "DeviceManagementSrvVer",
    aliases: ["DeviceManagementSrvVersion"],
    sections: ["tenant-details", "device-state"],
    type: "version",
    meaning: "By its name, the version of a device management service. It stands in logs of devices without any MDM.",
    expected: "1.0, as in Microsoft's sample.",
    since: "1803",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "DeviceManagementSrvUrl",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning:
      "An address on the registration host, with the tenant's identifier in its path. Devices without any MDM have it too, so it proves no management.",
    expected: "The tenant that TenantId names.",
    since: "1803",
    sources: [tenantDetails],
  },
  {
    kind: "field-entry",
    name: "DeviceManagementSrvId",
    sections: ["tenant-details", "device-state"],
    type: "url",
    meaning: "The URN that goes with DeviceManagementSrvUrl.",
    expected: "urn:ms-drs: and the host of DeviceManagementSrvUrl.",
    since: "1803",
    sources: [tenantDetails],
  },
])
