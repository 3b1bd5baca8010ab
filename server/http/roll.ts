// The roll of an assembly: the desk brings the members and gets their slips, once. Called by app.ts; slips are used by people joining.
import { Router } from 'express'
import type { Member } from '../../shared/voting.ts'
import { membersSchema, readRollCsv, rollSchema, type GivenMember } from '../../shared/roll.ts'
import { resolution } from '../../shared/activities/resolution/activity.ts'
import { readRoll } from '../../shared/activities/resolution/roll.ts'
import type { LiveSession } from '../live/session.ts'
import type { MemberRow } from '../store/store.ts'
import { hashToken, newToken } from '../tokens.ts'
import { parseBody } from './body.ts'
import { deskOf, type RouteDeps } from './context.ts'
import { Problem } from './problem.ts'

export function rollRoutes(deps: RouteDeps): Router {
  const router = Router({ mergeParams: true })

  router.get('/', async (req, res) => {
    const { place, presence } = await deskOf(req, deps)
    const { rejected } = readRoll(arrivals(place), {
      maxMandates: mandatesAllowed(place),
    })
    const nameOf = (member: string) => place.members.find(({ id }) => id === member)?.name ?? ''
    const members = place.members.map(({ id, name, college, weight, mandates, seat }) => ({
      name,
      ...(college === undefined ? {} : { college }),
      weight,
      mandates: mandates.length,
      ...faultsOf(
        rejected.flatMap(([of, holder, fault]) => (holder === id ? { name: nameOf(of), fault } : [])),
      ),
      arrived: isHeld(place, seat),
      online: isHeld(place, seat) && presence.isOnline(seat!),
      ...(isHeld(place, seat) ? { seat } : {}),
    }))
    res.json({ members })
  })

  router.post('/', async (req, res) => {
    const session = await deskOf(req, deps)
    const given = readMembers(req.body)
    const rows = issueSlips(given)
    await session.alone(async () => {
      const { place } = session
      if (place.row.session.ended !== null || isFixed(session)) throw new Problem(409, 'conflict')
      const members = rows.map(({ row }) => row)
      await deps.store.roll.replace(place.id, members)
      place.setRoll(members)
      session.presence.changed()
    })
    res.status(201).json({ slips: rows.map(({ row, slip }) => ({ name: row.name, slip })) })
  })

  return router
}

/** A poll has been opened by this roll. */
function isFixed({ place }: LiveSession): boolean {
  return Object.values(place.row.session.rounds).some((rounds) => rounds.some((round) => round.rolled))
}

/** The roll with the seats that stand; a slip whose seat was removed is in nobody's hands. */
function arrivals(place: LiveSession['place']): Member[] {
  return place.members.map(({ hash: _hash, seat, ...member }) => ({
    ...member,
    ...(isHeld(place, seat) ? { seat: seat! } : {}),
    here: isHeld(place, seat),
  }))
}

/** Of the resolution in play, else of the first one planned. */
function mandatesAllowed({ row, running }: LiveSession['place']): number {
  const { activities } = row.programme
  const planned = activities.find(
    ({ id }) => id === row.session.at?.activity && running(id)?.entry.kind === 'resolution',
  )
  const first = planned ?? activities.find(({ kind }) => kind === 'resolution')
  const settings = resolution.settings.parse((first && running(first.id)?.settings) ?? {})
  return (settings as { maxMandates: number }).maxMandates
}

function faultsOf<F>(refused: F[]): { refused?: F[] } {
  return refused.length > 0 ? { refused } : {}
}

function isHeld(place: LiveSession['place'], seat: string | undefined): boolean {
  return seat !== undefined && place.people.has(seat)
}

function readMembers(body: unknown): GivenMember[] {
  const asked = parseBody(rollSchema, body)
  if ('members' in asked) return asked.members
  const rows = readRollCsv(asked.csv)
  if (!rows) throw new Problem(400, 'bad-request', { field: 'csv', detail: 'no column "name"' })
  return parseBody(membersSchema, rows)
}

/** Mandates name their giver: 400 where nobody, or more than one member, has that name. */
function issueSlips(given: GivenMember[]): { row: MemberRow; slip: string }[] {
  const ids = Map.groupBy(
    given.map(({ name }, i) => ({ name, id: `m${i + 1}` })),
    ({ name }) => name,
  )
  return given.map(({ mandates, college, ...member }, i) => {
    const slip = newToken()
    const givers = mandates.map((name) => {
      const found = ids.get(name) ?? []
      if (found.length === 1) return found[0]!.id
      const detail = found.length === 0 ? 'no member of that name' : 'two members of that name'
      throw new Problem(400, 'bad-request', { field: `${i}.mandates`, detail })
    })
    const row = { id: `m${i + 1}`, hash: hashToken(slip), ...member, mandates: givers }
    return { slip, row: college === undefined ? row : { ...row, college } }
  })
}

/**
 * Gives a slip to a seat; call it between commands. Nothing happens where that seat has it already. 403 for an unknown
 * slip, 409 for one that is in other hands or a seat that has another.
 */
export async function useSlip(
  { store }: RouteDeps,
  { place }: LiveSession,
  slip: string,
  seat: string,
): Promise<void> {
  const hash = hashToken(slip)
  const member = checkSlip(place, slip, seat)
  if (member.seat === seat) return
  if (place.members.some((other) => other.seat === seat)) throw slipTaken()
  if (!(await store.roll.bind(place.id, hash, seat, member.seat ?? null))) throw slipTaken()
  place.setRoll(place.members.map((one) => (one.hash === hash ? { ...one, seat } : one)))
}

/** The member of a slip that nobody else holds; a removed seat holds nothing any more. `seat` is the one that asks, if any. */
export function checkSlip(place: LiveSession['place'], slip: string, seat?: string): MemberRow {
  const hash = hashToken(slip)
  const member = place.members.find((one) => one.hash === hash)
  if (!member) throw new Problem(403, 'not-allowed', { field: 'slip' })
  if (isHeld(place, member.seat) && member.seat !== seat) throw slipTaken()
  return member
}

function slipTaken(): Problem {
  return new Problem(409, 'conflict', { field: 'slip', detail: 'in other hands, or this seat has another' })
}
