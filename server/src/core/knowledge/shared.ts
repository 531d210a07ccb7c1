/** A sentence that several entries rightly share, kept once under a name. */
export interface SharedText {
  readonly kind: "shared"
  readonly text: string
}

/** Names a sentence so that more than one entry may say it; `tidy` rejects any other repetition. */
export function shared(text: string): SharedText {
  return { kind: "shared", text }
}

/** How to try an address as the computer account, which is what the join task does. */
export const testAsSystem = shared(
  "Test the address as SYSTEM, the account the join runs under: start `psexec -s -i cmd`, or run Microsoft's Test-DeviceRegConnectivity script.",
)
