/** A half-open range of UTF-16 offsets into one text: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The characters a span names. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** Whether an offset lies in the span, its end included, so that a cursor behind the last character still counts. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}
