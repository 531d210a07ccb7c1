/** What a report is of: a file by the name that a stranger gave it, with the line of the log where it holds several. */
export interface Subject {
  readonly file: string
  readonly line?: number
}
