import type { Page } from "../../../scripts/editor/browser.ts"

/** What a window did, from a moment on; what is asked for counts until the next check. */
export interface Watch {
  /** Fails where the window asked anybody but its own server, or did anything that no reader asked for. */
  check(): Promise<void>
}

/** Where a page asks that never was. */
const CANARY = "https://canary.example/"

/** Watches a window: what it asks the network for, what it opens, and what a script of a log would do in it. */
export function watched(page: Page): Watch {
  const requests: string[] = []
  const trouble: string[] = []
  page.context().on("request", (request) => requests.push(request.url()))
  page.on("websocket", (socket) => requests.push(socket.url()))
  page.on("popup", () => trouble.push("a window opened"))
  page.on("dialog", (dialog) => {
    trouble.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on("download", () => trouble.push("a download began"))
  page.on("console", (message) => /evil/.test(message.text()) && trouble.push(`the console says: ${message.text()}`))
  page.on("pageerror", (error) => /evil/.test(error.message) && trouble.push(`a script failed: ${error.message}`))
  return {
    check: async () => {
      const { host } = new URL(page.url())
      // Who would not see this request sees none.
      await page.evaluate((url) => fetch(url).catch(() => undefined), CANARY)
      const others = requests.splice(0).filter((url) => !isOwn(url, host))
      const [canary, ...more] = others.sort((a, b) => Number(b === CANARY) - Number(a === CANARY))
      if (canary !== CANARY) throw new Error("the watch sees no request")
      if (more.length + trouble.length > 0)
        throw new Error([...more.map((url) => `a request: ${url}`), ...trouble].join("; "))
    },
  }
}

/** Of the window's own server, or what a view in it loads: that has a name of its own, and a worker in the page gets it there. */
function isOwn(url: string, host: string): boolean {
  const { protocol, host: asked, pathname } = new URL(url)
  if (protocol === "data:" || protocol === "blob:" || asked === host) return true
  const [, port] =
    /^vscode-remote\+127-002e0-002e0-002e1-003a(\d+)\.vscode-resource\.vscode-cdn\.net$/.exec(asked) ?? []
  // Files of the editor's extensions and of ours, never one beside a log.
  return host.endsWith(`:${port}`) && /\/extensions\/|\/syntaxes\/preview\.css$/.test(pathname)
}
