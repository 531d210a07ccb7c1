import { deviceState } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** In the old layout a device id can stand on a device that is only registered. */
export const registrationBehindDeviceId = rule({
  id: "registration-behind-device-id",
  severity: "info",
  about: ["WorkplaceThumbprint"],
  summary: "The device id is that of a work account, not of a join.",
  why: "Before Windows 10 version 1809, dsregcmd prints the identity of a work account among the device's own lines. The same thumbprint stands at the work account, so this device is registered and not joined.",
  fix: reads("Read `AzureAdJoined` for the join.", {
    rights: "user",
    proves: "Only that line tells; the identifier is the one of the work account.",
  }),
  sources: [deviceState],
  bad: [
    `
             AzureAdJoined : NO
                  DeviceId : 11111111-2222-3333-4444-555555555555
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ registration-behind-device-id
                Thumbprint : AA11BB22CC33DD44EE55FF66AA77BB88CC99DD00
              DomainJoined : NO
           WorkplaceJoined : YES
       WorkplaceThumbprint : AA11BB22CC33DD44EE55FF66AA77BB88CC99DD00`,
  ],
  good: [
    `
             AzureAdJoined : YES
                  DeviceId : 11111111-2222-3333-4444-555555555555
                Thumbprint : AA11BB22CC33DD44EE55FF66AA77BB88CC99DD00
       WorkplaceThumbprint : 1111BB22CC33DD44EE55FF66AA77BB88CC99DD00`,
  ],
  *check(log) {
    const device = log.field("DeviceId")
    const own = log.field("Thumbprint")
    const account = log.field("WorkplaceThumbprint")
    if (!device || !own || !account || !log.says("AzureAdJoined", "NO")) return
    if (!/^[0-9a-f]{40}$/i.test(own.value) || own.value.toLowerCase() !== account.value.toLowerCase()) return
    yield {
      span: device.valueSpan,
      message: "The identity of a work account, as older Windows prints it; the device is not joined",
      related: [{ span: account.valueSpan, message: "The same thumbprint at the work account" }],
    }
  },
})
