import { appendFileSync, readdirSync, readFileSync } from "node:fs"
import { parseSync } from "oxc-parser"

process.env.RECHECK_BACKEND = "pure"
const { checkSync } = await import("recheck")

import { provable } from "./test/expressions/provable.ts"

const only = process.argv.slice(2)
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
        const line = text.slice(0, node.start).split("\n").length
        if (!only.some((o) => `${f}:${line}`.endsWith(o))) return
        for (const mode of ["relaxed", "plain"]) {
          const t = Date.now()
          let r: any
          try {
            const p =
              mode === "plain"
                ? { source: node.regex.pattern, flags: node.regex.flags }
                : provable({ source: node.regex.pattern, flags: node.regex.flags })
            r = checkSync(p.source, p.flags, { timeout: 60000, checker: "automaton" })
          } catch (e: any) {
            r = { status: "throw " + e.message }
          }
          console.log(
            `${dir}/${f}:${line} ${mode} ${r.status} ${r.complexity?.summary ?? r.error?.kind ?? ""} ${Date.now() - t}ms`,
          )
          if (r.status === "safe") break
        }
      }
      for (const k in node) if (k !== "parent") walk(node[k])
    }
    walk(program)
  }
