import type { CodeEntry } from "../../code.ts"
import { claims } from "../../headings.ts"
import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, fact, reads } from "../../step.ts"
import { signInLog, table } from "./advice.ts"

const certificateSync: Source = {
  page: "federationCertificates",
  heading: "Step 2: Confirm that AD FS and Microsoft Entra ID are in sync",
  anchor: "step-2-confirm-that-ad-fs-and-azure-ad-are-in-sync",
}

const compareCertificates = shared(
  reads(
    "Compare the token-signing certificate: `Get-AdfsCertificate -CertificateType Token-Signing` on AD FS with `Get-EntraFederationProperty -DomainName` and the domain. The thumbprints have to be the same.",
    {
      rights: "directory-administrator",
      where: "federation-service",
      proves: "They differ: the last step brings the new one to Microsoft Entra ID. They are the same: go on.",
    },
  ),
)

const federationLog = shared(
  reads("Read the federation service's own log at that time, on AD FS the AD FS/Admin log on its servers.", {
    rights: "directory-administrator",
    where: "federation-service",
  }),
)

const otherProvider = shared(
  fact(
    "By its name the code is about a provider that is connected by OAuth, as Google is for guests: look in the tenant's list of identity providers, not at AD FS.",
  ),
)

const domainFederation: Source = { page: "domainFederation" }

const resetTrust: Source = {
  page: "resetTrust",
  heading: "Reset the AD FS and Azure trust",
  anchor: "reset-the-ad-fs-and-azure-trust",
}

/** Answers about what a federation service or another identity provider sent, or sent not. */
export const federationCodes = (): readonly CodeEntry[] => [
  {
    kind: "code",
    code: "AADSTS20001",
    symbols: ["WsFedSignInResponseError"],
    places: ["any"],
    title: "federation service answered the sign-in with an error",
    cause:
      "In a federated domain the user was sent to the federation service, and that came back with an error in place of a token.",
    resolution: [
      reads(
        "Sign in at the federation service itself, on AD FS at /adfs/ls/idpinitiatedsignon where that page is on: what fails there fails for Microsoft Entra ID as well.",
        {
          proves:
            "It fails there: repair it at the service. It works there: the answer to Microsoft Entra ID is what is wrong; read the sign-in logs.",
          rights: "user",
          where: "federation-service",
        },
      ),
      federationLog,
      signInLog,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS20012",
    symbols: ["WsFedMessageInvalid"],
    places: ["any"],
    title: "answer of the federation service not valid",
    cause:
      "The federation service sent a WS-Federation message that Microsoft Entra ID could not take: not whole, not signed as expected, or not in time.",
    resolution: [
      reads(
        "Read the rest of the message: it says what of the answer was wrong, its signature, its time or its form.",
        {
          rights: "user",
          proves:
            "The signature: compare the certificates. The time: compare the clocks. The form: ask the vendor of the service.",
        },
      ),
      compareCertificates,
      reads("Compare the clocks: a token that begins in the future or has already ended is not valid.", {
        rights: "directory-administrator",
        where: "federation-service",
      }),
      federationLog,
    ],
    confidence: "inferred",
    sources: [table, certificateSync],
  },
  {
    kind: "code",
    code: "AADSTS20033",
    symbols: ["FedMetadataInvalidTenantName"],
    places: ["any"],
    title: "federation metadata asked for a tenant that is not one",
    cause:
      "Somebody asked for federation metadata, or a provider is set up by it, under a tenant name that Microsoft Entra ID does not accept.",
    resolution: [
      reads(
        "Read the name in the metadata address that the identity provider was set up with, and compare it with the tenant's verified domains.",
        {
          proves: "None of the tenant's: correct it. One of them: see whether the domain is verified and not deleted.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      federationLog,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS399284",
    symbols: ["InboundIdTokenIssuerInvalid"],
    places: ["any"],
    title: "issuer of an external ID token not the expected one",
    cause:
      "An external identity provider sent an ID token whose issuer is empty, or is not the one that the federation was set up with.",
    resolution: [
      reads("Compare the issuer (`iss`) in the provider's ID token with the one in the tenant, letter by letter.", {
        proves:
          "Any difference counts, also a slash at the end: correct it in the tenant. None: look at the address of its metadata.",
        rights: "directory-administrator",
        where: "entra",
      }),
      fact(
        "An OpenID Connect provider is meant, one of the tenant's list of identity providers. AD FS has no part in it: it sends SAML tokens for a domain.",
      ),
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS40008",
    symbols: ["OAuth2IdPUnretryableServerError"],
    places: ["any"],
    title: "external identity provider failed",
    cause: "An identity provider outside the tenant answered with an error that another try will not change.",
    resolution: [
      reads("Read the provider's name in the message, and look into its own log for the time of the sign-in.", {
        proves: "An error there: that provider has to solve it. None: the request did not arrive; try again.",
        rights: "directory-administrator",
        where: "federation-service",
      }),
      otherProvider,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS40010",
    symbols: ["OAuth2IdPRetryableServerError"],
    places: ["any"],
    title: "external identity provider failed for now",
    cause: "An identity provider outside the tenant answered with an error that may pass.",
    resolution: [
      reads("Repeat the sign-in after some minutes: by the name of the code, the same request can succeed then.", {
        proves: "It works: nothing is left to do. It fails again: look at the provider's state.",
        rights: "user",
      }),
      reads("If it fails again, look at the provider's state page or its log.", {
        rights: "directory-administrator",
        where: "federation-service",
      }),
      otherProvider,
    ],
    confidence: "inferred",
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50006",
    symbols: ["InvalidSignature"],
    places: ["any"],
    title: "signature of a token not accepted",
    cause:
      "A token was shown whose signature Microsoft Entra ID could not verify. In a federated domain that happens when the federation service signs with a certificate that the tenant has not been told of, as after it was renewed.",
    resolution: [
      reads(
        "Compare the token-signing certificate of the federation service with the one that `Get-MgDomainFederationConfiguration` shows for the domain.",
        {
          proves:
            "They differ: bring the new one to Microsoft Entra ID. The same: look at what signs the token in between.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      changes("If they differ, bring the new certificate into the federation settings of the domain.", {
        rights: "directory-administrator",
        where: "federation-service",
      }),
    ],
    confidence: "inferred",
    sources: [table, { page: "federationCertificates" }, domainFederation],
  },
  {
    kind: "code",
    code: "AADSTS50008",
    symbols: ["InvalidSamlToken"],
    places: ["any"],
    title: "SAML token of the federation service not accepted",
    cause:
      "The token that the federation service issued did not pass. Often the federation service signs with a new certificate that Microsoft Entra ID does not know yet; a missing claim or a wrong clock has the same effect.",
    resolution: [
      reads(
        "Read the rest of the message: a signature or a key identifier points to the certificate, a time to a clock, a claim or an audience to the rules.",
        {
          rights: "user",
          proves:
            "The signature or a key: go on with the certificate. A time: the clocks. A claim or an audience: the claim rules.",
        },
      ),
      compareCertificates,
      reads(
        "On each federation server run `w32tm /stripchart /computer:DOMAIN /samples:3` with the domain: the token is good for a span of time only.",
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves: "Minutes apart: set the clock there with `w32tm /resync`. Seconds: go on.",
        },
      ),
      reads("For a hybrid join, see that the claim rules for devices are there and issue all that Microsoft lists.", {
        rights: "directory-administrator",
        where: "federation-service",
        proves:
          "One is missing: let Microsoft Entra Connect write them, under *Configure device options*. All are there: take the message and the time to whoever runs the federation service.",
      }),
      changes(
        "If the certificates differ, bring the new one to Microsoft Entra ID with `Update-MgDomainFederationConfiguration`, or repair the trust in Microsoft Entra Connect.",
        { rights: "directory-administrator", where: "entra" },
      ),
    ],
    confidence: "inferred",
    sources: [table, certificateSync, claims, resetTrust],
  },
  {
    kind: "code",
    code: "AADSTS5000819",
    symbols: ["InvalidSamlTokenEmailMissingOrInvalid"],
    places: ["any"],
    title: "e-mail claim missing in an external SAML token",
    cause:
      "The token of an external organization's identity provider has no e-mail address, or one of another domain than the federation is for.",
    resolution: [
      reads("Look at the e-mail claim that the provider sends for this user, and at the domain behind its @.", {
        proves:
          "No claim or another domain: the provider has to send the right one. Right: look at the domains of the federation.",
        rights: "directory-administrator",
        where: "federation-service",
      }),
      changes("Have the provider send an address of the domain that the federation was set up for.", {
        where: "federation-service",
      }),
    ],
    sources: [table],
  },
  {
    kind: "code",
    code: "AADSTS50107",
    symbols: ["InvalidRealmUri"],
    places: ["any"],
    title: "unknown federation realm",
    cause:
      "The token or the request named a federation realm, which is the issuer of the token, and Microsoft Entra ID knows no such realm.",
    resolution: [
      reads(
        "Run `Get-MgDomainFederationConfiguration -DomainId {Suffix}` in PowerShell (Microsoft Graph) with the domain of the user names, and compare `IssuerUri` with the issuer that the message names, letter by letter.",
        {
          rights: "directory-administrator",
          where: "entra",
          proves:
            "They differ: correct it with `Update-MgDomainFederationConfiguration`, or reset the trust in Microsoft Entra Connect (*Manage federation* > *Reset Microsoft Entra ID trust*). They are the same: go on.",
        },
      ),
      reads(
        "In a hybrid join with several federated domains, look at the claim rule for the issuer: it has to name the computer's domain.",
        {
          rights: "directory-administrator",
          where: "federation-service",
          proves:
            "It names another domain, or stands twice: let Microsoft Entra Connect write the rules anew, under *Configure device options* > *Configure Microsoft Entra hybrid join*. It is right: take the message and the time to whoever runs the federation service.",
        },
      ),
      fact(
        "For a guest from an organization with direct federation, the setting is under External Identities > All identity providers.",
      ),
    ],
    note: "Microsoft describes it for guests who redeem an invitation.",
    confidence: "inferred",
    sources: [table, { page: "aadsts50107", heading: "Cause", anchor: "cause" }, claims, domainFederation, resetTrust],
  },
  {
    kind: "code",
    code: "AADSTS90020",
    symbols: [],
    places: ["any"],
    title: "token of the federation service without ImmutableID",
    cause:
      "The SAML token that the federation service issued lacks the ImmutableID claim, by which Microsoft Entra ID finds the user or the computer.",
    resolution: [
      reads(
        "Look at the issuance rules of the Microsoft Entra trust: for a computer, the rule that makes ImmutableID from its objectGUID has to be there.",
        {
          proves: "Missing: add it. There: read AD FS > Admin of that minute.",
          rights: "directory-administrator",
          where: "federation-service",
        },
      ),
      reads("For a user, see that the attribute behind the claim has a value in Active Directory.", {
        rights: "directory-administrator",
        where: "active-directory",
      }),
      changes("Add the rule, or let the wizard of Microsoft Entra Connect for hybrid join write all of them.", {
        rights: "directory-administrator",
        where: "federation-service",
      }),
    ],
    confidence: "inferred",
    sources: [table, claims],
  },
  {
    kind: "code",
    code: "AADSTS50169",
    symbols: ["InvalidRequestBadRealm"],
    places: ["any"],
    title: "realm that is not set up",
    cause:
      "The request names a realm, the place where a user is to sign in, that the service does not have among its own.",
    resolution: [
      reads(
        "Read the realm in the message and compare it with the federated domains of the tenant and their issuers, which `Get-MgDomainFederationConfiguration` lists for each domain.",
        {
          proves:
            "In none of them: it is wrong in the request; correct it where the app has it. In one: see whether the request went to the right tenant.",
          rights: "directory-administrator",
          where: "entra",
        },
      ),
    ],
    confidence: "inferred",
    sources: [table, domainFederation],
  },
]
