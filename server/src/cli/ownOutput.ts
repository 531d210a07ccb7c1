/** How what dsreg prints of logs begins, in each of its formats; the words of a report may be of another language. */
const BEGINNINGS: readonly RegExp[] = [
  /^\{\s*"version":\s*1,\s*"(?:files"\s*:\s*\[|file"\s*:|logs"\s*:\s*\d)/,
  /^file,line,joinType,phase,severity,rule,code,failingLine,verdict\b/,
  /^logs,severity,phase,rule,code,message,firstFile\b/,
  /^\{\s*"version":\s*"2\.1\.0"[\s\S]{0,300}?"name":\s*"dsreg"/,
  /^# dsreg\b/,
  /^<!DOCTYPE html>[\s\S]{0,800}?<title>dsreg\b/,
]

/** So much of a file tells whether it is such an output. */
const HEAD = 2000

/** Whether a file begins as an output of dsreg does; its first bytes are looked at. */
export function isOwnOutput(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD)).replace(/^\u00ef\u00bb\u00bf/, "")
  return BEGINNINGS.some((beginning) => beginning.test(head))
}
