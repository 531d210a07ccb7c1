/** How a file of Windows' event logs (`.evtx`) begins: `ElfFile` and a zero. */
const SIGNATURE = [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0]

/** Whether bytes are an event log as Windows keeps it, which is no text. */
export function isBinaryEvents(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte)
}
