import { shared } from "../shared.ts"
import type { Source } from "../source.ts"
import { endsSignIns, reads } from "../step.ts"

/** Hello errors that Microsoft gives a remedy for. */
export const helloRemedies: Source = { page: "helloErrors", heading: "Error mitigations", anchor: "error-mitigations" }

/** Hello errors that Microsoft sends to its support. */
export const helloUnknown: Source = {
  page: "helloErrors",
  heading: "Errors with unknown mitigation",
  anchor: "errors-with-unknown-mitigation",
}

/** What Microsoft advises for every Windows Hello error before anything else. */
export const repeatSetup = shared({
  kind: "step",
  text: "In Windows Hello, repeat the setup: at once, after signing out and in, and after a restart. Some of these errors pass by themselves.",
  rights: "user",
  proves: "If the setup ends well, nothing is left to do. If the same code comes each time, go on.",
})

/** For the Hello codes whose remedy Microsoft keeps to its support. */
export const askSupport = shared(
  reads(
    "Microsoft publishes no remedy for this code in Windows Hello. If repeating does not help, give it to Microsoft Support.",
    { rights: "user" },
  ),
)

export const attestationState = shared(
  reads(
    "Run `tpmtool getdeviceinformation` in an elevated prompt: it says whether the TPM is ready and capable of attestation.",
    {
      proves:
        "Not ready or not capable: update the firmware of the TPM. Both yes: the failure was of the moment; go on with a new sign-in.",
      rights: "administrator",
    },
  ),
)

/** What Microsoft advises for most failures of the key registration. */
export const signInAgain = shared(
  endsSignIns("Have the user sign out, sign in again and set up Windows Hello once more.", { rights: "user" }),
)
