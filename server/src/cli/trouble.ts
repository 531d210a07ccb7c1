/** Why a file is left where it is, in words behind "cannot be read to its end:". */
export class Unreadable extends Error {}

/** Whether the system refused something, so that dsreg is not at fault. */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "errno" in error
}

/** What the system said, in words for a sentence. */
export function reason(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "ENOENT":
      return "there is no such file"
    case "EACCES":
    case "EPERM":
      return "access is denied"
    default:
      return error.message
  }
}
