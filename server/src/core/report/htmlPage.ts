import { english, type Say } from "../explain/say.ts"
import { escaped } from "./htmlText.ts"
import { STYLE } from "./style.ts"
import { sharingWords } from "./words.ts"

/** What a page may load and run, and how its lines are shown. */
export interface Shell {
  readonly title: string
  /** A content security policy that lets nothing in but what the page itself holds. */
  readonly policy: string
  /** Stands on the style, and on a script, where the policy asks for it. */
  readonly nonce?: string
  /** A script of ours; a saved page has none. */
  readonly script?: string
}

/** A saved page: no script at all, nothing from anywhere, and a style of its own. */
export const SAVED: Shell = {
  title: "dsreg report",
  policy: "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
}

/** The beginning of a page, up to its first report. */
export function htmlHead({ title, policy, nonce }: Shell, say: Say = english): string {
  return `<!DOCTYPE html>
<html lang="${escaped(say("en"))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style${nonced(nonce)}>${STYLE}</style>
</head>
<body>
<main>
`
}

/** The end of a page. */
export function htmlFoot({ nonce, script }: Pick<Shell, "nonce" | "script">, say: Say = english): string {
  return `</main>
<footer><p>${escaped(sharingWords(say))}</p></footer>
${script ? `<script${nonced(nonce)}>${script}</script>\n` : ""}</body>
</html>
`
}

function nonced(nonce: string | undefined): string {
  return nonce === undefined ? "" : ` nonce="${escaped(nonce)}"`
}
