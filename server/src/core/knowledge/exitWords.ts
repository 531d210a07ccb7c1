/**
 * The words that Windows puts where a code has a message of its own, as in `Exit code: Keyset does not exist`: in the
 * language of Windows, of which the English ones are here, lower case, without the full stop. By the system's own list
 * of messages.
 */
export const EXIT_WORDS: readonly (readonly [words: string, code: string])[] = [
  ["keyset does not exist", "0x80090016"],
  ["keyset as registered is invalid", "0x8009001a"],
  ["provider dll failed to initialize correctly", "0x8009001d"],
  ["an internal error occurred", "0x80090020"],
  ["the device that is required by this cryptographic provider is not ready for use", "0x80090030"],
  ["the device that is required by this cryptographic provider is not found on this platform", "0x80090035"],
  ["the specified target is unknown or unreachable", "0x80090303"],
  ["the logon attempt failed", "0x8009030c"],
  ["the credentials supplied to the package were not recognized", "0x8009030d"],
  ["no credentials are available in the security package", "0x8009030e"],
  ["no authority could be contacted for authentication", "0x80090311"],
  ["the tpm is defending against dictionary attacks and is in a time-out period", "0x80280803"],
  ["the operation timed out", "0x80072ee2"],
  ["the server name or address could not be resolved", "0x80072ee7"],
  ["a connection with the server could not be established", "0x80072efd"],
  ["the connection with the server was terminated abnormally", "0x80072efe"],
  ["the connection with the server was reset", "0x80072eff"],
  ["a security error occurred", "0x80072f8f"],
  ["the specified domain either does not exist or could not be contacted", "0x8007054b"],
  ["a specified logon session does not exist", "0x80070520"],
  ["the system cannot find the file specified", "0x80070002"],
  ["the specified server cannot perform the requested operation", "0x8007003a"],
  ["the rpc server is unavailable", "0x800706ba"],
  ["the data is invalid", "0x8007000d"],
  ["access is denied", "0x80070005"],
  ["the parameter is incorrect", "0x80070057"],
  ["element not found", "0x80070490"],
  ["this operation returned because the timeout period expired", "0x800705b4"],
  ["unspecified error", "0x80004005"],
]
