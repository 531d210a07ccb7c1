/** A message as it goes over the wire. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }))
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body])
}

/** Cuts the bytes that come from a stream into the bodies of its messages. */
export class FrameReader {
  readonly #told: (body: Buffer) => void
  #pieces: Buffer[] = []
  #length = 0
  /** How many bytes have to be there before it is worth looking again. */
  #wanted = 0

  constructor(told: (body: Buffer) => void) {
    this.#told = told
  }

  /** Takes the next bytes, and tells each body that they complete. */
  take(bytes: Buffer): void {
    this.#pieces.push(bytes)
    this.#length += bytes.length
    while (this.#length >= this.#wanted && this.#length > 0) {
      const all = this.#pieces.length === 1 ? (this.#pieces[0] ?? bytes) : Buffer.concat(this.#pieces)
      this.#pieces = [all]
      const header = all.indexOf("\r\n\r\n")
      if (header < 0) return
      const start = header + 4
      const end = start + Number(/Content-Length: (\d+)/i.exec(all.toString("latin1", 0, header))?.[1])
      if (all.length < end) {
        this.#wanted = end
        return
      }
      this.#keep(all.subarray(end))
      this.#told(all.subarray(start, end))
    }
  }

  #keep(rest: Buffer): void {
    this.#pieces = rest.length > 0 ? [rest] : []
    this.#length = rest.length
    this.#wanted = 0
  }
}
