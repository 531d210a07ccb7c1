import type { Page } from "../../../scripts/editor/browser.ts"
import { bulb } from "./bulb.ts"
import { colors } from "./colors.ts"
import { explanation } from "./explanation.ts"
import { hover } from "./hover.ts"
import { markdown } from "./markdown.ts"
import { problems } from "./problems.ts"
import { squiggle } from "./squiggle.ts"

/** Something a person sees in the window; it throws where it is not there. */
export interface Check {
  readonly name: string
  run(page: Page): Promise<void>
}

/** The checks in their order, all in one window that shows the failing log; Escape is pressed between them. */
export const checks: readonly Check[] = [squiggle, hover, bulb, explanation, ...colors, markdown, problems]
