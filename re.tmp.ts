import { readdirSync, readFileSync } from "node:fs"
import { parseSync } from "oxc-parser"

process.env.RECHECK_BACKEND = "pure"
const { checkSync } = await import("recheck")

import { provable } from "./test/expressions/provable.ts"

let n = 0,
  t0 = Date.now()
const slow: [number, string][] = []
for (const dir of ["server/src", "client/src"])
  for (const f of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
    if (!f.endsWith(".ts")) continue
    const text = readFileSync(dir + "/" + f, "utf8")
    const { program } = parseSync(f, text)
    const walk = (node: any) => {
      if (!node || typeof node !== "object") return
      if (Array.isArray(node)) {
        node.forEach(walk)
        return
      }
      if (node.type === "Literal" && node.regex) {
        n++
        const line = text.slice(0, node.start).split("\n").length
        const t = Date.now()
        let r: any
        try {
          const p = provable({ source: node.regex.pattern, flags: node.regex.flags } as RegExp)
          r = checkSync(p.source, p.flags, { timeout: 4000, checker: "automaton" })
        } catch (e: any) {
          r = { status: "throw " + e.message }
        }
        const dt = Date.now() - t
        slow.push([dt, f + ":" + line])
        if (r.status !== "safe")
          console.log(
            `${dir}/${f}:${line} ${r.status} ${r.complexity?.summary ?? r.error?.kind ?? ""} ${dt}ms /${node.regex.pattern.slice(0, 200)}/${node.regex.flags}`,
          )
      }
      for (const k in node) if (k !== "parent") walk(node[k])
    }
    walk(program)
  }
console.log(n, Date.now() - t0, slow.sort((a, b) => b[0] - a[0]).slice(0, 25))
