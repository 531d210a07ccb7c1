import { deviceDetails } from "../knowledge/headings.ts"
import { reads } from "../knowledge/step.ts"
import { rule } from "./rule.ts"
/** The check of the device failed, and what should say how was cut off or is not known. */
export const deviceAuthFailed = rule({
  id: "device-auth-failed",
  severity: "warning",
  about: ["DeviceAuthStatus : FAIL…"],
  phase: "post-join",
  summary: "The check of the device in Microsoft Entra ID failed, for a reason not shown.",
  why: "Behind FAILED dsregcmd prints one of two reasons: the device is disabled or deleted, or the check could not run. Neither stands here, so the line was shortened, or the text is not a documented one.",
  fix: [
    reads(
      "Open a command prompt as administrator, run `dsregcmd /status` and read the whole line `DeviceAuthStatus`.",
      {
        rights: "administrator",
        proves:
          "SUCCESS: the device is accepted. `disabled or deleted`: its object is the cause. A code: the question did not get through; look the code up.",
      },
    ),
    reads("In the Microsoft Entra admin center open Entra ID > Devices > All devices and search for {DeviceId}.", {
      rights: "directory-administrator",
      where: "entra",
      proves:
        "If it is disabled or missing there, the device object is the cause: enable it, or register the PC again. If it is there and enabled, only the check failed: test the network.",
    }),
  ],
  sources: [deviceDetails],
  bad: [
    `
          DeviceAuthStatus : FAILED
                             ^^^^^^ device-auth-failed`,
  ],
  good: [
    "          DeviceAuthStatus : SUCCESS",
    "          DeviceAuthStatus : FAILED. Device is either disabled or deleted",
    "          DeviceAuthStatus : FAILED. Error: 0xd000023c",
    "          DeviceAuthStatus : FAILED. ERROR",
    "          DeviceAuthStatus :",
  ],
  *check(log) {
    const status = log.field("DeviceAuthStatus")
    if (!status || !/^FAIL/i.test(status.value) || /disabled\s+or\s+deleted|\bERROR/i.test(status.value)) return
    yield {
      span: status.valueSpan,
      message: "The check of the device in Microsoft Entra ID failed, and the log does not say why",
    }
  },
})
