import { shared } from "../../shared.ts"
import type { Source } from "../../source.ts"
import { endsSignIns, fact, reads } from "../../step.ts"

/** The table that names these codes and gives the text a user sees while enrolling. */
export const enrollmentTable: Source = { page: "mdmIntegration", heading: "Error codes", anchor: "error-codes" }

/** What happens in a hybrid join, step by step, and when it runs again. */
export const managedJoin: Source = {
  page: "registration",
  heading: "Microsoft Entra hybrid joined in Managed environments",
  anchor: "microsoft-entra-hybrid-joined-in-managed-environments",
}

export const runsAgain = shared(
  fact("A hybrid join needs no help to run again: Windows tries it every hour and at each sign-in."),
)

export const signOutAndRepeat = shared(
  endsSignIns("Sign out, sign in, and repeat what failed. Microsoft names no other remedy for this code.", {
    rights: "user",
  }),
)

export const supportOnly = shared(
  reads(
    "Repeat what failed once. Microsoft publishes no remedy for this code; if it returns, take it to Microsoft Support with the time of the attempt.",
    { rights: "user" },
  ),
)
