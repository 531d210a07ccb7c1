import fc from "fast-check"

const box = (title: string) => `+------+\n| ${title} |\n+------+\n`
const piece = fc.oneof(
  fc.constantFrom(box("Device State"), box("User State"), "PS C:\\> dsregcmd /status\n", "AzureAdJoined : NO\r\n"),
  fc.constantFrom("DomainJoined : YES\n", "\n", "\r", "+------+\n", "[Version 10.0.19045.1]\n", "dsregcmd", " /status"),
  fc.constantFrom(
    "<br>",
    "| Device State |<br>AzureAdJoined : YES<br>",
    "<br>Device Details<br>\n",
    "Device State\r\n",
  ),
  fc.string({ maxLength: 8 }),
)

/** A text of which any piece can begin or end a capture. */
export const anyBoxes = fc.array(piece, { maxLength: 16 }).map((pieces) => pieces.join(""))

/** Some characters from a place on give way to others; a place behind the end of a text begins at its start again. */
export interface Edit {
  readonly from: number
  readonly length: number
  readonly text: string
}

export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  from: fc.nat(),
  length: fc.nat({ max: 60 }),
  text: fc.oneof(anyBoxes, fc.constant("")),
})
