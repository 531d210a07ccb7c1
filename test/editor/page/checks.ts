import type { Page } from "../../../scripts/editor/browser.ts"
import { addEvents } from "./addEvents.ts"
import { address } from "./address.ts"
import { bulb } from "./bulb.ts"
import { causes } from "./causes.ts"
import { colors } from "./colors.ts"
import { crossLinks } from "./crossLinks.ts"
import { explanation } from "./explanation.ts"
import { exported } from "./exported.ts"
import { failingLines } from "./failingLines.ts"
import { folders } from "./folders.ts"
import { gallery } from "./gallery.ts"
import { hints } from "./hints.ts"
import { hover } from "./hover.ts"
import { hoverLink } from "./hoverLink.ts"
import { languages } from "./languages.ts"
import { lookUp } from "./lookUp.ts"
import { fences, markdown } from "./markdown.ts"
import { nextFailure } from "./nextFailure.ts"
import { privacy } from "./privacy.ts"
import { problems } from "./problems.ts"
import { recognized } from "./recognized.ts"
import { reload } from "./reload.ts"
import { report } from "./report.ts"
import { serverEnds } from "./serverEnds.ts"
import { compared, redacted } from "./share.ts"
import { squiggle } from "./squiggle.ts"
import { sticky } from "./sticky.ts"
import { verdict } from "./verdict.ts"
import { walkthrough } from "./walkthrough.ts"

/** Something a person sees in the window; it throws where it is not there. */
export interface Check {
  readonly name: string
  /** Begins in a window of its own, because what others leave behind would be in its way. */
  readonly alone?: true
  /** The only leg that runs it, where it takes long and nothing of it differs in the others. */
  readonly leg?: string
  /** The language of the window; a check in another one than the check before it gets a window of its own. */
  readonly language?: string
  run(page: Page): Promise<void>
}

/** The checks in their order, in one window that shows the failing log where nothing else is said; Escape is pressed between them. */
export const checks: readonly Check[] = [
  squiggle,
  hints,
  hover,
  bulb,
  nextFailure,
  verdict,
  lookUp,
  hoverLink,
  explanation,
  failingLines,
  address,
  sticky,
  crossLinks,
  reload,
  ...colors,
  ...walkthrough,
  ...report,
  exported,
  causes,
  fences,
  markdown,
  problems,
  redacted,
  compared,
  addEvents,
  recognized,
  ...serverEnds,
  ...privacy,
  ...folders,
  ...gallery,
  ...languages,
]
