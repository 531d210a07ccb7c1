/** The one thing of the platform that is needed; every host has it. */
declare const TextDecoder: new (
  encoding: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string }

/**
 * The text of a saved file: UTF-8 or UTF-16 by its mark, UTF-16 without a mark by its zero bytes, and the Windows
 * code page for what is no UTF-8. PowerShell 5.1 writes UTF-16LE with a mark, cmd a code page.
 */
export function fileText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  if ((first === 0xff && second === 0xfe) || hasZeros(bytes)) return new TextDecoder("utf-16le").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}

/** Whether every other byte of the beginning is zero, as in Latin text written as UTF-16LE. */
function hasZeros(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 64)
  return head.length >= 16 && head.every((byte, index) => (index % 2 === 0 ? byte !== 0 : byte === 0))
}
