import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { eventTime, timesInOrder } from "../../server/src/core/evidence/eventTimes.ts"

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString().slice(0, 19))

/** The times of some dates as they come to be ordered. */
const ordered = (...dates: readonly string[]) => timesInOrder(dates.map(eventTime)).map(iso)

describe("the date of an event", () => {
  const same: readonly [string, string][] = [
    ["2026-07-15T09:01:10.5120000Z", "2026-07-15T09:01:10"],
    ["2026-06-10T08:01:00.000", "2026-06-10T08:01:00"],
    ["2026/06/10 8:01:00", "2026-06-10T08:01:00"],
    ["10.06.2026 08:01:00", "2026-06-10T08:01:00"],
    ["6/13/2026 8:01:00 AM", "2026-06-13T08:01:00"],
    ["13/06/2026 20:01:00", "2026-06-13T20:01:00"],
    ["6/13/2026 12:01:00 AM", "2026-06-13T00:01:00"],
    ["6/13/2026 8:01:00 PM", "2026-06-13T20:01:00"],
  ]
  for (const [text, expected] of same) {
    it(`is read in ${text}`, () => {
      const time = eventTime(text)
      assert.deepEqual([iso(time?.monthFirst), iso(time?.dayFirst)], [expected, expected])
    })
  }

  it("can mean two days", () => {
    const time = eventTime("6/10/2026 8:01:00 AM")
    assert.deepEqual([iso(time?.monthFirst), iso(time?.dayFirst)], ["2026-06-10T08:01:00", "2026-10-06T08:01:00"])
  })

  it("is none in a text without one, or with an impossible one", () => {
    for (const text of [
      "",
      "N/A",
      "<Date and Time>",
      "31/31/2026 8:01:00",
      "2026-13-01T08:01:00Z",
      "6/1/2026 25:00:00",
    ])
      assert.equal(eventTime(text), undefined, text)
  })
})

describe("the order of events", () => {
  it("is that of the one reading in which their days are near each other", () => {
    assert.deepEqual(ordered("6/12/2026 8:00:00 AM", "6/13/2026 8:00:00 AM"), [
      "2026-06-12T08:00:00",
      "2026-06-13T08:00:00",
    ])
    assert.deepEqual(ordered("12/06/2026 08:00:00", "13/06/2026 08:00:00"), [
      "2026-06-12T08:00:00",
      "2026-06-13T08:00:00",
    ])
  })

  it("is told where either reading gives it", () => {
    const [first, second] = timesInOrder(["6/10/2026 8:00:00 AM", "6/11/2026 8:00:00 AM"].map(eventTime))
    assert.ok(first !== undefined && second !== undefined && first < second)
  })

  it("is not guessed where they differ", () => {
    assert.deepEqual(ordered("10/9/2026 8:00:00 AM", "9/10/2026 8:00:00 AM"), [undefined, undefined])
  })

  it("leaves out what has no date", () => {
    assert.deepEqual(ordered("N/A", "10.06.2026 08:01:00"), [undefined, "2026-06-10T08:01:00"])
  })
})
