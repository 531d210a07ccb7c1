import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { bundles } from "../scripts/build.ts"

describe("the bundles", async () => {
  const built = await bundles({ write: false })
  const text = (file: string) => built.find((bundle) => bundle.file === file)?.text ?? assert.fail(`no ${file}`)

  it("are the two clients, the two servers and the command line", () => {
    assert.deepEqual(built.map(({ file }) => file).sort(), [
      "dist/catalogue.js",
      "dist/cli.cjs",
      "dist/client.browser.cjs",
      "dist/client.cjs",
      "dist/server.browser.js",
      "dist/server.cjs",
    ])
  })

  it("for the browser need nothing of Node", () => {
    for (const file of ["dist/client.browser.cjs", "dist/server.browser.js"]) {
      const needed = [...text(file).matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name)
      assert.deepEqual([...new Set(needed)], file.includes("client") ? ["vscode"] : [])
    }
  })

  it("of server and command line reach for no network", () => {
    for (const file of ["dist/server.browser.js", "dist/cli.cjs"]) {
      assert.doesNotMatch(
        text(file),
        /\bfetch\(|XMLHttpRequest|sendBeacon|require\("(?:node:)?(?:https?|net|dns|tls)"\)/,
      )
    }
  })

  it("of the clients carry no catalogue", () => {
    for (const file of ["dist/client.cjs", "dist/client.browser.cjs"]) {
      assert.doesNotMatch(text(file), /WININET_E_TIMEOUT|AADSTS50126|AadRecoveryEnabled/)
    }
  })

  it("of the command line carry no protocol and no editor", () => {
    assert.doesNotMatch(text("dist/cli.cjs"), /vscode-languageserver|require\("vscode"\)/)
  })
})
