/** What is watched for how its time grows with its text: works that are done with one text in one process. */
export const growthWorks = [
  {
    text: "ordinary logs",
    works: [
      "reading",
      "diagnostics",
      "tokens",
      "links",
      "outline",
      "folding",
      "hints",
      "lenses",
      "failing lines",
      "code actions",
      "completion",
      "edit",
    ],
  },
  // The worst that anybody found, each alone, so that a slow one does not keep another from larger texts.
  { text: "one line joined by <br>", works: ["reading"] },
  { text: "one line joined by <br>", works: ["edit"] },
  { text: "boxes alone", works: ["reading"] },
  { text: "boxes alone", works: ["edit"] },
  { text: "one event log", works: ["reading"] },
  { text: "one event log", works: ["code actions"] },
  { text: "a line of blanks", works: ["completion"] },
] as const

/** A text by its name. */
export type GrowthText = (typeof growthWorks)[number]["text"]

/** Something that is done with a text. */
export type GrowthWork = (typeof growthWorks)[number]["works"][number]
