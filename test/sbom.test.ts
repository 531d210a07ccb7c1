import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, it } from "node:test"
import { Ajv } from "ajv"
import { root } from "../scripts/build.ts"
import { notices } from "../scripts/notices.ts"
import { sbom } from "../scripts/sbom.ts"
import { built } from "./support/built.ts"

interface Component {
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses: readonly [{ readonly license: { readonly id: string } }]
}

describe("the bill of materials", async () => {
  const metafiles = (await built()).map(({ metafile }) => metafile)
  const text = sbom(root, metafiles)
  const bom = JSON.parse(text)
  const components: readonly Component[] = bom.components

  it("is CycloneDX 1.6 by its schema", () => {
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(root, "node_modules/@cyclonedx/cyclonedx-library/res/schema", name), "utf8"))
    const ajv = new Ajv({ strict: false, validateFormats: false })
    ajv.addSchema(schema("spdx.SNAPSHOT.schema.json"), "http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json")
    ajv.addSchema(schema("jsf-0.82.SNAPSHOT.schema.json"), "http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json")
    const validate = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"))
    assert.ok(validate(bom), JSON.stringify(validate.errors))
    assert.ok(!validate(Object.assign({}, bom, { components: [{ type: "library" }] })))
  })

  it("names what the bundles hold, and the notices have a license for each", () => {
    const told = notices(metafiles)
    assert.ok(components.some(({ name }) => name === "vscode-jsonrpc"))
    assert.ok(!components.some(({ name }) => name === "esbuild" || name === "typescript"))
    for (const { name, version } of components) assert.ok(told.includes(`\n${name} ${version}\n`), name)
    const sections = told.split(`\n${"-".repeat(72)}\n`)
    assert.equal(sections.length, components.length)
  })

  it("has versions and hashes as the lock file has them", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
    const locked = new Set(
      Object.entries<{ version?: string }>(packages).map(
        ([path, { version }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`,
      ),
    )
    for (const { name, version, purl } of components) {
      assert.ok(locked.has(`${name} ${version}`), name)
      assert.equal(purl, `pkg:npm/${name.replace("@", "%40")}@${version}`)
    }
    assert.equal(text.match(/"alg": "SHA-512",\s+"content": "[0-9a-f]{128}"/g)?.length, components.length)
  })

  it("holds no license under which the product could not be given away as it is", () => {
    const known = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"]
    for (const { name, licenses } of components) assert.ok(known.includes(licenses[0].license.id), name)
  })

  it("says no time and no machine, so that the same product has the same", () => {
    assert.doesNotMatch(text, /timestamp|serialNumber/)
    assert.ok(!text.includes(root))
  })
})

describe("the manifest", () => {
  it("names every package by its exact version", () => {
    const {
      dependencies = {},
      devDependencies,
      overrides,
    } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
    const versions = [dependencies, devDependencies, ...Object.values(overrides)].flatMap((list) => Object.values(list))
    for (const version of versions) assert.match(String(version), /^\d+\.\d+\.\d+(?:-[\w.]+)?$/)
  })

  it("has a lock file with a hash of every package, and none from elsewhere than npm's registry", () => {
    const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))
    const all = Object.entries<{ resolved?: string; integrity?: string; link?: boolean }>(packages)
    for (const [path, { resolved, integrity }] of all.filter(([path]) => path !== "")) {
      // Without an address it is the one that npm is set to ask.
      if (resolved !== undefined) assert.match(resolved, /^https:\/\/registry\.npmjs\.org\//, path)
      assert.match(integrity ?? "", /^sha512-/, path)
    }
  })
})
