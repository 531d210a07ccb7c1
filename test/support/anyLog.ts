import fc from "fast-check"
import { anyText } from "./anyText.ts"

/** Lines that look like a log, broken in the ways that logs are. */
export const anyLine = fc.oneof(
  fc.constantFrom(
    "+----------------------------------------------------------------------+",
    "| Device State                                                         |",
    "| User State |",
    "SSO State",
    "PS C:\\> dsregcmd /status",
    "Microsoft Windows [Version 10.0.19045.2604]",
    "```",
    "             AzureAdJoined : NO",
    "              DomainJoined : YES",
    "        DRS Discovery Test : FAIL [0x801c0021/0x80072ee2]",
    "     AcquirePrtDiagnostics : PRESENT",
    "                AzureAdPrt : NO",
    "               KeySignTest: : FAILED",
    "     Previous Registration : 2025-01-31 09:16:43.000 UTC",
    "            Server Message : AADSTS90002: Tenant",
    "Trace ID: 7",
    "          Client ErrorCode : 0x801c03f2",
    "**NgcSet : YES**<br/>DomainJoined : YES",
    "  7. DomainName : X",
    "",
    "Event[0]:",
    "  Log Name: Microsoft-Windows-User Device Registration/Admin",
    "Datum:         14.05.2026 08:31:22",
    "Ereignis-ID:   304",
    "Id           : 304",
    "Event 1104: AAD Cloud AP plugin call Get token returned error: 0xC000005F",
    "Automatic registration failed at join phase.",
    "Exit code: Unknown HResult Error code: 0x801c03f2",
    "TimeCreated                     Id LevelDisplayName Message",
    "5/14/2026 8:31:22 AM           304 Error            Automatic registration failed at join ...",
    '<Event xmlns="x"><System><Provider Name="Microsoft-Windows-AAD"/><EventID>1104</EventID></System>',
    '<EventData><Data Name="Result">3221226044</Data></EventData></Event>',
    "Event Xml:",
    "+ System ",
    "   EventID 304 ",
    "2026-02-11T08:00:01.13Z\t[Information]:\tDsrCmdAzureHelper::GetTenantId failed 0x801c0042.",
    " A line of prose",
    "               Client Time : 2030-01-01 00:00:00.000 UTC",
    "+------------------------------",
    "--------------+",
    "<p>NgcSet : NO</p>",
  ),
  anyText(60),
  fc
    .tuple(fc.constantFrom("AzureAdJoined", "Attempt Status", "Server Message", "User Context"), anyText(40))
    .map(([name, value]) => `${name} : ${value}`),
)

/** A log of such lines, whatever ends them. */
export const anyLog = fc
  .tuple(fc.array(anyLine, { maxLength: 40 }), fc.constantFrom("\n", "\r\n", "\r", "<br>"))
  .map(([lines, end]) => lines.join(end))
