import { parseArgs } from "node:util"

/** What the server and its client speak over. */
export type Way =
  | { readonly kind: "stdio" | "ipc" }
  | { readonly kind: "socket"; readonly port: number }
  | { readonly kind: "pipe"; readonly name: string }

/** What somebody who started the server wants of it. */
export type Wanted =
  | { readonly kind: "serve"; readonly way: Way }
  | { readonly kind: "help" | "version" }
  | { readonly kind: "wrong"; readonly why: string }

export const usage = `dsreg-language-server explains dsregcmd logs to an editor, over the Language Server Protocol.
An editor starts it with one of these:

  --stdio         speak over standard input and output
  --socket=PORT   connect to the port on this computer where the editor listens
  --pipe=NAME     connect to the pipe or socket file where the editor listens
  --node-ipc      speak over the channel of the Node program that started it

  --help          show this
  --version       show the version
`

const OPTIONS = {
  stdio: { type: "boolean" },
  "node-ipc": { type: "boolean" },
  socket: { type: "string" },
  port: { type: "string" },
  pipe: { type: "string" },
  // The process to watch, which the protocol's library looks for by itself.
  clientProcessId: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const

/** Reads the arguments. A port may also be told as the protocol has it: `--socket --port=PORT`. */
export function wanted(words: readonly string[]): Wanted {
  const args = words.filter((word, index) => !(word === "--socket" && words[index + 1]?.startsWith("--port")))
  const { tokens } = parseArgs({ args, options: OPTIONS, strict: false, tokens: true })
  const ways: Way[] = []
  for (const token of tokens) {
    if (token.kind !== "option") return wrong(`there is nothing to do with "${args[token.index]}"`)
    const { name, value } = token
    if (!(name in OPTIONS)) return wrong(`there is no option ${token.rawName}`)
    const { type } = OPTIONS[name as keyof typeof OPTIONS]
    if (type === "boolean" && value !== undefined) return wrong(`${token.rawName} takes no value`)
    switch (name) {
      case "help":
      case "version":
        return { kind: name }
      case "stdio":
        ways.push({ kind: "stdio" })
        break
      case "node-ipc":
        ways.push({ kind: "ipc" })
        break
      case "pipe":
        if (!value) return wrong("--pipe needs a name")
        ways.push({ kind: "pipe", name: value })
        break
      case "socket":
      case "port":
        if (!isPort(value)) return wrong(`--${name} needs a number from 1 to 65535`)
        ways.push({ kind: "socket", port: Number(value) })
    }
  }
  const [way, other] = ways
  if (!way) return wrong("it is not said what to speak over")
  return other ? wrong("only one of --stdio, --socket, --pipe and --node-ipc can be chosen") : { kind: "serve", way }
}

function wrong(why: string): Wanted {
  return { kind: "wrong", why }
}

function isPort(value: string | undefined): boolean {
  return /^\d{1,5}$/.test(value ?? "") && Number(value) >= 1 && Number(value) <= 65535
}
