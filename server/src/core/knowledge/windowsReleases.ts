import type { Source } from "./source.ts"

/** A build of Windows, and the releases that carry its number. */
export interface WindowsRelease {
  readonly kind: "windows-release"
  /** The third part of a version: `19045` of `10.0.19045.2604`. */
  readonly build: number
  /** As Microsoft's tables name it; a client and a server that share a build are both named. */
  readonly name: string
  readonly sources: readonly [Source, ...Source[]]
  /**
   * The day of its last update in every edition, `2021-05-11`; absent where it is still served, or where an edition with
   * long servicing shares its number.
   */
  readonly served?: string
}

const windows10: Source = { page: "windows10Releases" }
const windows11: Source = { page: "windows11Releases" }
const server: Source = { page: "windowsServerReleases" }

/** The releases since dsregcmd exists. The semi-annual servers are left out: their name is the client's version. */
export const windowsReleases: readonly WindowsRelease[] = [
  served("2025-10-14", release(10240, "Windows 10 1507", windows10)),
  served("2017-10-10", release(10586, "Windows 10 1511", windows10)),
  release(14393, "Windows 10 1607 or Windows Server 2016", windows10, server),
  served("2019-10-08", release(15063, "Windows 10 1703", windows10)),
  served("2020-10-13", release(16299, "Windows 10 1709", windows10)),
  served("2021-05-11", release(17134, "Windows 10 1803", windows10)),
  release(17763, "Windows 10 1809 or Windows Server 2019", windows10, server),
  served("2020-12-08", release(18362, "Windows 10 1903", windows10)),
  served("2022-05-10", release(18363, "Windows 10 1909", windows10)),
  served("2021-12-14", release(19041, "Windows 10 2004", windows10)),
  served("2023-05-09", release(19042, "Windows 10 20H2", windows10)),
  served("2022-12-13", release(19043, "Windows 10 21H1", windows10)),
  release(19044, "Windows 10 21H2", windows10),
  release(19045, "Windows 10 22H2", windows10),
  release(20348, "Windows Server 2022", server),
  served("2024-10-08", release(22000, "Windows 11 21H2", windows11)),
  served("2025-10-14", release(22621, "Windows 11 22H2", windows11)),
  served("2026-11-10", release(22631, "Windows 11 23H2", windows11)),
  release(26100, "Windows 11 24H2 or Windows Server 2025", windows11, server),
  release(26200, "Windows 11 25H2", windows11),
  release(26300, "Windows 11 26H2", windows11),
  release(28000, "Windows 11 26H1", windows11),
]

function release(build: number, name: string, ...sources: readonly [Source, ...Source[]]): WindowsRelease {
  return { kind: "windows-release", build, name, sources }
}

/**
 * A release with the day of its last update, Enterprise's and Education's, who get theirs longest; of the first one it
 * is the day of the edition with long servicing. Who pays for more updates is left out.
 */
function served(until: string, of: WindowsRelease): WindowsRelease {
  return { ...of, served: until }
}
