import fc from "fast-check"

/** A unit of UTF-16: mostly of the letters that people use, and now and then half of a pair. */
const unit = fc
  .oneof(
    { arbitrary: fc.integer({ min: 0, max: 0x7f }), weight: 3 },
    { arbitrary: fc.integer({ min: 0x80, max: 0x3100 }), weight: 1 },
    { arbitrary: fc.integer({ min: 0, max: 0xffff }), weight: 1 },
  )
  .map((code) => String.fromCharCode(code))

/**
 * Any text, also one that is no Unicode. The units of fast-check have no half pairs, and cost most of a second before
 * the first text.
 */
export function anyText(maxLength = 40): fc.Arbitrary<string> {
  return fc.string({ unit, maxLength })
}
