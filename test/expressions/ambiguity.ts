import type { Automaton } from "./automaton.ts"

/**
 * Whether the ways through some text can be more than a constant times its letters. That is so where one word leads from
 * a place back to it in two ways, or from a place back to it, on to another, and there back again: repeated, it can be
 * split between the two anywhere. An automaton without such a word has as many ways at most as a text has letters
 * (Weber and Seidl, On the degree of ambiguity of finite automata, 1991).
 */
export function isAmbiguous(automaton: Automaton): boolean {
  const moves = movesOf(automaton)
  const loops = loopsOf(automaton.follows)
  const states = automaton.follows.keys()
  return Array.from(states).some(
    (state) => loops[state] !== undefined && (returnsTwice(moves, loops, state) || goesOn(moves, loops, state)),
  )
}

/** From each state where each kind of letter leads, twice where two ways lead there. */
type Moves = readonly (readonly (readonly number[])[])[]

/** Letters that lead to the same states everywhere are one kind. */
function movesOf({ takes, follows, letters }: Automaton): Moves {
  const kinds = new Map(
    letters.map((letter) => [takes.map((taken) => (taken.has(letter) ? "1" : "0")).join(""), letter]),
  )
  const chosen = [...kinds.values()]
  return follows.map((next) => chosen.map((letter) => next.filter((state) => takes[state]?.has(letter))))
}

/** The number of the loop that each state is in; undefined for one that no way leads back to. */
function loopsOf(follows: Automaton["follows"]): readonly (number | undefined)[] {
  const reaches = follows.map((_, from) => {
    const seen = new Set<number>()
    const open = [...(follows[from] ?? [])]
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (seen.has(state)) continue
      seen.add(state)
      open.push(...(follows[state] ?? []))
    }
    return seen
  })
  return follows.map((_, state) => {
    if (!reaches[state]?.has(state)) return undefined
    return follows.findIndex((_, other) => reaches[state]?.has(other) && reaches[other]?.has(state))
  })
}

/** Whether two ways of one word lead from a state back to it. */
function returnsTwice(moves: Moves, loops: readonly (number | undefined)[], start: number): boolean {
  const seen = new Set<string>()
  const open: (readonly [number, number, boolean])[] = [[start, start, false]]
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [one, other, parted] = pair
    for (const [kind, firsts] of (moves[one] ?? []).entries()) {
      for (const [index, first] of firsts.entries()) {
        for (const [at, second] of (moves[other]?.[kind] ?? []).entries()) {
          if (loops[first] !== loops[start] || loops[second] !== loops[start]) continue
          const part = parted || first !== second || (one === other && index !== at)
          if (part && first === start && second === start) return true
          const key = `${first} ${second} ${part}`
          if (seen.has(key)) continue
          seen.add(key)
          open.push([first, second, part])
        }
      }
    }
  }
  return false
}

/** Whether one word leads from a state back to it, on to another state, and from there back to that. */
function goesOn(moves: Moves, loops: readonly (number | undefined)[], start: number): boolean {
  const size = moves.length
  const others = Array.from(moves.keys()).filter((state) => state !== start && loops[state] !== undefined)
  return others.some((end) => {
    const seen = new Set<number>()
    const open: (readonly [number, number, number])[] = [[start, start, end]]
    for (let triple = open.pop(); triple; triple = open.pop()) {
      const [back, on, there] = triple
      for (const [kind, backs] of (moves[back] ?? []).entries()) {
        for (const first of backs) {
          if (loops[first] !== loops[start]) continue
          for (const third of moves[there]?.[kind] ?? []) {
            if (loops[third] !== loops[end]) continue
            for (const second of moves[on]?.[kind] ?? []) {
              if (first === start && second === end && third === end) return true
              const key = (first * size + second) * size + third
              if (seen.has(key)) continue
              seen.add(key)
              open.push([first, second, third])
            }
          }
        }
      }
    }
    return false
  })
}
