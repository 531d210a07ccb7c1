import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { FrameReader, frame } from "../bench/client/frames.ts"
import { jsonContent, logContent } from "../bench/content/content.ts"
import { Samples } from "../bench/samples.ts"
import { growthExponent } from "../bench/statistics.ts"

describe("the bench", () => {
  it("gives every server the same number of bytes, and the JSON server valid JSON", () => {
    const log = logContent(30_000)
    const json = jsonContent(30_000)
    assert.equal(Buffer.byteLength(log.text), 30_000)
    assert.equal(Buffer.byteLength(json.text), 30_000)
    const sections = JSON.parse(json.text)
    assert.equal(sections[1].section, "Device State")
    assert.equal(sections[1].DomainJoined, "YES")
  })

  it("edits the name of a device", () => {
    for (const { text, edit } of [logContent(30_000), jsonContent(30_000)]) {
      const line = text.split("\r\n")[edit.line] ?? ""
      assert.match(line.slice(0, edit.character), /Device Name"? ?: "?PC-$/)
      assert.match(line.slice(edit.character), /^\d/)
    }
  })

  it("reads messages however the bytes are cut", () => {
    const bytes = Buffer.concat([frame({ id: 1, result: "ä" }), frame({ id: 2, result: "b" })])
    for (const length of [1, 7, bytes.length]) {
      const bodies: unknown[] = []
      const reader = new FrameReader((body) => bodies.push(JSON.parse(body.toString()).result))
      for (let at = 0; at < bytes.length; at += length) reader.take(bytes.subarray(at, at + length))
      assert.deepEqual(bodies, ["ä", "b"])
    }
  })

  it("compares values of the same round", () => {
    const samples = new Samples()
    for (const value of [2, 30, 8]) samples.add({ name: "ours", value })
    for (const value of [1, 10, 2]) samples.add({ name: "theirs", value })
    assert.deepEqual(samples.ratio("ours", "theirs"), { least: 2, median: 3, most: 4 })
  })

  it("tells a time that grows with the square", () => {
    const points = [1, 2, 4, 8].map((size) => ({ size, time: 3 * size ** 2 }))
    assert.ok(Math.abs(growthExponent(points) - 2) < 1e-9)
  })
})
