import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library"
import type { Metafile } from "esbuild"
import { bundled } from "./bundled.ts"

/**
 * What the product is made of besides its own source, as a CycloneDX document: the packages that the bundles took
 * something from, with the hash that npm's lock file has of each. The same product gives the same document.
 */
export function sbom(root: string, metafiles: readonly Metafile[]): string {
  const { name, version, license } = json(join(root, "package.json"))
  const { packages } = json(join(root, "package-lock.json"))
  const product = component({ name, version, license }, Enums.ComponentType.Application)
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: product }) })
  for (const part of bundled(metafiles)) {
    const library = component(part, Enums.ComponentType.Library)
    const locked = packages[part.folder.slice(part.folder.indexOf("node_modules/"))]
    library.hashes.set(Enums.HashAlgorithm["SHA-512"], hexadecimal(locked.integrity))
    product.dependencies.add(library.bomRef)
    bom.components.add(library)
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)
  return `${new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 })}\n`
}

function component(
  { name, version, license }: { readonly name: string; readonly version: string; readonly license: string },
  type: Enums.ComponentType,
): Models.Component {
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`
  const one = new Models.Component(type, name, { version, purl, bomRef: purl })
  one.licenses.add(new Models.SpdxLicense(license))
  return one
}

/** `sha512-…`, whose digits are Base64, as CycloneDX has it. */
function hexadecimal(integrity: string): string {
  const [algorithm, digits = ""] = integrity.split("-")
  if (algorithm !== "sha512") throw new Error(`the lock file has another hash than SHA-512: ${integrity}`)
  return Buffer.from(digits, "base64").toString("hex")
}

function json(file: string) {
  return JSON.parse(readFileSync(file, "utf8"))
}
