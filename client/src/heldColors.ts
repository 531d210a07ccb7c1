import { SemanticTokens } from "vscode"
import type { TextTokens } from "../../server/src/features/semanticTokens.ts"
import { MEANINGS } from "./failingColors.ts"
import type { Server } from "./server.ts"

/** The numbers that tell one token, of which the fourth is its type. */
const WIDTH = 5
const TYPE = 3

/** The colors of a text that looks like a log and is no document of the server's. */
export async function heldColors(server: Server, text: string): Promise<SemanticTokens | undefined> {
  const tokens = await server.request<TextTokens>("dsreg/tokens", { text })
  if (!tokens) return undefined
  const types = tokens.types.map((type) => MEANINGS.tokenTypes.indexOf(type))
  return new SemanticTokens(
    Uint32Array.from(tokens.data, (number, index) => (index % WIDTH === TYPE ? (types[number] ?? 0) : number)),
  )
}
