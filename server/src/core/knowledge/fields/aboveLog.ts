import { fields } from "../fieldEntry.ts"

/**
 * What people write or paste above a log and dsregcmd does not print.
 *
 * The spellings are those of `systeminfo`, `winver`, `Get-ComputerInfo` and of tickets.
 */
export const aboveLogFields = fields([
  {
    kind: "field-entry",
    name: "OS Build",
    aliases: [
      "OSBuild",
      "OS Build Number",
      "OsBuildNumber",
      "OS Version",
      "OsVersion",
      "OS Version Number",
      "Windows Build",
      "WindowsBuild",
      "Windows Build Number",
      "Windows Version",
      "WindowsVersion",
      "Windows Version Number",
    ],
    sections: ["untitled"],
    type: "build",
    meaning:
      "The build of Windows, which tells the release and so which lines a log can have. dsregcmd prints no such line; it comes from whoever wrote it above the log.",
    unjudged: "circumstance",
    sources: [{ page: "windows10Releases" }, { page: "windows11Releases" }, { page: "windowsServerReleases" }],
  },
  {
    kind: "field-entry",
    name: "Device Registration Status",
    sections: ["untitled"],
    type: "word",
    meaning:
      "The first line of the Linux tool dsreg, which belongs to the Microsoft Identity Broker. dsregcmd on Windows prints no such line, and the lines around it are not its own either.",
    unjudged: "circumstance",
    sources: [{ page: "linuxTool" }],
  },
])
