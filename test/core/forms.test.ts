import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, it } from "node:test"
import { recognition } from "../../server/src/core/log/recognize.ts"
import { reading } from "../support/reading.ts"

/** A log with a failed sign-in, which says the same in whatever form somebody pastes it. */
const LOG = readFileSync("test/logs/prt-refused-bad-password.dsreg", "utf8")
const LINES = LOG.trimEnd().split("\n")
const FIELDS = LINES.flatMap((line) => {
  const [, name = "", value = ""] = /^ {2,}(\S.*?) : ?(.*)$/.exec(line) ?? []
  return name === "" ? [] : [[name, value] as const]
})

const joined = (name: string) => name.replaceAll(" ", "")
const camel = (name: string) => joined(name).replace(/^[A-Z]/, (letter) => letter.toLowerCase())
const boolean = (value: string) => (value === "YES" ? "True" : value === "NO" ? "False" : value)
const each = (form: (line: string, index: number) => string) => LINES.map(form).join("\n")
const list = (form: (name: string, value: string) => string) =>
  FIELDS.map(([name, value]) => form(name, value)).join("\n")
const object = (name: (name: string) => string) =>
  Object.fromEntries(FIELDS.map(([key, value]) => [name(key), value === "YES" ? true : value === "NO" ? false : value]))

const FORMS: Readonly<Record<string, string>> = {
  "columns of names and values": `Name                           Value\n----                           -----\n${list((name, value) => `${name.padEnd(30)} ${value}`)}`,
  "an object of PowerShell": list((name, value) => `${joined(name).padEnd(25)} : ${value}`),
  "an object with booleans": list((name, value) => `${joined(name).padEnd(25)} : ${boolean(value)}`),
  "an object in the colors of PowerShell 7": list(
    (name, value) => `\u001b[32;1m${joined(name).padEnd(25)} : \u001b[0m${value}`,
  ),
  "an object in one line": `@{${list((name, value) => `${joined(name)}=${value}`).replaceAll("\n", "; ")}}`,
  "assignments without blanks": list((name, value) => `${joined(name)}=${value}`),
  "the name of the PC and a bar": each((line) => `PC01 | ${line}`),
  "the name of the PC in brackets": each((line) => `[PC01] out: ${line}`),
  "a time in brackets": each((line) => `[2026-06-10 08:01:22] ${line}`),
  "a time of day": each((line) => `08:01:22 ${line}`),
  "a time with its zone": each((line) => `2026-06-10T08:01:22.123Z ${line}`),
  "a line of syslog": each((line) => `Jun 10 08:01:22 pc01 agent[812]: ${line}`),
  "a stream of PowerShell": each((line) => `VERBOSE: ${line}`),
  "matches of a search": each((line, index) => `dsreg.txt:${index + 1}:${line}`),
  "matches with their neighbors": each((line, index) => `${index + 1}${index % 5 ? "-" : ":"}${line}`),
  "lines of Configuration Manager's logs": each(
    (line) => `<![LOG[${line}]LOG]!><time="08:01:22.1234567" date="6-10-2026" component="Script" type="1" thread="12">`,
  ),
  "a record of Intune's logs": `<![LOG[output = ${LOG.trimEnd()}]LOG]!><time="08:01:22.1234567" date="6-10-2026">`,
  "a list of JSON in one line": JSON.stringify(LINES),
  "a list of JSON": `ok: [pc01] => ${JSON.stringify({ msg: LINES }, undefined, 4)}`,
  "a string of JSON": JSON.stringify({ stdout: LINES.join("\r\n") }),
  "a string of JSON with its signs escaped": `{"Output":${JSON.stringify(LINES.join("\r\n")).replaceAll("'", "\\u0027")}}`,
  "an object of JSON": JSON.stringify({ "SSO State": Object.fromEntries(FIELDS) }, undefined, 2),
  "an object of JSON in one line": JSON.stringify(
    Object.fromEntries(FIELDS.map(([name, value]) => [joined(name), value])),
  ),
  "an object of JSON with small letters and booleans": JSON.stringify(object(camel)),
  "a dictionary of Python": `{${list((name, value) => `'${name}': '${value}'`).replaceAll("\n", ", ")}}`,
  YAML: `dsregcmd:\n${list((name, value) => `  ${joined(name)}: ${value}`)}`,
  "exported columns": `"Name","Value"\n${list((name, value) => `"${name}","${value}"`)}`,
  "exported columns with semicolons": `Name;Value\n${list((name, value) => `${name};${value}`)}`,
  "columns with a bar between": list((name, value) => `${name} | ${value}`),
  "rows of a table in HTML": `<table>\n${list((name, value) => `<tr><td>${name}</td><td>${value}</td></tr>`)}\n</table>`,
  "a table in HTML in one line": `<table>${list((name, value) => `<tr><td>${name}</td><td>${value}</td></tr>`).replaceAll("\n", "")}</table>`,
  "properties in XML": list((name, value) => `<S N="${joined(name)}">${value}</S>`),
  "elements of XML": `<Status>\n${list((name, value) => `  <${joined(name)}>${value}</${joined(name)}>`)}\n</Status>`,
  bullets: list((name, value) => `• ${name} : ${value}`),
  "bullets of Markdown": list((name, value) => `- ${name}: ${value}`),
  "bold names": list((name, value) => `**${name}:** ${value}`),
  code: list((name, value) => `\`${name} : ${value}\``),
  arrows: list((name, value) => `${name} -> ${value}`),
  "colons of an Eastern keyboard": list((name, value) => `${name}：${value}`),
  "boxes as Word draws them": LOG.replace(/-{70}/g, "–".repeat(35)).replaceAll("  ", "\u00a0 "),
  "what a tool answers": JSON.stringify({ value: [{ code: "StdOut", message: LINES.join("\n") }] }, undefined, 2),
}

describe("a log reads as it was printed, pasted as", () => {
  const { joinType, phase, findings } = reading(LOG)
  const told = findings.map(({ rule, code }) => `${rule.id} ${code}`)
  assert.deepEqual(told, ["prt-refused AADSTS50126"])
  for (const [form, text] of Object.entries(FORMS)) {
    it(form, () => {
      assert.notEqual(recognition(text), "no")
      const pasted = reading(text)
      assert.deepEqual([pasted.joinType, pasted.phase], [joinType, phase])
      assert.deepEqual(
        pasted.findings.map(({ rule, code }) => `${rule.id} ${code}`),
        told,
      )
    })
  }
})
