import { fields } from "../fieldEntry.ts"
import { deviceDetails, deviceState, joinStatus } from "../headings.ts"
import { onJoined } from "../joinType.ts"

/** The fields of Device State, the join itself. Windows before 1809 printed the device and tenant details here too. */
export const deviceStateFields = fields([
  {
    kind: "field-entry",
    name: "AzureAdJoined",
    sections: ["device-state"],
    type: "yes-no",
    mark: true,
    meaning:
      "Whether this PC is joined to Microsoft Entra ID. Microsoft Entra joined and hybrid joined devices both say YES; DomainJoined tells which of the two it is.",
    expected:
      "YES where the PC is meant to be joined. NO is right for a PC that is only a domain member, only registered, or not connected to Microsoft Entra ID at all.",
    values: {
      YES: "The device is joined: hybrid joined if DomainJoined is YES too, Entra joined if it is NO.",
      NO: "No join is in place. With DomainJoined YES it is a hybrid join that has not finished, if one is wanted; otherwise it is nothing to repair.",
    },
    healthy: onJoined("YES"),
    since: "1511",
    sources: [deviceState, joinStatus],
  },
  {
    kind: "field-entry",
    name: "EnterpriseJoined",
    sections: ["device-state"],
    type: "yes-no",
    mark: true,
    meaning:
      "Whether this PC is joined to a device registration service on premises, run by AD FS. It says nothing about ordinary domain membership; that is DomainJoined.",
    expected:
      "NO on Microsoft Entra joined and hybrid joined devices. A device cannot be joined to both services at once.",
    values: {
      YES: "Joined on premises. With AzureAdJoined NO and DomainJoined YES this is the documented state `On-premises DRS Joined`, not a fault.",
      NO: "Not joined on premises, which is healthy everywhere else.",
    },
    healthy: ["NO"],
    since: "1511",
    sources: [deviceState],
  },
  {
    kind: "field-entry",
    name: "DomainJoined",
    sections: ["device-state"],
    type: "yes-no",
    meaning:
      "Whether this PC is a member of an Active Directory domain. Only a domain member can become Microsoft Entra hybrid joined.",
    expected: "YES where hybrid join is wanted, NO on a device that is Microsoft Entra joined or only registered.",
    values: {
      YES: "A domain member.",
      NO: "Not a domain member, so hybrid join is out of reach. With AzureAdJoined YES this is a plain Microsoft Entra join.",
    },
    healthy: { "hybrid-joined": ["YES"], "entra-joined": ["NO"] },
    since: "1511",
    sources: [deviceState, joinStatus],
  },
  {
    kind: "field-entry",
    name: "DomainName",
    sections: ["device-state"],
    type: "name",
    holds: "domain",
    meaning: "The domain this PC belongs to, in all known logs by its short NetBIOS name.",
    expected: "The name of your domain. The line is missing where DomainJoined is NO.",
    since: "1511",
    sources: [deviceState],
  },
  {
    kind: "field-entry",
    name: "Virtual Desktop",
    sections: ["device-state", "device-details"],
    type: "word",
    meaning:
      "Whether the device carries data that marks it as a virtual desktop. Microsoft describes the line under Device details; real output has it in Device State.",
    expected: "NOT SET on a normal PC, YES on a virtual desktop whose vendor marks it.",
    values: {
      "NOT SET": "No virtual desktop data is present.",
      YES: "Virtual desktop data is present, and dsregcmd prints it: the vendor, persistent or not, one user or many, and the vendor's own values.",
      INVALID:
        "Virtual desktop data is present but set wrongly. dsregcmd prints what it found, which is for the vendor of the virtual desktop to mend.",
    },
    notApplicable: ["NOT SET"],
    sources: [deviceDetails],
  },
  {
    kind: "field-entry",
    name: "Device Name",
    sections: ["device-state"],
    type: "name",
    holds: "host",
    identity: { kind: "device", as: "name" },
    meaning:
      "The name of the PC: its host name, on domain members with the domain behind it. Windows before about 20H2 does not print the line.",
    unjudged: "names",
    confidence: "reported",
    sources: [],
  },
])
