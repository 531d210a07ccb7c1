import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { causeGroups, type Failure } from "../../client/src/causes.ts"

const failure = (log: string, severity: Failure["severity"], message: string, line: number): Failure => ({
  log,
  severity,
  message,
  line,
})

describe("the failures of a folder", () => {
  it("stand together by what they say: errors first, then what most logs show", () => {
    const groups = causeGroups([
      failure("a", "warning", "No token", 3),
      failure("b", "warning", "No token", 4),
      failure("c", "warning", "No token", 5),
      failure("a", "error", "Expired", 1),
      failure("b", "error", "Timed out", 2),
      failure("c", "error", "Timed out", 2),
      failure("d", "error", "Disabled", 9),
    ])
    assert.deepEqual(
      groups.map(({ severity, message, logs }) => `${severity} ${message} ${logs.map(({ log }) => log).join()}`),
      ["error Timed out b,c", "error Disabled d", "error Expired a", "warning No token a,b,c"],
    )
  })

  it("count a log once, at its first line", () => {
    const [group] = causeGroups([failure("a", "error", "Timed out", 40), failure("a", "error", "Timed out", 4)])
    assert.deepEqual(group?.logs, [failure("a", "error", "Timed out", 4)])
    assert.deepEqual(causeGroups([]), [])
  })
})
