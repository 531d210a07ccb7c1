import { type ChildProcess, spawn } from "node:child_process"

/** A server that runs in a process group of its own. */
export interface Running {
  /** Ends the whole group and waits until the server is gone. */
  stop(): Promise<void>
}

const groups = new Set<number>()
process.on("exit", () => {
  for (const group of groups) signal(group, "SIGKILL")
})
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => process.exit(1))

/** Starts a server and waits for the line that says it is ready; it fails with the output where none comes in time. */
export async function start(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  ready: RegExp,
  limit = 30_000,
): Promise<Running> {
  const server = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] })
  const group = server.pid
  if (group === undefined) throw new Error(`${command} did not start`)
  groups.add(group)
  const gone = new Promise<void>((resolve) => server.once("exit", () => resolve()))
  const stop = async () => {
    signal(group, "SIGTERM")
    const force = setTimeout(signal, 3_000, group, "SIGKILL")
    await gone
    clearTimeout(force)
    signal(group, "SIGKILL")
    groups.delete(group)
  }
  try {
    await line(server, ready, limit)
  } catch (error) {
    await stop()
    throw error
  }
  return { stop }
}

/** Resolves when the output holds what is looked for; goes on reading, so that the pipe never fills. */
function line(server: ChildProcess, ready: RegExp, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ""
    const late = setTimeout(() => reject(new Error(`not ready after ${limit} ms:\n${output}`)), limit)
    const read = (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk
      if (!ready.test(output)) return
      clearTimeout(late)
      resolve()
    }
    server.stdout?.on("data", read)
    server.stderr?.on("data", read)
    server.once("exit", (code) => {
      clearTimeout(late)
      reject(new Error(`ended with ${code} before it was ready:\n${output}`))
    })
  })
}

/** Signals a group that may be gone already. */
function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name)
  } catch {
    // Nobody is left in the group.
  }
}
