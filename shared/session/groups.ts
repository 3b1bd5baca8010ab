// Pairs, tables and sheets that are handed on: how people are put together, and who writes where. Pure.
// Called by the session machine (moves.ts, groups' commands), by access.ts and by view.ts.
import type { Step } from '../activities/activity.ts'
import type { GroupSpec } from '../activities/step-parts.ts'
import type { GroupsView } from '../together.ts'
import { refuse, type Role } from '../wire.ts'
import type { Effect } from './effects.ts'
import type { Context, Rules } from './machine.ts'
import type { Session } from './state.ts'

export interface Group {
  id: string
  seats: string[]
}

/** Of one activity: the groups of each set that was formed. */
export type Groupings = Record<string, Group[]>

const TRIES = 40

/** Groups of these people as the step asks for. `met` counts how often two have been together; `random` gives 0 to 1. */
export function formGroups(
  spec: GroupSpec,
  people: readonly string[],
  earlier: Groupings,
  met: ReadonlyMap<string, number>,
  random: () => number,
): Group[] {
  const before = spec.from === undefined ? undefined : earlier[spec.from]
  if (spec.choose) return named(spec, emptyLists(spec.count ?? 1))
  if (spec.ring !== undefined) return ring(spec, people, earlier, random)
  if (before && spec.rotate !== undefined) return rotate(spec, before)
  if (before && spec.size !== undefined) return placeAll(spec, merge(before), people)
  const count = Math.max(1, spec.count ?? Math.floor(people.length / (spec.size ?? 2)))
  const tries = Array.from({ length: TRIES }, () => deal(shuffle(people, random), count))
  const best = tries.reduce((a, b) => (repeats(b, met) < repeats(a, met) ? b : a))
  return named(spec, best)
}

/** How often each two people have been in one group so far, by their ids in order. */
export function meetings(session: Session): Map<string, number> {
  const met = new Map<string, number>()
  for (const groups of Object.values(session.groups ?? {}).flatMap((sets) => Object.values(sets)))
    for (const { seats } of groups) for (const pair of pairsOf(seats)) met.set(pair, (met.get(pair) ?? 0) + 1)
  return met
}

/** The group of a seat in a set of an activity, or undefined. */
export function groupOf(session: Session, activity: string, set: string, seat: string): Group | undefined {
  return session.groups?.[activity]?.[set]?.find(({ seats }) => seats.includes(seat))
}

/** True for the id of a group as formed here; those of seats have no dash. */
export function isGroupId(writer: string): boolean {
  return /-\d+$/.test(writer)
}

/** True where this seat belongs, or has belonged, to the group that writes on that pad. */
export function writesFor(session: Session, activity: string, writer: string, seat: string): boolean {
  const sets = Object.values(session.groups?.[activity] ?? {})
  return sets.some((groups) => groups.some(({ id, seats }) => id === writer && seats.includes(seat)))
}

/** The last part of the name of this seat's pad in this step: its group's, where groups write. */
export function writerOf(session: Session, step: Step | undefined, seat: string): string {
  if (!session.at || !step?.groups || step.writers === undefined || step.writers === 'seat') return seat
  return groupOf(session, session.at.activity, step.groups.set, seat)?.id ?? seat
}

/** The session with the groups of this step, formed where they were not; whoever came later joins the smallest. */
export function withGroups(session: Session, activity: string, step: Step, ctx: Context): Session {
  const spec = step.groups
  const sets = session.groups?.[activity] ?? {}
  if (!spec || sets[spec.set]) return session
  const list = formGroups(spec, ctx.present, sets, meetings(session), ctx.random)
  return put(session, activity, spec.set, list)
}

/** What the step asks for once its groups have been formed (S70). */
export function takingUp(activity: string, step: Step): Effect[] {
  return step.takesUp ? [{ do: 'takeUp', activity, step: step.id }] : []
}

export const GROUP_RULES: Pick<Rules, 'regroup' | 'joinGroup'> = {
  regroup: (s, _c, ctx) => {
    const step = s.at && ctx.steps(s.at.activity)?.[s.at.step]
    if (!s.at || !step?.groups) return refuse('not-now')
    const { [step.groups.set]: _old, ...sets } = s.groups?.[s.at.activity] ?? {}
    const bare = { ...s, groups: { ...s.groups, [s.at.activity]: sets } }
    const { activity } = s.at
    return {
      session: withGroups(bare, activity, step, ctx),
      effects: [...takingUp(activity, step), { do: 'reconsider' }],
    }
  },
  joinGroup: (s, c, ctx) => {
    const step = s.at && ctx.steps(s.at.activity)?.[s.at.step]
    const spec = step?.groups
    const list = s.at && spec && s.groups?.[s.at.activity]?.[spec.set]
    if (!s.at || !spec || !list) return refuse('not-now')
    const seat = c.seat ?? ctx.seat
    if (ctx.role !== 'facilitator' && seat !== ctx.seat) return refuse('not-allowed')
    if (!ctx.hasSeat(seat)) return refuse('unknown-option')
    const left = list.map((group) => ({ ...group, seats: group.seats.filter((one) => one !== seat) }))
    const to = c.group === undefined ? smallest(left) : left.find(({ id }) => id === c.group)
    if (!to) return refuse('unknown-option')
    const moved = left.map((group) => (group === to ? { ...group, seats: [...group.seats, seat] } : group))
    const { activity } = s.at
    return {
      session: put(s, activity, spec.set, moved),
      effects: [...takingUp(activity, step), { do: 'reconsider' }],
    }
  },
}

/** What one seat may know of the groups of a step: its own place, how many sit where; names for desks and walls only. */
export function groupsView(
  session: Session,
  step: Step,
  seat: { id: string; role: Role },
  nameOf: (seat: string) => string | undefined,
): GroupsView | undefined {
  const { set, choose, host, plenary } = step.groups ?? {}
  const list = set === undefined ? undefined : session.groups?.[session.at!.activity]?.[set]
  if (!list) return undefined
  const person = (who: string) => {
    const name = nameOf(who)
    return { who, ...(name === undefined ? {} : { name }) }
  }
  const mine = list.find(({ seats }) => seats.includes(seat.id))
  return {
    size: step.groups?.ring === undefined ? (step.writers ?? 'table') : 'seat',
    ...(mine ? { mine: mine.id } : {}),
    ...(host ? { hosts: true as const } : {}),
    ...(mine && host && mine.seats[0] === seat.id ? { host: true as const } : {}),
    list: list.map(({ id, seats }, i) => ({
      id,
      number: i + 1,
      many: seats.length,
      ...(seat.role === 'participant' ? {} : { people: seats.map(person) }),
    })),
    ...(choose ? { choose: true as const } : {}),
    ...(plenary ? { plenary: true as const } : {}),
  }
}

function put(session: Session, activity: string, set: string, list: Group[]): Session {
  const sets = session.groups?.[activity] ?? {}
  return { ...session, groups: { ...session.groups, [activity]: { ...sets, [set]: list } } }
}

function named({ set }: GroupSpec, lists: string[][]): Group[] {
  return lists.map((seats, i) => ({ id: `${set}-${i + 1}`, seats }))
}

/** Two groups become one; an odd one out joins the last. */
function merge(before: readonly Group[]): string[][] {
  const count = Math.max(1, Math.floor(before.length / 2))
  return Array.from({ length: count }, (_, i) =>
    before.filter((_, j) => Math.min(count - 1, Math.floor(j / 2)) === i).flatMap(({ seats }) => seats),
  )
}

/** Whoever was in none of them before joins the smallest. */
function placeAll(spec: GroupSpec, lists: string[][], people: readonly string[]): Group[] {
  const known = new Set(lists.flat())
  const groups = named(spec, lists)
  for (const seat of people) if (!known.has(seat)) smallest(groups)?.seats.push(seat)
  return groups
}

/** World café: seat i of table t goes on by i tables for each round; seat 0 stays as host (Brown & Isaacs 2005). */
function rotate(spec: GroupSpec, first: readonly Group[]): Group[] {
  const count = first.length
  const lists = emptyLists(count)
  for (const [table, { seats }] of first.entries())
    for (const [i, seat] of seats.entries()) {
      const to = (table + i * (spec.rotate ?? 0)) % count
      if (i === 0) lists[to]!.unshift(seat)
      else lists[to]!.push(seat)
    }
  return lists.map((seats, i) => ({ id: first[i]!.id, seats }))
}

/** Sheets in a ring: sheet s is with person s + r in round r (Rohrbach 1969). The order of people is that of the first round. */
function ring(spec: GroupSpec, people: readonly string[], earlier: Groupings, random: () => number): Group[] {
  const first = spec.from === undefined ? undefined : earlier[spec.from]
  const order = first ? first.flatMap(({ seats }) => seats) : shuffle(people, random)
  return order.map((_, sheet) => ({
    id: `sheet-${sheet + 1}`,
    seats: [order[(sheet + (spec.ring ?? 0)) % order.length]!],
  }))
}

function emptyLists(count: number): string[][] {
  return Array.from({ length: count }, () => [])
}

function deal(people: readonly string[], count: number): string[][] {
  return emptyLists(count).map((_, i) => people.filter((_, j) => j % count === i))
}

function shuffle(people: readonly string[], random: () => number): string[] {
  const left = [...people]
  return people.map(() => left.splice(Math.floor(random() * left.length), 1)[0]!)
}

function pairsOf(seats: readonly string[]): string[] {
  const sorted = [...seats].sort()
  return sorted.flatMap((one, i) => sorted.slice(i + 1).map((other) => `${one} ${other}`))
}

function repeats(lists: string[][], met: ReadonlyMap<string, number>): number {
  return lists.flatMap(pairsOf).reduce((sum, pair) => sum + (met.get(pair) ?? 0), 0)
}

function smallest(groups: Group[]): Group | undefined {
  return groups.reduce<Group | undefined>(
    (best, one) => (!best || one.seats.length < best.seats.length ? one : best),
    undefined,
  )
}
