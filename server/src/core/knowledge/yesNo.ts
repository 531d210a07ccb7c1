/** What a field says for yes: dsregcmd's word, a script's, or that word as a program reads it from a picture. */
export const YES = /^(?:YES|YE5|True)\b/i

/** The same for no. */
export const NO = /^(?:NO|N0|False)\b/i

/** What else stands in the place of dsregcmd's words: where a script made objects of a log, or a program read a picture. */
export const SPELLINGS: Readonly<Record<string, readonly string[]>> = { YES: ["TRUE", "YE5"], NO: ["FALSE", "N0"] }
