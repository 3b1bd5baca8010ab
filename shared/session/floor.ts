// Who has the floor, who waits for it, and how much each has had: state, the fair order, and what a seat is told of it.
// Pure. Called by the session machine (floor-moves.ts) and by view.ts.
import type { FloorRules, FloorView } from '../together.ts'
import type { Role } from '../wire.ts'

/** Somebody who waits; `who` is a seat, a member of the panel, or a person without a phone. `at` in milliseconds. */
export interface Waiting {
  who: string
  at: number
  group?: string
  /** Put back: comes after all who were not, the first put back first. */
  late?: number
}

export interface Spoken {
  /** Milliseconds, and turns that have ended. */
  ms: number
  turns: number
  group?: string
}

export interface Floor {
  queue: Waiting[]
  speaking: { who: string; since: number; group?: string } | null
  spoken: Record<string, Spoken>
  /** People without a phone whom the desk has put on the list, by name. */
  guests: Record<string, string>
  /** Group of whoever spoke last, where groups take turns. */
  last?: string
  /** Who has spoken, the last one last. */
  heard?: string[]
}

export function newFloor(): Floor {
  return { queue: [], speaking: null, spoken: {}, guests: {} }
}

/**
 * The queue in the order in which people are called. Those put back come last; then the rules apply: whoever has not
 * spoken yet comes first; where groups alternate, the next one comes from another group than the last, from the one
 * that has had the least time; then who had the least time, or who asked first.
 */
export function speakingOrder(floor: Floor, rules: FloorRules): Waiting[] {
  const left = [...floor.queue].sort((a, b) => compare(a, b, floor, rules))
  if (!rules.alternate || rules.groups.length < 2) return left
  const time = totalsByGroup(floor)
  let last = floor.speaking ? floor.speaking.group : floor.last
  const order: Waiting[] = []
  while (left.length > 0) {
    const tier = left.filter((one) => tierOf(one, floor, rules) === tierOf(left[0]!, floor, rules))
    const others = tier.filter(({ group }) => group !== undefined && group !== last)
    const next = leastHeard(others.length > 0 ? others : tier, time)
    order.push(next)
    left.splice(left.indexOf(next), 1)
    last = next.group
  }
  return order
}

/** Milliseconds of ended turns by group. */
function totalsByGroup(floor: Floor): Map<string, { ms: number; turns: number }> {
  const totals = new Map<string, { ms: number; turns: number }>()
  for (const { ms, turns, group } of Object.values(floor.spoken)) {
    if (group === undefined) continue
    const had = totals.get(group) ?? { ms: 0, turns: 0 }
    totals.set(group, { ms: had.ms + ms, turns: had.turns + turns })
  }
  return totals
}

/** Nobody speaks any more: the turn that ends here is added up. `now` in milliseconds. */
export function endTurn(floor: Floor, now: number): Floor {
  const { speaking, spoken } = floor
  if (!speaking) return floor
  const { who, since, group } = speaking
  const had = spoken[who] ?? { ms: 0, turns: 0 }
  const sum: Spoken = { ...had, ms: had.ms + Math.max(0, now - since), turns: had.turns + 1 }
  if (group !== undefined) sum.group = group
  const { last: _last, ...rest } = floor
  return {
    ...rest,
    speaking: null,
    spoken: { ...spoken, [who]: sum },
    heard: [...(floor.heard ?? []).filter((other) => other !== who), who],
    ...(group === undefined ? {} : { last: group }),
  }
}

/** Time by group and by member of the panel: what all may know, and what a report keeps. */
export function floorTimes(floor: Floor, rules: FloorRules): Pick<FloorView, 'groups' | 'panel'> {
  const totals = totalsByGroup(floor)
  const none = { ms: 0, turns: 0 }
  return {
    groups: rules.groups.map(({ id, label }) => ({ id, label, ...(totals.get(id) ?? none) })),
    panel: rules.panel.map(({ id, label }) => ({ id, label, ...heard(floor.spoken[id] ?? none) })),
  }
}

function heard({ ms, turns }: Spoken): { ms: number; turns: number } {
  return { ms, turns }
}

/**
 * Who sits in the middle: those who began there, then whoever took the free chair and spoke. One chair is kept free, so
 * whoever has been silent the longest leaves it; while a newcomer speaks all may be taken. In the order of the chairs.
 */
export function insideOf(floor: Floor, { panel, chairs = 0 }: FloorRules): string[] {
  const { heard = [], spoken, speaking } = floor
  const known = [...new Set([...panel.map(({ id }) => id), ...Object.keys(spoken)])]
  const silent = known.filter((who) => !heard.includes(who))
  const recent = [...silent, ...heard.filter((who) => known.includes(who))]
  const kept = new Set(recent.slice(-Math.max(1, chairs - 1)))
  if (speaking) kept.add(speaking.who)
  return [...known, ...(speaking && !known.includes(speaking.who) ? [speaking.who] : [])].filter((who) =>
    kept.has(who),
  )
}

type Reader = { id: string; role: Role }
type NameOf = (seat: string) => string | undefined

/**
 * What one seat may know: names for the desk, and for walls where the activity shows them; a phone learns its own place,
 * and who speaks where a turn goes round in a circle that is named. `here`: people in the room, for that circle.
 */
export function floorView(
  floor: Floor,
  rules: FloorRules,
  seat: Reader,
  nameOf: NameOf,
  here: () => readonly string[] = () => [],
): FloorView {
  const person = personOf(floor, rules, seat, nameOf)
  const order = speakingOrder(floor, rules)
  const place = order.findIndex(({ who }) => who === seat.id)
  return {
    ...speakingPart(floor, seat, personOf(floor, rules, seat, nameOf, rules.circled)),
    waiting: order.length,
    ...(place === -1 ? {} : { place: place + 1, ...groupOf(order[place]!) }),
    ...(seat.role === 'participant'
      ? {}
      : { queue: order.map((one) => ({ ...person(one), ...newVoice(floor, one) })) }),
    ...floorTimes(floor, rules),
    ...circlePart(floor, rules, seat, person),
    ...roundPart(floor, rules, seat, person, here),
    ...(seat.role === 'facilitator'
      ? {
          people: Object.entries(floor.spoken).map(([who, spoken]) => ({
            ...person({ who, ...groupOf(spoken) }),
            ...heard(spoken),
          })),
        }
      : {}),
    turn: rules.turn,
  }
}

interface Somebody {
  who: string
  group?: string
}

/** How this seat may see somebody: by id on desks and walls, by name where names are shown; the panel is known to all. */
function personOf(floor: Floor, rules: FloorRules, seat: Reader, nameOf: NameOf, open = false) {
  const panel = new Map(rules.panel.map(({ id, label }) => [id, label]))
  const named = seat.role === 'facilitator' || (rules.names && (seat.role === 'wall' || open))
  return (one: Somebody) => {
    const { who } = one
    const known = named || panel.has(who)
    const name = known ? (panel.get(who) ?? floor.guests[who] ?? nameOf(who)) : undefined
    const told = seat.role !== 'participant' || who === seat.id || panel.has(who)
    return { ...(told ? { who } : {}), ...(name === undefined ? {} : { name }), ...groupOf(one) }
  }
}

function speakingPart(
  { speaking }: Floor,
  seat: Reader,
  person: ReturnType<typeof personOf>,
): Pick<FloorView, 'speaking'> {
  if (!speaking) return {}
  const mine = speaking.who === seat.id ? { mine: true as const } : {}
  return { speaking: { ...person(speaking), since: new Date(speaking.since).toISOString(), ...mine } }
}

function circlePart(
  floor: Floor,
  rules: FloorRules,
  seat: Reader,
  person: ReturnType<typeof personOf>,
): Pick<FloorView, 'circle'> {
  const { chairs } = rules
  if (chairs === undefined || seat.role === 'participant') return {}
  return { circle: { chairs, inside: insideOf(floor, rules).map((who) => person({ who })) } }
}

/** A circle of more people is drawn of those alone who spoke or asked to. */
const CIRCLE = 16

/** A circle is the same whoever speaks: those heard, the one who speaks, those who wait, then those who have not asked. */
function roundPart(
  floor: Floor,
  rules: FloorRules,
  seat: Reader,
  person: ReturnType<typeof personOf>,
  here: () => readonly string[],
): Pick<FloorView, 'round'> {
  if (!rules.circled || !rules.names || seat.role !== 'wall') return {}
  const { spoken, speaking } = floor
  const known = new Map<string, NonNullable<FloorView['round']>[number]['state']>()
  for (const who of Object.keys(spoken)) known.set(who, 'done')
  if (speaking) known.set(speaking.who, 'speaking')
  for (const { who } of speakingOrder(floor, rules)) if (!known.has(who)) known.set(who, 'next')
  const silent = here().filter((who) => !known.has(who))
  if (known.size + silent.length <= CIRCLE) for (const who of silent) known.set(who, 'here')
  return { round: [...known].map(([who, state]) => ({ ...person({ who }), state })) }
}

function newVoice({ spoken }: Floor, { who }: Somebody): { first?: true } {
  return spoken[who] ? {} : { first: true }
}

function groupOf({ group }: { group?: string }): { group?: string } {
  return group === undefined ? {} : { group }
}

/** Put back or not, then new voices before those already heard: nobody overtakes across these lines. */
function tierOf({ who, late }: Waiting, { spoken }: Floor, { firstSpeakers }: FloorRules): number {
  return (late === undefined ? 0 : 2) + (firstSpeakers && spoken[who] ? 1 : 0)
}

function compare(a: Waiting, b: Waiting, floor: Floor, rules: FloorRules): number {
  const had = (one: Waiting) => floor.spoken[one.who]?.ms ?? 0
  return (
    tierOf(a, floor, rules) - tierOf(b, floor, rules) ||
    (rules.order === 'least' ? had(a) - had(b) : 0) ||
    (a.late ?? a.at) - (b.late ?? b.at) ||
    (a.who < b.who ? -1 : 1)
  )
}

/** The first of the group that has had the least time; people come in order. */
function leastHeard(people: Waiting[], time: ReturnType<typeof totalsByGroup>): Waiting {
  const had = ({ group }: Waiting) => (group === undefined ? 0 : (time.get(group)?.ms ?? 0))
  return people.reduce((best, one) => (had(one) < had(best) ? one : best))
}
