/** Whether a text still shows a fault. */
type Shows = (text: string) => Promise<boolean>

/**
 * A text as short as it gets while it shows the same: halves, quarters and so on of its lines are left out, then of its
 * characters. What fast-check shrinks is the way a text was made; a sample stays whole there.
 */
export async function smallest(text: string, shows: Shows): Promise<string> {
  const lines = await fewest(text.split(/(?<=\n)/), (parts) => shows(parts.join("")))
  const short = lines.join("")
  if (short.length > 2_000) return short
  return (await fewest(short.split(""), (parts) => shows(parts.join("")))).join("")
}

async function fewest(parts: readonly string[], shows: (parts: readonly string[]) => Promise<boolean>) {
  let left = parts
  for (let size = left.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < left.length; ) {
      const without = [...left.slice(0, at), ...left.slice(at + size)]
      if (await shows(without)) left = without
      else at += size
    }
  }
  return left
}
