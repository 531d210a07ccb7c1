// A test keeps it equal to that of package.json.
/** The version of this release. */
export const version = "0.1.0"
