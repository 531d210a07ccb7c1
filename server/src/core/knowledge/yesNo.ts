/** What a field says for yes, where its words were kept and where a script made objects of the log. */
export const YES = /^(?:YES|True)\b/i

/** The same for no. */
export const NO = /^(?:NO|False)\b/i

/** What a script that makes objects of a log puts in the place of dsregcmd's words. */
export const BOOLEANS: Readonly<Record<string, string>> = { YES: "TRUE", NO: "FALSE" }
