import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"

const { configurationDefaults } = JSON.parse(readFileSync("package.json", "utf8")).contributes
const themes: Record<string, { readonly rules: Record<string, string | { readonly foreground: string }> }> =
  configurationDefaults["editor.semanticTokenColorCustomizations"]

/** How light a color is, from 0 to 1, as the accessibility guidelines (WCAG 2) reckon it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe("the colors in high contrast", () => {
  it("are reckoned as the guidelines do", () => {
    assert.equal(((luminance("#ffffff") + 0.05) / (luminance("#000000") + 0.05)).toFixed(1), "21.0")
    assert.equal((1.05 / (luminance("#767676") + 0.05)).toFixed(1), "4.5")
  })

  for (const [theme, background] of [
    ["[Default High Contrast]", 0],
    ["[Default High Contrast Light]", 1],
  ] as const) {
    it(`have a contrast of 7 at least: ${theme}`, () => {
      const rules = Object.entries(themes[theme]?.rules ?? {})
      assert.equal(rules.length, 5)
      for (const [meaning, rule] of rules) {
        const light = luminance(typeof rule === "string" ? rule : rule.foreground)
        const ratio = (Math.max(light, background) + 0.05) / (Math.min(light, background) + 0.05)
        assert.ok(ratio >= 7, `${meaning}: ${ratio.toFixed(2)}`)
      }
    })
  }

  it("are the last word for their theme, whose name the more general one may match", () => {
    assert.ok(Object.keys(themes).indexOf("[Default High Contrast Light]") > Object.keys(themes).indexOf("[*Light*]"))
  })
})
