/** A package that was made, with what is wrong with it. */
export interface Packed {
  /** `dsreg-0.1.0.vsix` */
  readonly file: string
  readonly files: readonly string[]
  readonly sizeKb: number
  readonly faults: readonly string[]
  readonly note: string
}
