/**
 * dsreg as a library: reads logs of `dsregcmd /status`, and explains what stands in them. All of it is functions over
 * values that go through JSON and `structuredClone` as they are; nothing is read from a disk or a network.
 *
 * Texts of documents and reports have two marks: backticks around code, and stars around the name of something on a
 * screen. The printers know them.
 */

export { type CatalogEntry, type CatalogStep, catalog } from "../core/explain/catalog.ts"
export type { ExplainedStep, ExplainedValue, Explanation, PageLink } from "../core/explain/explanation.ts"
export type { Phase } from "../core/knowledge/code.ts"
export type { JoinType } from "../core/knowledge/joinType.ts"
export { type Redacted, type RedactOptions, type Replacement, redact } from "../core/redact/redact.ts"
export type { Report } from "../core/report/report.ts"
export type { Subject } from "../core/report/subject.ts"
export type { Severity } from "../core/rules/rule.ts"
export { fileText } from "../core/text/fileText.ts"
export type { Span } from "../core/text/span.ts"
export { version } from "../version.ts"
export { type Comparison, compare } from "./compare.ts"
export { explain } from "./explain.ts"
export { html, markdown, text } from "./print.ts"
export { type ReadField, type ReadFinding, type Reading, read } from "./read.ts"
