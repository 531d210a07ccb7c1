import { type EventEntry, told } from "./eventEntry.ts"
import { registrationManifest } from "./sources.ts"

/** Security keys in the log of User Device Registration, as Windows sets them up for its user. */
export const securityKeyEvents: readonly EventEntry[] = told(
  { log: "User Device Registration", about: "security-key", source: registrationManifest },
  [
    {
      id: 372,
      title: "security key registered",
      says: "The FIDO credential was successfully registered",
      nature: "success",
    },
    {
      id: 373,
      title: "security key not registered",
      says: "FIDO credential registration failed",
      read: "The error code and the server's message.",
    },
    {
      id: 374,
      title: "registration of a security key sent",
      says: "The FIDO credential registration request was",
      nature: "information",
    },
    {
      id: 375,
      title: "registration of a security key not begun",
      says: "The FIDO credential registration initialization",
      read: "The exit code. Event 324 at the same time means that a token was missing.",
    },
    {
      id: 376,
      title: "credential of a security key created",
      says: "The FIDO credential was successfully created",
      nature: "success",
    },
    {
      id: 377,
      title: "credential of a security key not created",
      says: "Unable to create FIDO credential",
      read: "The error, and whether the user touched the key and gave its PIN when asked.",
    },
    {
      id: 378,
      title: "security keys removed from the tenant",
      says: "The FIDO credentials were successfully deleted",
      nature: "information",
    },
    { id: 379, title: "security key not removed from the tenant", says: "FIDO credential deletion failed" },
    {
      id: 380,
      title: "removal of a security key sent",
      says: "The FIDO credential deletion request was",
      nature: "information",
    },
    { id: 381, title: "removal of a security key not begun", says: "The FIDO credential deletion initialization" },
    {
      id: 382,
      title: "answer about a security key not understood",
      says: "Unable to parse the FIDO registration server response",
    },
  ],
)
