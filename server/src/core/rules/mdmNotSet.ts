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
  fix: reads("If the device should be managed, look at the MDM user scope in the admin center.", {
    rights: "directory-administrator",
    where: "directory",
    proves: "A user outside the scope gets no address, and the device is not enrolled by itself.",
  }),
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
