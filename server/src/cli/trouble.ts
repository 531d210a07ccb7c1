/** Why a file is left where it is, in words behind "cannot be read to its end:". */
export class Unreadable extends Error {}

/** Whether the system refused something, so that dsreg is not at fault. */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "errno" in error
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EBUSY: "another program holds it",
  ELOOP: "its links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EFBIG: "it is larger than a file may be there",
  EPIPE: "nobody reads it any more",
  EIO: "the disk cannot read it",
  Z_BUF_ERROR: "it is packed and ends too early",
  Z_DATA_ERROR: "it is packed and damaged",
}

/** What the system said, in words for a sentence. */
export function reason(error: NodeJS.ErrnoException): string {
  return REASONS[error.code ?? ""] ?? error.message
}
