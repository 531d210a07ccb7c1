/** Fails with the message unless the value is true: `node:assert` does not exist in a browser. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message)
}

/** Fails unless both values look the same as JSON. */
export function equal<Value>(actual: Value, expected: Value): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  ok(is === should, `expected ${should}, got ${is}`)
}

/** Fails unless the text holds what is looked for. */
export function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `expected ${pattern} in: ${text}`)
}
