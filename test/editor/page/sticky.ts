import type { Check } from "./checks.ts"
import { again, goTo, openFile } from "./window.ts"

/** Far down in the server's message of the second capture, so that the group begins above the window. */
const LINE = 140

export const sticky: Check = {
  name: "sticky scroll shows the capture, the section and the group",
  run: async (page) => {
    await openFile(page, "two-captures.dsreg")
    const stuck = (text: string) => page.locator(".sticky-widget .sticky-line-content", { hasText: text }).first()
    await again(page, async () => {
      await goTo(page, LINE)
      await stuck("dsregcmd /status").waitFor()
      await stuck("Diagnostic Data").waitFor()
      await stuck("Previous Registration").waitFor()
    })
  },
}
