import { commands, type Location, languages, type SymbolInformation, Uri, workspace } from "vscode"
import { equal, ok } from "../support/expect.ts"
import { FAIL, openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

/** A log that no other test opens. */
const CLOSED = "closed/lab-pc-12.dsreg"
const NEW = "closed/new.dsreg"
const TENANT = "5f1c9a0e-3b7d-4f42-8a11-6d2e90c4b7aa"

describe("a folder of logs", () => {
  it("shows what is wrong in a log that nobody opened", async () => {
    await openLog("healthy-hybrid.dsreg")
    const [error] = await until("a problem of the closed log", async () => some(problems(await at(CLOSED))))
    equal(error, "0x80072ee2")
    ok(!workspace.textDocuments.some(({ uri }) => uri.path.endsWith(CLOSED)), "it is closed")
  })

  it("follows a log that is made, changed and deleted", async () => {
    const uri = await at(NEW)
    await write(
      uri,
      `             AzureAdJoined : NO\n              DomainJoined : YES\n        DRS Discovery Test : ${FAIL}\n`,
    )
    await until("a problem of the new log", () => some(problems(uri)))
    await write(uri, "             AzureAdJoined : YES\n              DomainJoined : YES\n")
    await until("no problem of the mended log", () => (problems(uri).length === 0 ? true : undefined))
    await write(uri, `             AzureAdJoined : NO\n        DRS Discovery Test : ${FAIL}\n`)
    await until("a problem of the log that fails again", () => some(problems(uri)))
    await workspace.fs.delete(uri)
    await until("no problem of the deleted log", () => (problems(uri).length === 0 ? true : undefined))
  })

  it("takes a log of any name by its content, and what was in a deleted folder goes with it", async () => {
    const [log, text] = [await at("sub/deep/PC-0427.txt"), await at("sub/deep/printer.txt")]
    await write(text, "The printer is out of paper.\n")
    // Of what is written while a folder is new nothing may be told, so it is written now and then until it is.
    let written = 0
    await until("a problem of the log", async () => {
      if (Date.now() - written > 2000) {
        written = Date.now()
        await write(log, `  AzureAdJoined : NO\n  DomainJoined : YES\n  DRS Discovery Test : ${FAIL}\n`)
      }
      return some(problems(log))
    })
    equal(problems(text), [])
    await workspace.fs.delete(await at("sub"), { recursive: true })
    await until("no problem of the deleted folder", () => (problems(log).length === 0 ? true : undefined))
  })

  it("reads what is in a folder that is moved in as a whole", async () => {
    // A folder that no log is looked for in.
    const outside = await at("node_modules/moved")
    await write(
      await at("node_modules/moved/deep/PC-1.txt"),
      `  AzureAdJoined : NO\n  DomainJoined : YES\n  DRS Discovery Test : ${FAIL}\n`,
    )
    await workspace.fs.rename(outside, await at("moved"))
    const log = await at("moved/deep/PC-1.txt")
    await until("a problem of the log that came with its folder", () => some(problems(log)))
    await workspace.fs.delete(await at("moved"), { recursive: true })
    await until("no problem of the deleted folder", () => (problems(log).length === 0 ? true : undefined))
    await workspace.fs.delete(await at("node_modules"), { recursive: true })
  })

  it("says of a log that is too large to be read while it is closed that it is", async () => {
    const uri = await at("large.dsreg")
    await write(uri, `  AzureAdJoined : NO\n${"#".repeat(10_000_000)}`)
    const [word] = await until("a word on the large log", () => some(languages.getDiagnostics(uri)))
    equal([word?.severity, word?.range.start.line], [2, 0])
    await workspace.fs.delete(uri)
    await until("no word on the deleted log", () => (languages.getDiagnostics(uri).length === 0 ? true : undefined))
  })

  it("finds the other logs of a code", async () => {
    const document = await openLog("join-failure.dsreg")
    const place = placeOf(document, "0x80072ee2")
    const found = await until("the place in the closed log", async () => {
      const places = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", document.uri, place)
      return places.some(({ uri }) => uri.path.endsWith(CLOSED)) ? places : undefined
    })
    ok(
      found.some(({ uri }) => uri.toString() === document.uri.toString()),
      "the places in the open log",
    )
  })

  it("finds a device and a tenant by name", async () => {
    for (const name of ["LAB-PC-12", TENANT]) {
      const [symbol] = await until(`the symbol ${name}`, async () =>
        some(await commands.executeCommand<SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", name)),
      )
      ok(symbol?.location.uri.path.endsWith(CLOSED), `${name} stands in the closed log`)
    }
  })
})

async function at(name: string): Promise<Uri> {
  const folder = await until("a workspace folder", () => workspace.workspaceFolders?.[0])
  return Uri.joinPath(folder.uri, name)
}

function write(uri: Uri, text: string): Thenable<void> {
  return workspace.fs.writeFile(uri, new TextEncoder().encode(text))
}

/** The codes of the errors of a log. */
function problems(uri: Uri): string[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity === 0)
    .map(({ code }) => String(typeof code === "object" ? code.value : code))
}

/** The list, unless nothing is in it. */
function some<Item>(items: Item[]): Item[] | undefined {
  return items.length > 0 ? items : undefined
}
