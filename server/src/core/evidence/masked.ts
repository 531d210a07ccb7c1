/** A name of which nothing is left but signs, or that somebody wrote over: `***@contoso.com`, `XXXX\\xxxx`, `REDACTED`. */
const MASKED = /^[*#x.\- ]+(?:$|[@\\])|[@\\][*#x.]+$|redacted|removed|masked/i

/** Whether a name is nobody's, because somebody hid it. */
export function isMasked(name: string): boolean {
  return MASKED.test(name)
}
