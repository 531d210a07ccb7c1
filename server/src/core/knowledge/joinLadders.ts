import { ofHybrid } from "./joinType.ts"
import { startJoin } from "./ladders.ts"
import { type Advice, shared } from "./shared.ts"
import type { Source } from "./source.ts"
import { changes, fact, reads } from "./step.ts"

/*
 * Steps of a join that several rules and codes share: what it waits for, and how that is brought about.
 */

/** Whether the computer can reach the tenant by synchronization at all. */
export const readSyncScope: readonly [Advice, ...Advice[]] = [
  shared(
    reads("In Active Directory, run `Get-ADComputer {Computer} -Properties userCertificate`.", {
      rights: "directory-administrator",
      where: "active-directory",
      proves:
        "If `userCertificate` is empty, the PC has not prepared its join: start the join on it. If it has a value, see whether the sync takes the computer along.",
    }),
  ),
  shared(
    reads(
      "On the server of Microsoft Entra Connect, look in its wizard, under *Customize synchronization options* > *Domain and OU filtering*, whether the organizational unit of the PC is selected.",
      {
        rights: "administrator",
        where: "sync-server",
        proves:
          "If it is not, no sync brings the computer, and waiting does not help: select it. If it is, wait for the next sync.",
      },
    ),
  ),
]

/** A PC that waits for the sync, from looking to trying. */
export const waitForSync: readonly [Advice, ...Advice[]] = [
  shared(
    reads(
      "In the Microsoft Entra admin center open Entra ID > Devices > All devices, and search for the PC by its name, `{Computer}`.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If it is listed with *Pending* under Registered, the sync has brought it, and the next attempt can succeed: start the join. If it is not listed, or only with a date there, which is an earlier registration, the sync has not brought it: go on.",
      },
    ),
  ),
  ...readSyncScope,
  shared(
    reads(
      "Where Microsoft Entra Cloud Sync synchronizes in place of Microsoft Entra Connect, look at *Device sync* in its configuration (preview since July 2026).",
      {
        rights: "directory-administrator",
        where: "entra",
        proves: "Off, as it is by default: no sync brings a device; turn it on. On: wait for the next sync.",
      },
    ),
  ),
  shared(
    changes(
      "Let the next sync end. Microsoft Entra Connect starts one every 30 minutes by default; on its server `Start-ADSyncSyncCycle -PolicyType Delta` starts one at once. Then search for the PC again.",
      {
        rights: "administrator",
        where: "sync-server",
        proves:
          "If it is listed as *Pending* now, start the join. If it is not, the sync does not bring it: Synchronization Service Manager on that server shows the errors of the last runs.",
      },
    ),
  ),
  startJoin,
]

/** What Microsoft says of a policy that asks for a second factor to join, and of the device setting beside it. */
export const registerAction: Source = { page: "policyTargets", heading: "User actions", anchor: "user-actions" }

/** Where a user sets up a second factor. */
export const mfaSetup: Source = {
  page: "mfaSetup",
  heading: "Register users for Microsoft Entra multifactor authentication by using AD FS",
  anchor: "register-users-for-azure-ad-multi-factor-authentication-by-using-ad-fs",
}

/** The commands that ask for the domain and repair the trust in it. */
export const controllerCommands: readonly [Source, Source] = [{ page: "nltest" }, { page: "secureChannel" }]

/** A PC that finds no domain controller. */
export const findController: readonly [Advice, ...Advice[]] = [
  shared(
    reads("On the PC run `nltest /dsgetdc:{Domain}`.", {
      rights: "user",
      proves:
        "If it names a domain controller, the network was missing at the time of the log only: start the join. If it fails, no domain controller is found from here: go on.",
    }),
  ),
  shared(
    reads(
      "Check that the PC is on the company network or its VPN, and that `nslookup -type=srv _ldap._tcp.dc._msdcs.{Domain}` lists domain controllers.",
      {
        rights: "user",
        proves:
          "If the list is empty or an error, the PC asks the wrong DNS server: `ipconfig /all` shows which. If it lists some, a firewall is in between: `Test-NetConnection NAME -Port 389` with one of them.",
      },
    ),
  ),
  shared(
    reads("When a domain controller is found, run `nltest /sc_verify:{Domain}` from an elevated prompt.", {
      rights: "administrator",
      proves:
        "`NERR_Success`: the PC and the domain trust each other. An error: repair that first, with `Test-ComputerSecureChannel -Repair` in an elevated PowerShell window.",
    }),
  ),
  shared(
    changes("Connect the PC to the company network, or start its VPN, and keep it connected during the join.", {
      rights: "user",
      proves: "When `nltest` names a domain controller there, start the join.",
    }),
  ),
  startJoin,
]

/** A join that needs a second factor gets one, or none is asked for. */
export const giveSecondFactor: readonly [Advice, ...Advice[]] = [
  shared(
    fact(
      "Microsoft says of the device setting that it does not apply to a hybrid join, which the PC makes by itself and without a user. On a PC in a domain the request most likely came with the sign-in of a user all the same: somebody added a work account or joined by hand at that time, or the federation service handed out a token of a user.",
      { joins: ofHybrid },
    ),
  ),
  shared(
    reads(
      "In the Microsoft Entra admin center open Entra ID > Monitoring & health > Sign-in logs, and look at the sign-ins of the minute of {Previous Registration}, tab *Authentication Details*.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If a user was asked for a second factor and gave none, that user repeats what was begun, with it at hand. If none was asked for, or no sign-in is there, the next two steps show what asks for it.",
      },
    ),
  ),
  shared(
    reads(
      "Open Entra ID > Conditional Access > Policies, and look for policies with the user action (Target resources > User actions) *Register or join devices*.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "If one is on for this user, it asks for the second factor: leave it if that is meant, or exclude the user. If none is, go on.",
      },
    ),
  ),
  shared(
    reads(
      "Open Entra ID > Devices > Device settings, and read *Require multifactor authentication to register or join devices with Microsoft Entra ID*. Where a policy asks already, Microsoft wants it at No.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves: "Yes: it asks everybody who joins; set it to No if a policy does or if nobody should be asked.",
      },
    ),
  ),
  shared(
    changes(
      "If the second factor is meant, let the user set one up (public cloud: `https://aka.ms/mfasetup`), then sign in once with it and repeat what failed.",
      { rights: "user", where: "entra" },
    ),
  ),
]

/** A user at the limit for devices gets room for one more. */
export const makeRoomForDevice: readonly [Advice, ...Advice[]] = [
  shared(
    reads(
      "In the Microsoft Entra admin center open Entra ID > Users, the user who joins, Devices, and count them. Compare with *Maximum number of devices per user* under Entra ID > Devices > Device settings; its default is 50.",
      {
        rights: "directory-administrator",
        where: "entra",
        proves:
          "At the limit: no other device of this user can join until one is deleted or the limit is raised. Below it: the message was from an earlier time; join again.",
      },
    ),
  ),
  shared(
    changes(
      "Delete those devices of the user that are no longer in use, or raise the limit for everybody. A device that is deleted by mistake loses its sign-in.",
      { rights: "directory-administrator", where: "entra" },
    ),
  ),
]

/** A service that asks for a pause gets it. */
export const waitAsAsked: readonly [Advice, ...Advice[]] = [
  shared(
    reads("Read in `Server Message` how long to wait, and start no join until that time is over.", {
      rights: "user",
      inLog: [
        {
          fields: ["Server Message"],
          when: /\b300 seconds\b/,
          leaves: reads("Wait 300 seconds, as the server asks.", {
            rights: "user",
            proves: "If that time is over since this log, or when it is, start the join.",
          }),
        },
        { fields: ["Server Message"], leaves: "Wait as long as the server asks: {0}." },
      ],
      proves: "Microsoft calls this answer expected after several requests in quick succession.",
    }),
  ),
  startJoin,
]

/** The addresses at which AD FS takes the Windows sign-in of a computer. */
export const windowsEndpoints = shared(
  reads(
    "On an AD FS server run `Get-AdfsEndpoint -AddressPath /adfs/services/trust/13/windowstransport` and the same for `/adfs/services/trust/2005/windowstransport`, and read `Enabled`.",
    {
      rights: "directory-administrator",
      where: "federation-service",
      proves:
        "False: AD FS takes no Windows sign-in there; enable it with `Enable-AdfsEndpoint -TargetAddressPath` and the path, for the intranet only, and restart the service (`Restart-Service adfssrv`). True for both: go on.",
    },
  ),
)

/** Whether a hybrid join is wanted at all, which no log shows. */
export const decideHybridJoin = shared(
  reads(
    "Find out whether this PC is meant to be hybrid joined, that is, joined to Active Directory and to Microsoft Entra ID.",
    {
      rights: "directory-administrator",
      where: "directory",
      proves:
        "If not, its state is in order, and nothing is left to do. If so, go on. A domain controller and a Server Core installation cannot be hybrid joined.",
    },
  ),
)
