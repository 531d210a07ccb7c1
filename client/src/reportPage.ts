import { htmlFoot, htmlHead } from "../../server/src/core/report/html.ts"

/** What the page of a report says: that it is there, or that somebody chose a line, from 1. */
export type PageMessage = { readonly kind: "ready" } | { readonly kind: "line"; readonly line: number }

/** A message of the page, whatever came; undefined for what is none. */
export function pageMessage(value: unknown): PageMessage | undefined {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined
  if (value.kind === "ready") return { kind: "ready" }
  if (value.kind !== "line" || !("line" in value)) return undefined
  const { line } = value
  return typeof line === "number" && Number.isSafeInteger(line) && line >= 1 ? { kind: "line", line } : undefined
}

/** The page that shows reports: nothing is loaded, and one script runs, by a nonce that nobody can know before. */
export function reportPage(title: string, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
  return htmlHead({ title, policy, nonce }) + htmlFoot({ nonce, script: SCRIPT })
}

/**
 * Shows the report that it is sent, which holds no script and could run none. Steps that are done and the focus outlive
 * a new report; what belongs to the line of the cursor is marked and brought into sight.
 */
const SCRIPT = `
const host = acquireVsCodeApi();
const main = document.querySelector("main");
const labels = () => [...main.querySelectorAll(".steps label")];
const box = (label) => label.querySelector("input");
function show(html) {
  if (main.dataset.html === html) return;
  main.dataset.html = html;
  const done = new Set(labels().filter((label) => box(label).checked).map((label) => label.textContent));
  const focused = main.contains(document.activeElement) ? document.activeElement : undefined;
  const buttons = () => [...main.querySelectorAll("button, a, input")];
  const at = focused ? buttons().indexOf(focused) : -1;
  main.innerHTML = html;
  for (const label of labels()) box(label).checked = done.has(label.textContent);
  if (at >= 0) buttons()[at]?.focus();
}
function mark(line, reveal) {
  for (const one of main.querySelectorAll(".current")) one.classList.remove("current");
  const found = [...main.querySelectorAll("[data-at]")].filter((one) => one.dataset.at === String(line));
  for (const one of found) one.classList.add("current");
  if (reveal) found[0]?.scrollIntoView({ block: "nearest" });
}
addEventListener("message", ({ data }) => {
  if (data.html !== undefined) show(data.html);
  mark(data.line, data.html === undefined);
});
main.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-line]");
  if (button) host.postMessage({ kind: "line", line: Number(button.dataset.line) });
});
host.postMessage({ kind: "ready" });
`
