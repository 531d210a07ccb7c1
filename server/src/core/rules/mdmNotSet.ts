import { tenantDetails } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** No device management is configured for this user. */
export const mdmNotSet = rule({
  id: "mdm-not-set",
  severity: "info",
  about: ["MdmUrl : "],
  summary: "No device management address is set.",
  why: "The tenant gave the device no address for mobile device management (MDM): it is not configured, or the user is not in its scope. That is no fault of the join. An address would not prove an enrollment either.",
  fix: [
    reads(
      "If the device should be managed, open Entra ID > Mobility in the Microsoft Entra admin center, choose the MDM (Microsoft Intune), and read *MDM user scope*.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "None, or a group without the user: the user gets no address, and the device does not enroll by itself. All, or the user's group: the address comes with the next sign-in.",
      },
    ),
  ],
  sources: [tenantDetails],
  bad: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
                    MdmUrl :
                    ^^^^^^ mdm-not-set
                 MdmTouUrl :`,
  ],
  good: [
    `
             AzureAdJoined : YES
              DomainJoined : NO
                    MdmUrl : https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc`,
  ],
  *check(log) {
    const address = log.field("MdmUrl", "tenant-details", "device-state")
    if (address && address.value === "" && log.isJoined) {
      yield { span: address.nameSpan, message: "No device management address, which is no fault of the join" }
    }
  },
})
