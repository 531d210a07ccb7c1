import type { Plugin } from "esbuild"

/** The modules that hold most of the product's words. Both servers need them, and the package holds them once. */
const MODULES = ["server/src/core/codes/catalogue.ts", "server/src/core/fields/catalogue.ts"]

/** What the file with these modules is made from, and the global name it has in a worker. */
export const catalogueSource = MODULES.map((module) => `export * from "./${module}"`).join("\n")
export const CATALOGUE_NAME = "dsregCatalogue"

/**
 * How a server comes by the file beside it. A worker of VS Code runs from a blob and knows no address: it is told the
 * file's as its name, before which VS Code puts words of its own.
 */
const LOADING = {
  node: 'module.exports = require("./catalogue.js")',
  worker: `importScripts(self.name.split(" ").pop() || "catalogue.js"); module.exports = self.${CATALOGUE_NAME}`,
} as const

/** Takes the catalogue out of a server's bundle and loads it from its own file instead. */
export function sharedCatalogue(host: keyof typeof LOADING): Plugin {
  return {
    name: "shared-catalogue",
    setup: ({ onLoad, onResolve }) => {
      onResolve({ filter: /[\\/](?:codes|fields)[\\/]catalogue\.ts$/ }, () => ({
        path: "catalogue",
        namespace: "shared",
      }))
      onResolve({ filter: /^\.\/catalogue\.js$/ }, ({ path }) => ({ path, external: true }))
      onLoad({ filter: /^catalogue$/, namespace: "shared" }, () => ({ loader: "js", contents: LOADING[host] }))
    },
  }
}
