import { DiagnosticSeverity, languages, Range, type TextDocument, type Uri, WorkspaceEdit, workspace } from "vscode"
import { equal, match, ok } from "../support/expect.ts"
import { diagnosticsOf, FAIL, marked, openLog, placeOf } from "../support/logs.ts"
import { until } from "../support/until.ts"

describe("diagnostics", () => {
  it("stand on the failing value and link to its documentation", async () => {
    const document = await openLog("join-failure.dsreg")
    const found = await diagnosticsOf(document)
    const [first, ...more] = found.filter((diagnostic) => marked(document, diagnostic) === FAIL)
    ok(first, `none stands on ${FAIL}: ${JSON.stringify(found)}`)
    equal(more.length, 0)
    equal(first.source, "dsreg")
    equal(first.severity, DiagnosticSeverity.Error)
    const code = first.code as { value: string; target: Uri }
    equal(code.value, "0x80072ee2")
    match(code.target.toString(), /^https:\/\/learn\.microsoft\.com\//)
  })

  it("come for a log that only its name gives away", async () => {
    const document = await openLog("dsregcmd-status.txt")
    ok(
      (await diagnosticsOf(document)).some((found) => marked(document, found) === FAIL),
      "none on the failing value",
    )
  })

  it("report nothing wrong in a healthy log", async () => {
    const document = await openLog("healthy-hybrid.dsreg")
    // A fault that comes and goes shows that the diagnostics of this document did arrive.
    await replace(document, "AadRecoveryEnabled : NO", "AadRecoveryEnabled : YES")
    await until("a diagnostic on the fault", () => (wrong(document).length > 0 ? true : undefined))
    await replace(document, "AadRecoveryEnabled : YES", "AadRecoveryEnabled : NO")
    await until("no diagnostic", () => (wrong(document).length === 0 ? true : undefined)).catch(() => undefined)
    equal(wrong(document), [])
  })

  it("go when the fault is mended, and come back with it", async () => {
    const document = await openLog("join-failure.dsreg")
    await diagnosticsOf(document)
    const onValue = () => languages.getDiagnostics(document.uri).some((found) => marked(document, found) === FAIL)
    await replace(document, FAIL, "PASS")
    await until("no diagnostic on the mended value", () => (onValue() ? undefined : true))
    await replace(document, "DRS Discovery Test : PASS", `DRS Discovery Test : ${FAIL}`)
    await until("the diagnostic on the failing value again", () => (onValue() ? true : undefined))
  })
})

async function replace(document: TextDocument, from: string, to: string): Promise<void> {
  const start = placeOf(document, from)
  const edit = new WorkspaceEdit()
  edit.replace(document.uri, new Range(start, start.translate(0, from.length)), to)
  await workspace.applyEdit(edit)
}

/** The errors and warnings of a document. */
function wrong({ uri }: TextDocument): string[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity <= DiagnosticSeverity.Warning)
    .map(({ message }) => message)
}
