import { catalog, compare, explain, fileText, html, markdown, read, redact, text, version } from "dsreg"

const log = fileText(
  new TextEncoder().encode(
    "| Device State |\nAzureAdJoined : NO\nDomainJoined : YES\n| Diagnostic Data |\nDRS Discovery Test : FAIL [0x80072ee2]\n",
  ),
)
const [reading] = read(log)
const [document] = explain(reading.findings[reading.root].page)
console.log(
  JSON.stringify({
    version,
    phase: reading.phase,
    names: document.names,
    outcome: compare(log, log).outcome,
    same: redact(log).text === log,
    rows: [...catalog()].length > 1000,
    printed: [text(reading), markdown(document), html([reading])].map((printed) => printed.length > 100),
  }),
)
