/** What only a text about the extension says that joins Azure virtual machines. */
export const AZURE_EXTENSION = /\bAADLoginForWindows\b|\bAAD Join failed with\b/i
