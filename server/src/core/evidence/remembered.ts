/**
 * The same work, done once for each thing it is asked about. For what is asked of a part of a log again and again, once
 * for each of its codes: without it a log of ten thousand codes takes their square.
 */
export function remembered<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const done = new WeakMap<Key, { readonly value: Value }>()
  return (key) => {
    const known = done.get(key) ?? { value: work(key) }
    done.set(key, known)
    return known.value
  }
}
