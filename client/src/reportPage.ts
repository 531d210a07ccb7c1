import { htmlFoot, htmlHead } from "../../server/src/core/report/htmlPage.ts"

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

/** What the page keeps over a reload of the window: the log it was about, and where the cursor was in it, from 0. */
export interface PageState {
  readonly log: string
  readonly line: number
}

/** What a page kept, whatever it was; undefined for what is none. */
export function pageState(value: unknown): PageState | undefined {
  if (typeof value !== "object" || value === null || !("log" in value) || !("line" in value)) return undefined
  const { log, line } = value
  if (typeof log !== "string" || log === "") return undefined
  return { log, line: typeof line === "number" && Number.isSafeInteger(line) && line >= 0 ? line : 0 }
}

/** The page that shows reports: nothing is loaded, and one script runs, by a nonce that nobody can know before. */
export function reportPage(title: string, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
  return htmlHead({ title, policy, nonce }) + htmlFoot({ nonce, script: SCRIPT })
}

/**
 * Shows the report that it is sent, which holds no script and could run none. The steps that are done of each log, and
 * the focus, outlive a new report; what belongs to the line of the cursor is marked and brought into sight.
 */
const SCRIPT = `
const host = acquireVsCodeApi();
const main = document.querySelector("main");
const state = host.getState() ?? {};
const keep = (more) => host.setState(Object.assign(state, more));
const labels = () => [...main.querySelectorAll(".steps label")];
const box = (label) => label.querySelector("input");
function show(html) {
  if (main.dataset.html === html) return;
  main.dataset.html = html;
  const done = new Set(state.done?.[state.log]);
  const focused = main.contains(document.activeElement) ? document.activeElement : undefined;
  const buttons = () => [...main.querySelectorAll("button, a, input")];
  const at = focused ? buttons().indexOf(focused) : -1;
  main.innerHTML = html;
  for (const label of labels()) box(label).checked = done.has(label.textContent);
  if (at >= 0) buttons()[at]?.focus();
}
function mark(line, reveal) {
  for (const one of main.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
  const found = [...main.querySelectorAll("[data-at]")].filter((one) => one.dataset.at === String(line + 1));
  for (const one of found) one.setAttribute("aria-current", "location");
  if (reveal) found[0]?.scrollIntoView({ block: "nearest" });
}
addEventListener("message", ({ data }) => {
  keep({ log: data.log, line: data.line });
  if (data.html !== undefined) show(data.html);
  mark(data.line, data.html === undefined);
});
main.addEventListener("click", ({ target }) => {
  const button = target.closest("button[data-line]");
  if (button) host.postMessage({ kind: "line", line: Number(button.dataset.line) });
});
main.addEventListener("change", () => {
  const done = labels().filter((label) => box(label).checked).map((label) => label.textContent);
  keep({ done: { ...state.done, [state.log]: done } });
});
host.postMessage({ kind: "ready" });
`
