import assert from "node:assert/strict"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { describe, it } from "node:test"
import { gzipSync } from "node:zlib"
import { budget } from "../server/src/cli/archive.ts"
import { zipInputs } from "../server/src/cli/zip.ts"
import { dsreg, dsregWith } from "./support/commandLine.ts"
import { FAILING, HEALTHY, testFolder } from "./support/folder.ts"
import { zipOf } from "./support/zip.ts"

const folder = testFolder()

interface Report {
  readonly files: readonly { readonly file: string; readonly captures: readonly { readonly line: number }[] }[]
}

async function checked(...words: string[]) {
  const { code, out, error } = await dsreg("check", "--format", "json", ...words)
  const { files } = JSON.parse(out) as Report
  return { code, error, files: files.map(({ file, captures }) => [file, captures.length]) }
}

describe("a gzip file", () => {
  const packed = gzipSync(FAILING.repeat(3))

  it("is read as what is in it, by the lines of that", async () => {
    const file = folder.write("logs.gz", packed)
    assert.deepEqual(await checked(file), { code: 1, error: "", files: [[file, 3]] })
    const { out } = await dsreg("check", file)
    assert.match(out, /logs\.gz:12:\d+ error/)
  })

  it("is known by its bytes, in a folder and in standard input", async () => {
    const file = folder.write("folder/no-ending", packed)
    assert.deepEqual((await checked(join(folder.path, "folder"))).files, [[file, 3]])
    const input = Readable.from(Array.from(packed, (byte) => Uint8Array.of(byte)))
    const { code, out } = await dsregWith({ input }, "check", "--format", "json", "-")
    assert.deepEqual([code, (JSON.parse(out) as Report).files[0]?.captures.length], [1, 3])
  })

  it("may be several behind each other", async () => {
    const file = folder.write("several.gz", Buffer.concat([packed, gzipSync(HEALTHY)]))
    assert.deepEqual((await checked(file)).files, [[file, 4]])
  })

  it("that is cut off or damaged says so, after what was read", async () => {
    // So many logs that the first of them come out before the end is missed.
    const many = gzipSync(Array.from({ length: 400 }, (_, at) => `PC ${at * 7919}\n${FAILING}`).join(""))
    const cut = folder.write("cut.gz", many.subarray(0, -20))
    const cutOff = await checked(cut)
    assert.equal(cutOff.code, 2)
    assert.equal(cutOff.error, `dsreg: ${cut} cannot be read to its end: it is packed and ends too early.\n`)
    const damaged = folder.write(
      "damaged.gz",
      Buffer.concat([packed.subarray(0, 12), Buffer.from("\xff\xff\xff\xff\xff")]),
    )
    assert.deepEqual(await checked(damaged), {
      code: 2,
      error: `dsreg: ${damaged} cannot be read: it is packed and damaged.\n`,
      files: [],
    })
  })

  it("with another archive in it is refused by its name", async () => {
    const twice = folder.write("twice.gz", gzipSync(packed))
    const { code, error } = await checked(twice)
    assert.equal(code, 2)
    assert.equal(
      error,
      `dsreg: ${twice} cannot be read: it is a gzip file, and is not unpacked here: unpack it first.\n`,
    )
  })

  it("is one log for the commands that take one", async () => {
    const file = folder.write("one.gz", gzipSync(HEALTHY))
    const { code, out } = await dsreg("redact", file)
    assert.deepEqual([code, out], [0, HEALTHY])
  })
})

/** What Intune's diagnostics of a device come as: numbered folders with what commands printed, among other things. */
const DIAGNOSTICS = [
  { name: "(1) RegistryKey HKLM/export.reg", content: "Windows Registry Editor Version 5.00\n" },
  { name: "(52) Command dsregcmd status/", content: "" },
  { name: "(52) Command dsregcmd status/output.log", content: Buffer.from(`\ufeff${FAILING}`, "utf16le") },
  { name: "(60) FoldersFiles mdmlogs.cab", content: "MSCF\0\0\0\0rest of a cabinet" },
  { name: "(9) Events System.evtx", content: Buffer.from("ElfFile\0\x01\x02") },
  { name: "results.xml", content: "<Collection/>\n" },
]

describe("a zip archive", () => {
  it("is searched like a folder", async () => {
    const file = folder.write("DiagLogs-PC1.zip", zipOf(DIAGNOSTICS))
    const { code, error, files } = await checked(file)
    assert.deepEqual(files, [[`${file}/(52) Command dsregcmd status/output.log`, 1]])
    assert.equal(code, 1)
    assert.deepEqual(error.split("\n"), [
      `dsreg: ${file}/(1) RegistryKey HKLM/export.reg is skipped: it holds no dsregcmd output.`,
      `dsreg: ${file}/(60) FoldersFiles mdmlogs.cab is skipped: it is a cabinet, and is not unpacked here: unpack it first.`,
      `dsreg: ${file}/(9) Events System.evtx is skipped: it holds no dsregcmd output.`,
      `dsreg: ${file}/results.xml is skipped: it holds no dsregcmd output.`,
      "",
    ])
  })

  it("is unpacked in a folder where it is called so; a document of an office is none", async () => {
    const own = join(folder.path, "mixed")
    mkdirSync(own)
    writeFileSync(join(own, "a.ZIP"), zipOf([{ name: "log.txt", content: HEALTHY }]))
    writeFileSync(join(own, "b.docx"), zipOf([{ name: "log.txt", content: HEALTHY }]))
    const { code, error, files } = await checked(own)
    assert.deepEqual([code, files], [0, [[`${own}/a.ZIP/log.txt`, 1]]])
    assert.equal(
      error,
      `dsreg: ${own}/b.docx is skipped: it is a zip archive, and is not unpacked here: unpack it first.\n`,
    )
  })

  it("as it was unpacked by somebody is a folder", async () => {
    for (const { name, content } of DIAGNOSTICS) if (!name.endsWith("/")) folder.write(`unpacked/${name}`, content)
    const { code, files } = await checked(join(folder.path, "unpacked"))
    assert.deepEqual([code, files], [1, [[join(folder.path, "unpacked/(52) Command dsregcmd status/output.log"), 1]]])
  })

  it("without a log says so", async () => {
    const file = folder.write("none.zip", zipOf([{ name: "a.txt", content: "words\n" }]))
    const { code, error } = await checked(file)
    assert.equal(code, 2)
    assert.match(error, /none\.zip holds no log: nothing in it was read\.\n$/)
    const empty = folder.write("empty.zip", zipOf([]))
    assert.equal((await checked(empty)).error, `dsreg: ${empty} holds no log: nothing in it was read.\n`)
  })

  it("in another one, encrypted, a link, or packed in an odd way is named, and the rest is read", async () => {
    const file = folder.write(
      "odd.zip",
      zipOf([
        { name: "inner.zip", content: zipOf([{ name: "log.txt", content: HEALTHY }]) },
        { name: "secret.txt", content: HEALTHY, isEncrypted: true },
        { name: "link.txt", content: "/etc/passwd", mode: 0o120777 },
        { name: "lzma.txt", content: HEALTHY, method: 14 },
        { name: "log.txt", content: HEALTHY },
      ]),
    )
    const { code, error, files } = await checked(file)
    assert.deepEqual([code, files], [2, [[`${file}/log.txt`, 1]]])
    assert.deepEqual(error.split("\n"), [
      `dsreg: ${file}/inner.zip is skipped: it is a zip archive, and is not unpacked here: unpack it first.`,
      `dsreg: ${file}/secret.txt cannot be read: it is encrypted.`,
      `dsreg: ${file}/link.txt is skipped: it is a link, and links are not followed.`,
      `dsreg: ${file}/lzma.txt cannot be read: it is packed in a way that is not read here.`,
      "",
    ])
  })

  for (const name of ["../../log.txt", "/etc/log.txt", "C:/log.txt", "a/../../log.txt", "..\\log.txt"]) {
    it(`with an entry called ${name} refuses it and reads the next`, async () => {
      const file = folder.write(
        "trick.zip",
        zipOf([
          { name, content: HEALTHY },
          { name: "log.txt", content: HEALTHY },
        ]),
      )
      const { code, error, files } = await checked(file)
      assert.deepEqual([code, files], [2, [[`${file}/log.txt`, 1]]])
      assert.match(error, /cannot be read: its name leads out of the archive\.\n$/)
    })
  }

  it("shows no name that a terminal obeys", async () => {
    const file = folder.write("names.zip", zipOf([{ name: "a\u001b[31m\u202eb.txt", content: HEALTHY }]))
    const { out } = await dsreg("check", file)
    assert.ok(out.startsWith(`${file}/a?[31m?b.txt: `), JSON.stringify(out))
  })

  it("that is damaged says so, and the next file is read", async () => {
    const whole = zipOf([{ name: "log.txt", content: FAILING.repeat(50) }])
    const next = folder.write("next.txt", HEALTHY)
    for (const [name, bytes] of [
      ["cut.zip", whole.subarray(0, -30)],
      ["inside.zip", Buffer.concat([whole.subarray(0, 50), Buffer.alloc(10, 255), whole.subarray(60)])],
    ] as const) {
      const { code, error, files } = await checked(folder.write(name, bytes), next)
      assert.equal(code, 2)
      assert.match(error, /cannot be read(?: to its end)?: the archive is damaged: /)
      assert.deepEqual(files.at(-1), [next, 1])
    }
  })

  it("is not taken from standard input", async () => {
    const input = Readable.from([zipOf([{ name: "log.txt", content: HEALTHY }])])
    const { code, error } = await dsregWith({ input }, "check", "-")
    assert.deepEqual(
      [code, error],
      [2, "dsreg: - cannot be read: it is a zip archive, and is not unpacked here: unpack it first.\n"],
    )
  })
})

describe("an archive that unpacks to far too much", () => {
  it("is left: the entries of a zip count together, also where they are the same bytes", async () => {
    const entries = Array.from({ length: 20 }, (_, at) => ({ name: `${at}.txt`, content: FAILING, repeats: at > 0 }))
    const file = folder.write("overlap.zip", zipOf(entries))
    const listed = { kind: "named", file, path: file } as const
    const read: string[] = []
    await assert.rejects(async () => {
      for await (const input of zipInputs(listed, { ratio: 1, always: FAILING.length * 15, most: 1e9 })) {
        for await (const _ of "parts" in input ? input.parts() : assert.fail(input.why)) read.push(input.file)
      }
    }, /it unpacks to more than 1 times its size, which no log does/)
    assert.equal(read.length, 15)
  })

  it("is left where it is blanks in a gzip file", async () => {
    const line = `${" ".repeat(4094)}\n`
    const file = folder.write("blanks.gz", gzipSync(Buffer.from(`${HEALTHY}\n${line.repeat(3000)}`)))
    const { code, error } = await dsreg("check", "--format", "csv", file)
    assert.equal(code, 2)
    assert.match(error, /blanks\.gz cannot be read(?: to its end)?: /)
  })

  it("is told by its ratio, and by its sum", () => {
    const spend = budget({ ratio: 10, always: 100, most: 1000 })
    spend(100, 1)
    assert.throws(() => spend(1, 10), /more than 10 times its size/)
    const more = budget({ ratio: 10, always: 100, most: 1000 })
    more(1000, 1000)
    assert.throws(() => more(1, 1000), /it unpacks to more than/)
  })

  it("is no text of logs: the same little log over and over stays within the ratio", () => {
    const text = FAILING.repeat(20_000)
    assert.ok(text.length / gzipSync(text, { level: 9 }).length < 300)
  })
})

describe("other archives", () => {
  for (const [what, bytes] of [
    ["cabinet", "MSCF\0\0\0\0"],
    ["7z archive", "7z\xbc\xaf\x27\x1c"],
    ["RAR archive", "Rar!\x1a\x07\x00"],
    ["xz file", "\xfd7zXZ\0"],
    ["bzip2 file", "BZh91AY&SY"],
    ["tar archive", `${"log.txt".padEnd(257, "\0")}ustar\x0000`],
  ] as const) {
    it(`are refused by their name: a ${what}`, async () => {
      const file = folder.write("archive", Buffer.from(bytes, "latin1"))
      const { code, error } = await checked(file)
      assert.equal(code, 2)
      assert.equal(
        error,
        `dsreg: ${file} cannot be read: it is a ${what}, and is not unpacked here: unpack it first.\n`,
      )
    })
  }
})
