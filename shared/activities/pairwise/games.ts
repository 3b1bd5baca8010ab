// Duels of two options, as one person plays them: [a, b, 1 where a wins, 0 where b does, 0.5 where they are equal].
// Called by activity.ts (what comes from a phone) and by the phone's face (which pair comes next).
import { refuse, type Refusal } from '../../wire.ts'

export type Game = [a: string, b: string, result: 1 | 0.5 | 0]

/** The games, or why they cannot stand: too many, an unknown option, a pair twice. In the order of the paper, as the side says nothing. */
export function readGames(options: readonly string[], most: number, choice: unknown): Game[] | Refusal {
  if (!Array.isArray(choice)) return refuse('bad-request')
  if (choice.length > most) return refuse('too-many')
  const places = new Map<unknown, number>(options.map((option, place) => [option, place]))
  const games: Game[] = []
  for (const game of choice as unknown[]) {
    if (!Array.isArray(game) || game.length !== 3) return refuse('bad-request')
    const [a, b, result] = game as unknown[]
    const [first, second] = [places.get(a), places.get(b)]
    if (first === undefined || second === undefined) return refuse('unknown-option')
    if (first === second || (result !== 1 && result !== 0.5 && result !== 0)) return refuse('bad-request')
    games.push(
      first < second
        ? [options[first]!, options[second]!, result]
        : [options[second]!, options[first]!, flip(result)],
    )
  }
  const pairs = new Set(games.map(pairOf))
  if (pairs.size < games.length) return refuse('bad-request')
  return games.sort((p, q) => places.get(p[0])! - places.get(q[0])! || places.get(p[1])! - places.get(q[1])!)
}

/**
 * The next pair for one person: never one of `done`, options that this person has seen least first, on random sides.
 * `draw` gives numbers from 0 up to 1. Null where every pair has been shown.
 */
export function nextPair(
  options: readonly string[],
  done: readonly (readonly [string, string, ...unknown[]])[],
  draw: () => number,
): [string, string] | null {
  const seen = new Map(options.map((option) => [option, 0]))
  for (const option of done.flatMap(([a, b]) => [a, b])) seen.set(option, (seen.get(option) ?? 0) + 1)
  const shown = new Set(done.flatMap(([a, b]) => [pairOf([a, b]), pairOf([b, a])]))
  const free = options
    .flatMap((a, i) => options.slice(i + 1).map((b): [string, string] => [a, b]))
    .filter((pair) => !shown.has(pairOf(pair)))
  const times = free.map(([a, b]) => seen.get(a)! + seen.get(b)!)
  const least = Math.min(...times)
  const rare = free.filter((_, i) => times[i] === least)
  const pair = rare[Math.floor(draw() * rare.length)]
  if (!pair) return null
  return draw() < 0.5 ? pair : [pair[1], pair[0]]
}

function flip(result: Game[2]): Game[2] {
  return result === 1 ? 0 : result === 0 ? 1 : 0.5
}

function pairOf([a, b]: readonly [string, string, ...unknown[]]): string {
  return `${a} ${b}`
}
