import type { Page } from "../../../scripts/editor/browser.ts"
import type { Check } from "./checks.ts"
import { preview } from "./preview.ts"
import { openedSteps } from "./walkthrough.ts"
import { again, diagnosed, palette, quietLine, runCommand } from "./window.ts"

/** What a reader of a language has to see, by where the words come from. */
interface Words {
  readonly name: string
  readonly language: string
  /** Of the server: a button above the log, and how old a time is. */
  readonly lens: string
  readonly hint: RegExp
  /** Of the client, behind a finding, which stays English. */
  readonly place: string
  /** Of the manifest: two commands, a group of settings and one of it, the walkthrough and one of its buttons. */
  readonly nextFailure: string
  readonly lookUp: string
  readonly showReport: string
  /** Of the report, by the server: a heading and a stage. */
  readonly heading: string
  readonly stage: string
  readonly group: string
  readonly setting: string
  readonly walkthrough: string
  readonly button: string
}

const WORDS: readonly Words[] = [
  {
    name: "German",
    language: "de",
    lens: "Fehlerzeilen",
    hint: /43\sMin\.\szuvor/,
    place: "Discovery failed: network time-out (0x80072ee2) (1 von 1)",
    nextFailure: "dsreg: Zur nächsten Fehlerstelle wechseln",
    lookUp: "dsreg: Code nachschlagen",
    showReport: "dsreg: Bericht anzeigen",
    heading: "Wie weit es ging",
    stage: "Ermittlung",
    group: "Befunde",
    setting: "Meldet mit Wellenlinien und im Bereich „Probleme“, was in einem Log nicht stimmt.",
    walkthrough: "Ein dsregcmd-Log verstehen",
    button: "Datei öffnen",
  },
  {
    name: "Japanese",
    language: "ja",
    lens: "失敗行",
    hint: /43\s分前/,
    place: "Discovery failed: network time-out (0x80072ee2) (1/1)",
    nextFailure: "dsreg: 次の失敗箇所に移動",
    lookUp: "dsreg: コードを調べる",
    showReport: "dsreg: レポートを表示",
    heading: "どこまで進んだか",
    stage: "検出",
    group: "検出結果",
    setting: "ログの問題を波線と [問題] パネルで報告します。",
    walkthrough: "dsregcmd ログを読み解く",
    button: "ファイルを開く",
  },
]

/** One check a language and picture. */
export const languages: readonly Check[] = WORDS.flatMap(({ name, language, ...words }) => [
  { name: `a log is explained to a reader of ${name}`, language, run: (page: Page) => log(page, words) },
  { name: `the report is in ${name}`, language, run: (page: Page) => report(page, words) },
  // Beside a report there is no room for the groups.
  { name: `the settings are in ${name}`, language, alone: true, run: (page: Page) => settings(page, words) },
  { name: `the walkthrough is in ${name}`, language, run: (page: Page) => walkthrough(page, words) },
])

type Said = Omit<Words, "name" | "language">

async function log(page: Page, { lens, hint, place, nextFailure, lookUp }: Said): Promise<void> {
  await diagnosed(page)
  await page.locator(".codelens-decoration a", { hasText: lens }).first().waitFor()
  await page.locator(".monaco-editor .view-line", { hasText: hint }).first().waitFor()
  await again(page, async () => {
    await quietLine(page).click()
    await runCommand(page, nextFailure)
    await page.locator(".statusbar-item", { hasText: place }).first().waitFor({ timeout: 5000 })
  })
  // The list of commands stands on the picture.
  await palette(page)
  await page.locator(".quick-input-widget input").first().fill(">dsreg:")
  await page.locator(".quick-input-list .monaco-list-row", { hasText: lookUp }).first().waitFor()
}

async function report(page: Page, { showReport, heading, stage }: Said): Promise<void> {
  await diagnosed(page)
  await again(page, () => runCommand(page, showReport))
  await preview(page).locator("h2", { hasText: heading }).first().waitFor()
  await preview(page).locator(".flow li.failed h3", { hasText: stage }).first().waitFor()
}

async function settings(page: Page, { group, setting }: Said): Promise<void> {
  await runCommand(page, "Preferences: Open Settings (UI)")
  const search = page.locator(".settings-editor .search-container .view-line").first()
  await search.click()
  await page.keyboard.type("@ext:dsreg.dsreg")
  await page.locator(".settings-toc-container .monaco-list-row", { hasText: group }).first().waitFor()
  await page.locator(".setting-item-description", { hasText: setting }).first().waitFor()
}

async function walkthrough(page: Page, words: Said): Promise<void> {
  const steps = await openedSteps(page, words.walkthrough)
  await steps.locator(".monaco-button", { hasText: words.button }).first().waitFor()
}
