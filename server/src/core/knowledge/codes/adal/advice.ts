import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { changes, reads } from "../../step.ts"

export const librarySupport = shared(
  reads(
    "Repeat the attempt. If the number stays and no other code stands beside it, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support: it tells about a call inside the library, not about a setting.",
    { rights: "user" },
  ),
)

export const earlierCode = shared(
  reads("Look for a code before this one in the same attempt: in `AdalLog` of event 305, or in AAD Operational.", {
    proves: "With one: that one is the cause. With none: repeat the attempt once.",
    rights: "user",
  }),
)

export const otherVendor = shared(
  reads(
    "With another federation service than AD FS, look in its administration or its vendor's guide for WS-Trust 1.3 or 2005 with Windows authentication, and whether its MEX page lists that address.",
    {
      rights: "directory-administrator",
      where: "federation-service",
      proves: "If it has it, turn it on and publish it in MEX. If it has none, the PC cannot join by federation.",
    },
  ),
)

export const untouchedAnswer = shared(
  changes(
    "Make sure that no proxy answers instead or changes the answer: exempt login.microsoftonline.com and the federation service from TLS inspection, or test without the proxy.",
    { where: "network" },
  ),
)

/** Where Microsoft once published names and short texts for the numbers of ADAL, and nothing about remedies. */
export const adalTable: Source = { page: "adalHeader" }

/** Which WS-Trust endpoints and which claims a federated join needs. */
export const issuance: Source = {
  page: "hybridManual",
  heading: "Set up issuance of claims",
  anchor: "set-up-issuance-of-claims",
}

/** Which addresses a device has to reach, what a proxy must leave alone, and that the computer account uses it. */
export const prerequisites: Source = { page: "hybridManual", heading: "Prerequisites", anchor: "prerequisites" }

export const serversOwnCode = shared(
  reads(
    "Find the server's own code, which begins with AADSTS or MSIS: for a join in event 305 of the User Device Registration log, otherwise in AAD Operational at the same time. It tells more than this number.",
    {
      inLog: [
        {
          fields: ["Server error", "Server Error Description"],
          when: /AADSTS|MSIS/,
          leaves: "The server's own code stands in {0}. It tells more than this number.",
        },
        {
          fields: ["Event 305"],
          leaves:
            "Event 305 stands in this log: the server's own words are in it, behind `Server error` and in `AdalLog`.",
        },
      ],
      rights: "user",
    },
  ),
)

export const askingProgram = shared(
  "Find out which program asked. If it is your own or a vendor's, its developer has to correct the request; if Windows asked for itself, collect logs with the scripts from https://aka.ms/authscripts for Microsoft Support.",
)
