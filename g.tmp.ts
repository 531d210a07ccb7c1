import { growthOf } from "./test/fuzz/growth.ts"
import { readFileSync, readdirSync } from "node:fs"
for (const f of readdirSync("test/fuzz/found").filter(f=>f.startsWith("cost"))) { const {case:c}=JSON.parse(readFileSync("test/fuzz/found/"+f,"utf8")); for (const s of process.argv.slice(2)) console.log(JSON.stringify(c),s,growthOf(s,c,400_000,2)) }
