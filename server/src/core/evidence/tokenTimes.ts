import type { Field } from "../log/log.ts"
import type { Evidence } from "./evidence.ts"
/** The end of the token where the log's own clock is past it and its times do not contradict each other. */
export function passedExpiry(log: Evidence): Field | undefined {
  const expiry = log.field("AzureAdPrtExpiryTime")
  const [expires] = log.timesOf(expiry)
  const [updated] = log.timesOf(log.field("AzureAdPrtUpdateTime"))
  if (expires === undefined || !log.clock || log.clock.time <= expires || log.withoutUser) return undefined
  return updated !== undefined && updated > expires ? undefined : expiry
}

/** How long ago the token was renewed, in milliseconds, and the field that proves it; undefined where nothing proves an age. */
export function prtAge(log: Evidence): { age: number; update: Field; proof: Field } | undefined {
  const update = log.field("AzureAdPrtUpdateTime")
  const [updated] = log.timesOf(update)
  const clock = log.clock
  if (!update || updated === undefined || !clock || !log.says("AzureAdPrt", "YES") || log.withoutUser) return undefined
  return { age: clock.time - updated, update, proof: clock.field }
}
