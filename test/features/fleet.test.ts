import assert from "node:assert/strict"
import { describe, it } from "node:test"
import { english } from "../../server/src/core/explain/say.ts"
import { Folder } from "../../server/src/documents/folder.ts"
import { LogDocument } from "../../server/src/documents/logDocument.ts"
import { type FleetFilter, type FleetNode, fleet, fleetLogs, fleetPlaces } from "../../server/src/features/fleet.ts"
import { defaultSettings, settingsFrom } from "../../server/src/features/settings.ts"

const NO_NETWORK = `| Device State |
             AzureAdJoined : NO
              DomainJoined : YES
| Diagnostic Data |
        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]
`
const EXPIRED = `| Device State |
             AzureAdJoined : YES
              DomainJoined : NO
               Device Name : POOL-1
| Device Details |
                  DeviceId : 1a2b3c4d-2222-3333-4444-555555555555
          DeviceAuthStatus : FAILED. Device is either disabled or deleted
`
const healthy = (name: string) => `| Device State |
             AzureAdJoined : YES
              DomainJoined : NO
               Device Name : ${name}
| Device Details |
                  DeviceId : 1a2b3c4d-2222-3333-4444-555555555555
          DeviceAuthStatus : SUCCESS
| SSO State |
                AzureAdPrt : YES
`

const folder = new Folder()
folder.put("file:///logs/pc%201.txt", NO_NETWORK)
folder.put("file:///logs/pc-2.txt", `\n\n${NO_NETWORK}`)
folder.put("file:///logs/pool-1.txt", EXPIRED)
folder.put("file:///logs/pool-2.txt", healthy("POOL-2"))
folder.put("file:///logs/notes.txt", "The printer is out of paper.\n")
const open = new LogDocument("untitled:Untitled-1", 1, NO_NETWORK)
const logs = fleetLogs(new Map([[open.uri, open]]), folder.logs, (uri) => uri === open.uri)

const drawn = (nodes: readonly FleetNode[], indent = ""): readonly string[] =>
  nodes.flatMap(({ label, logs, severity, nodes: below = [] }) => [
    `${indent}${severity} ${logs} × ${label}`,
    ...drawn(below, `${indent}  `),
  ])

const tree = (filter: FleetFilter = {}, settings = defaultSettings) => fleet(logs, filter, settings, english)

const places = (filter: FleetFilter, ...path: readonly number[]) => {
  let node: FleetNode | undefined
  for (const index of path) node = (node ? node.nodes : tree(filter).nodes)?.[index]
  return fleetPlaces(logs, filter, node?.id ?? "", defaultSettings).map(({ uri, line }) => `${uri}:${line}`)
}

describe("the logs of a folder and of the editors", () => {
  it("stand by phase and cause, what most logs have first, the healthy ones last", () => {
    const { nodes, logs, all } = tree()
    assert.deepEqual(drawn(nodes), [
      "error 3 × Discover phase",
      "  error 3 × Discovery failed: network time-out (0x80072ee2)",
      "error 1 × After the join",
      "  error 1 × The device is disabled or deleted in Microsoft Entra ID",
      "error 2 × Devices with one identity",
      "  error 2 × 2 computers have one identity",
      "none 1 × The log shows no fault",
    ])
    assert.deepEqual([logs, all], [5, 5])
  })

  it("are told with the line that says so", () => {
    assert.deepEqual(places({}, 0, 0), [
      "file:///logs/pc%201.txt:4",
      "file:///logs/pc-2.txt:6",
      "untitled:Untitled-1:4",
    ])
    assert.deepEqual(places({}, 3), ["file:///logs/pool-2.txt:0"])
    assert.deepEqual(places({}, 2, 0), ["file:///logs/pool-1.txt:5", "file:///logs/pool-2.txt:5"])
  })

  it("are filtered by severity, phase and text", () => {
    assert.deepEqual(drawn(tree({ phase: "post-join" }).nodes), [
      "error 1 × After the join",
      "  error 1 × The device is disabled or deleted in Microsoft Entra ID",
    ])
    assert.equal(tree({ errorsOnly: true }).logs, 4)
    assert.equal(tree({ text: "0x80072EE2" }).logs, 3)
    assert.deepEqual(places({ text: "PC 1" }, 0, 0), ["file:///logs/pc%201.txt:4"])
    assert.deepEqual(tree({ text: "no such thing" }).nodes, [])
  })

  it("weigh what the user weighs", () => {
    const settings = settingsFrom({ severity: { "drs-discovery-failed": "off" } })
    assert.deepEqual(
      tree({}, settings).nodes.map(({ severity, logs }) => `${severity} ${logs}`),
      ["error 1", "info 3", "error 2", "none 1"],
    )
  })

  it("keep no log in memory that is gone", () => {
    folder.drop("file:///logs/pool-1.txt")
    const left = fleet(
      fleetLogs(new Map(), folder.logs, () => false),
      {},
      defaultSettings,
      english,
    )
    assert.deepEqual(drawn(left.nodes), [
      "error 2 × Discover phase",
      "  error 2 × Discovery failed: network time-out (0x80072ee2)",
      "none 1 × The log shows no fault",
    ])
  })
})
