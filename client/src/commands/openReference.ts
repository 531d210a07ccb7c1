import { explain } from "./explain.ts"

/** Opens the page that lists everything the catalogue knows. */
export async function openReference(): Promise<void> {
  await explain("index")
}
