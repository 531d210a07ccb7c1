/** What came of one way to open the log. */
export type Attempt =
  | { readonly kind: "opened"; readonly by: string }
  | { readonly kind: "unavailable"; readonly why: string }

export function opened(by: string): Attempt {
  return { kind: "opened", by }
}

export function unavailable(why: string): Attempt {
  return { kind: "unavailable", why }
}
