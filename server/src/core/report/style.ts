/**
 * How a report looks, by variables: those of VS Code where it gives them, else ones of our own for light and dark. Every
 * state has a sign and a word beside its color, and borders are real, so that forced colors leave the picture whole.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1f2328; --aside: #57606a; --line: #d0d7de; --soft: #f6f8fa;
  --bad: #b3261e; --good: #1a6b34; --warn: #7a5200; --link-ink: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16191d; --ink: #e3e6ea; --aside: #a6aeb8; --line: #3b424b; --soft: #20252b;
    --bad: #ff9d94; --good: #7ee2a0; --warn: #f0c674; --link-ink: #8ab8ff;
  }
}
body {
  --bg: var(--vscode-editor-background, var(--paper));
  --fg: var(--vscode-editor-foreground, var(--ink));
  --muted: var(--vscode-descriptionForeground, var(--aside));
  --border: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--line)));
  --panel: var(--vscode-textCodeBlock-background, var(--soft));
  --failed: var(--vscode-errorForeground, var(--bad));
  --passed: var(--vscode-testing-iconPassed, var(--good));
  --warning: var(--vscode-editorWarning-foreground, var(--warn));
  --link: var(--vscode-textLink-foreground, var(--link-ink));
  --focus: var(--vscode-focusBorder, var(--link-ink));
  margin: 0 auto; padding: 1rem 1.25rem 2rem; max-width: 62rem; box-sizing: border-box;
  background: var(--bg); color: var(--fg);
  font: 0.95rem/1.5 var(--vscode-font-family, system-ui, "Segoe UI", sans-serif);
}
body.vscode-light { --passed: #1a6b34; --warning: #7a5200; }
h1 { font-size: 0.95rem; font-weight: 600; color: var(--muted); margin: 0 0 0.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 1.6rem 0 0.5rem; }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; hyphens: auto; }
p { margin: 0.5rem 0; }
.verdict { font-size: 1.3rem; font-weight: 600; line-height: 1.35; margin: 0 0 1rem; text-wrap: pretty; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code { font-family: var(--vscode-editor-font-family, ui-monospace, Consolas, monospace); font-size: 0.92em; color: inherit; background: var(--panel); border-radius: 3px; padding: 0.05em 0.3em; overflow-wrap: anywhere; }
.muted, .mark { color: var(--muted); }
.verdict.fault { border-left: 4px solid var(--failed); padding-left: 0.7rem; }
.verdict.depends { border-left: 4px solid var(--warning); padding-left: 0.7rem; }
.verdict.none { border-left: 4px solid var(--passed); padding-left: 0.7rem; }
.verdict.unknown { border-left: 4px dashed var(--muted); padding-left: 0.7rem; }
.head { display: grid; gap: 0.25rem; margin: 0 0 0.8rem; padding: 0.6rem 0.8rem; border: 1px solid var(--border); border-radius: 4px; background: var(--panel); }
.head > div { display: grid; grid-template-columns: 13rem 1fr; gap: 0.8rem; }
.head dt { color: var(--muted); }
.head dd { margin: 0; overflow-wrap: anywhere; }
.head code { background: none; padding: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
details { margin-top: 1.6rem; }
summary { cursor: pointer; font-weight: 600; }
.flow { list-style: none; display: flex; gap: 0.5rem; padding: 0; margin: 0; }
.flow > li { position: relative; flex: 1 1 0; min-width: 0; border: 1px solid var(--border); border-top: 4px solid var(--state); border-radius: 4px; padding: 0.55rem 0.65rem; background: var(--panel); }
.flow > li[aria-current] { outline: 2px solid var(--focus); }
.flow code { padding: 0; background: none; }
.flow button.line::after { content: ""; position: absolute; inset: 0; }
.flow > li:hover:has(button.line) { border-color: var(--focus); }
.flow button.line:focus-visible { outline: none; }
.flow > li:has(button.line:focus-visible) { outline: 2px solid var(--focus); outline-offset: 2px; }
.flow p { margin: 0.25rem 0 0; font-size: 0.88rem; overflow-wrap: anywhere; hyphens: auto; }
.state { color: var(--state); font-weight: 600; }
.flow > li, tr { --state: var(--muted); }
.flow > li.passed { --state: var(--passed); }
.flow > li.failed { --state: var(--failed); flex-grow: 2; border-width: 2px; border-top-width: 4px; border-color: var(--state); }
.flow > li.unknown, .flow > li.skipped, .flow > li.not-applicable { border-style: dashed; border-top-style: solid; }
.evidence { list-style: none; padding: 0; margin: 0.5rem 0; }
.evidence > li { border-left: 3px solid var(--border); padding: 0.15rem 0 0.15rem 0.7rem; margin: 0.35rem 0; }
.evidence > li[aria-current], tr[aria-current] { border-left-color: var(--focus); background: var(--panel); }
.evidence code { display: inline-block; white-space: pre-wrap; }
.steps { padding-left: 1.6rem; }
.steps > li { margin: 0.5rem 0; }
.steps label { display: flex; gap: 0.6rem; align-items: baseline; }
.steps input { flex: none; accent-color: var(--focus); }
.steps input:checked + span { color: var(--muted); }
.mark { display: block; font-size: 0.88rem; }
.error { color: var(--failed); font-weight: 600; }
.warning { color: var(--warning); font-weight: 600; }
.info { color: var(--muted); font-weight: 600; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--border); }
th { color: var(--muted); font-weight: 600; }
td.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
button.line { font: inherit; color: var(--link); background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer; white-space: nowrap; }
span.line { white-space: nowrap; color: var(--muted); }
article + article { border-top: 2px solid var(--border); margin-top: 2rem; padding-top: 1.5rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--border); padding-top: 0.5rem; color: var(--muted); font-size: 0.88rem; }
@media (max-width: 760px) {
  body { padding: 0.75rem; }
  .verdict { font-size: 1.15rem; margin-bottom: 0.6rem; }
  h2 { margin-top: 1.2rem; }
  .head > div { display: block; }
  .head dt, .head dd { display: inline; }
  .head dt::after { content: " "; }
  .flow { flex-direction: column; gap: 0.25rem; }
  .flow > li { border-top: 1px solid var(--border); border-left: 4px solid var(--state); padding: 0.15rem 0.6rem; }
  .flow > li.failed { border-top: 2px solid var(--state); }
  .flow > li.unknown, .flow > li.skipped, .flow > li.not-applicable { border-top-style: dashed; border-left-style: solid; }
  .flow h3, .flow p { display: inline; margin: 0 0.4rem 0 0; font-size: 0.92rem; }
  .flow > li:not(.failed) .place code { display: none; }
  td.when { white-space: normal; }
}
@media print { body { max-width: none; } .flow > li, tr, .steps > li { break-inside: avoid; } }
`
