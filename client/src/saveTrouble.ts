/** Why a file cannot be written, as far as it is known what that means for whoever saves it. */
export type SaveTrouble = "full" | "read-only" | "no folder"

const BY_NUMBER: Readonly<Record<string, SaveTrouble>> = {
  ENOSPC: "full",
  EDQUOT: "full",
  EROFS: "read-only",
  EACCES: "read-only",
  EPERM: "read-only",
  ENOENT: "no folder",
  ENOTDIR: "no folder",
}

const BY_CODE: Readonly<Record<string, SaveTrouble>> = { NoPermissions: "read-only", FileNotFound: "no folder" }

/** Takes an error of a file system by the number in its words, which VS Code keeps, else by VS Code's own code. */
export function saveTrouble(error: unknown): SaveTrouble | undefined {
  const [number] = /\bE[A-Z]{3,}\b/.exec(String(error)) ?? []
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  return BY_NUMBER[number ?? ""] ?? BY_CODE[code]
}
