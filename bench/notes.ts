/**
 * What was tried for a goal that is missed, and where the floor is: one sentence or two by the first words of its row.
 * The results print them below the table; a row that is missed and has none is named as unexplained.
 */
export const notes: Readonly<Record<string, string>> = {
  "hover 10 MB ÷ bare server":
    "An empty answer of the stock library takes more than twice as long as the bare server's already (next row: what is ours).",
}
