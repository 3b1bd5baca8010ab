// Commands of the floor: asking for it, giving it, and what the desk does with the list. Called by machine.ts.
import type { FloorRules } from '../together.ts'
import { LIMITS } from '../limits.ts'
import { refuse, type Refusal } from '../wire.ts'
import { endTurn, newFloor, speakingOrder, type Floor, type Waiting } from './floor.ts'
import type { Rules } from './machine.ts'
import type { Session } from './state.ts'

/** The floor of the activity in play; a new one where nobody has asked yet. */
export function floorOf(session: Session, activity = session.at?.activity): Floor {
  return (activity === undefined ? undefined : session.floors?.[activity]) ?? newFloor()
}

function withFloor(session: Session, floor: Floor): Session {
  return { ...session, floors: { ...session.floors, [session.at!.activity]: floor } }
}

/** The session with the present turn ended: the room goes on to something else. */
export function leaveFloor(session: Session, now: number): Session {
  const floor = session.at && session.floors?.[session.at.activity]
  return floor?.speaking ? withFloor(session, endTurn(floor, now)) : session
}

/** Whoever has left the workshop waits for nothing and speaks no more. */
export function withoutSeat(session: Session, seat: string, now: number): Session {
  if (!session.floors) return session
  const floors = Object.entries(session.floors).map(([activity, floor]) => {
    const heard = floor.speaking?.who === seat ? endTurn(floor, now) : floor
    return [activity, { ...heard, queue: heard.queue.filter(({ who }) => who !== seat) }]
  })
  return { ...session, floors: Object.fromEntries(floors) as Record<string, Floor> }
}

type FloorKind = 'hand' | 'giveFloor' | 'enlist' | 'enlistAll' | 'postpone' | 'unlist'

export const FLOOR_RULES: Pick<Rules, FloorKind> = {
  hand: (s, c, ctx) => {
    if (ctx.role === 'facilitator') return refuse('not-allowed')
    const rules = ctx.floor()
    if (!rules) return { session: s, effects: [{ do: 'hand', up: c.up }] }
    const floor = floorOf(s)
    const before = floor.queue.find(({ who }) => who === ctx.seat)
    const queue = floor.queue.filter((one) => one !== before)
    if (!c.up) return put(s, { ...floor, queue })
    const one = waiting(ctx.seat, before?.at ?? ctx.now, c.group ?? before?.group, rules)
    return 'ok' in one ? one : put(s, { ...floor, queue: [...queue, one] })
  },
  giveFloor: (s, c, ctx) => {
    const rules = ctx.floor()
    if (!rules) return refuse('not-now')
    const floor = endTurn(floorOf(s), ctx.now)
    if (c.who === null) return put(s, floor)
    const next = c.who === undefined ? speakingOrder(floor, rules)[0] : called(floor, c.who, rules, ctx)
    if (!next) return refuse(c.who === undefined ? 'not-now' : 'unknown-option')
    const { who, group } = next
    const speaking = { who, since: ctx.now, ...(group === undefined ? {} : { group }) }
    return put(s, { ...floor, speaking, queue: floor.queue.filter((one) => one.who !== who) })
  },
  enlist: (s, c, ctx) => {
    const rules = ctx.floor()
    if (!rules) return refuse('not-now')
    if (c.name.length > LIMITS.name) return refuse('too-long', { most: LIMITS.name })
    const floor = floorOf(s)
    const known = Object.entries(floor.guests).find(([, name]) => name === c.name)?.[0]
    const many = Object.keys(floor.guests).length
    if (known === undefined && many >= LIMITS.guests) return refuse('too-many', { most: LIMITS.guests })
    const who = known ?? `guest-${many + 1}`
    const one = waiting(who, ctx.now, c.group ?? floor.spoken[who]?.group, rules)
    if ('ok' in one) return one
    const queue = [...floor.queue.filter((other) => other.who !== who), one]
    return put(s, { ...floor, queue, guests: { ...floor.guests, [who]: c.name } })
  },
  enlistAll: (s, _c, ctx) => {
    if (!ctx.floor()) return refuse('not-now')
    const floor = floorOf(s)
    const here = new Set([...floor.queue.map(({ who }) => who), floor.speaking?.who])
    const others = ctx.present.filter((seat) => !here.has(seat))
    const added = others.map((who) => ({ who, at: ctx.now, ...groupOf(floor.spoken[who]) }))
    return put(s, { ...floor, queue: [...floor.queue, ...added] })
  },
  postpone: (s, c, ctx) => {
    const floor = floorOf(s)
    if (!ctx.floor()) return refuse('not-now')
    const speaks = floor.speaking?.who === c.who ? floor.speaking : undefined
    const one = speaks ?? floor.queue.find(({ who }) => who === c.who)
    if (!one) return refuse('unknown-option')
    const late: Waiting = { who: c.who, at: ctx.now, late: ctx.now, ...groupOf(one) }
    const queue = [...floor.queue.filter(({ who }) => who !== c.who), late]
    return put(s, { ...floor, queue, ...(speaks ? { speaking: null } : {}) })
  },
  unlist: (s, c, ctx) => {
    const floor = floorOf(s)
    if (!ctx.floor()) return refuse('not-now')
    const queue = floor.queue.filter(({ who }) => who !== c.who)
    return queue.length === floor.queue.length ? refuse('unknown-option') : put(s, { ...floor, queue })
  },
}

function put(session: Session, floor: Floor): { session: Session; effects: [] } {
  return { session: withFloor(session, floor), effects: [] }
}

function waiting(
  who: string,
  at: number,
  group: string | undefined,
  { groups }: FloorRules,
): Waiting | Refusal {
  if (group === undefined) return { who, at }
  return groups.some(({ id }) => id === group) ? { who, at, group } : refuse('unknown-option')
}

/** Somebody the desk gives the floor to, asked or not: on the list, of the panel, a guest, or a seat of the workshop. */
function called(
  floor: Floor,
  who: string,
  { panel }: FloorRules,
  ctx: { hasSeat(seat: string): boolean },
): { who: string; group?: string } | undefined {
  const known = panel.some(({ id }) => id === who) || Object.hasOwn(floor.guests, who) || ctx.hasSeat(who)
  if (!known) return undefined
  return floor.queue.find((one) => one.who === who) ?? { who, ...groupOf(floor.spoken[who]) }
}

function groupOf(one: { group?: string } | undefined): { group?: string } {
  return one?.group === undefined ? {} : { group: one.group }
}
