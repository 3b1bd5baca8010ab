// One workshop in play: takes commands and ballots, runs effects, stores, then tells everybody.
// Called by sessions.ts. Commands of a workshop are decided one after the other; an answer leaves after the snapshots it caused.
import { randomInt } from 'node:crypto'
import type { Clock } from '../../shared/clock.ts'
import { commandSchema, type Command, type SentBallot } from '../../shared/session/commands.ts'
import type { Offer } from '../../shared/offer.ts'
import { openRound, roundOf, type Session } from '../../shared/session/state.ts'
import { viewFor } from '../../shared/session/view.ts'
import { isRefusal, refuse, type Answer, type Role, type Snapshot } from '../../shared/wire.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/store.ts'
import { createAlarms } from './alarms.ts'
import { createAnswers } from './answers.ts'
import { assemblyOf } from './assembly.ts'
import type { Ballots } from './ballots.ts'
import { offerOf } from './carry.ts'
import { createContexts } from './context.ts'
import { createDeciding } from './deciding.ts'
import type { EffectDeps } from './effects.ts'
import { createHearing } from './hearing.ts'
import type { Place } from './place.ts'
import { createPlan, type Plan } from './plan.ts'
import type { Connection, Presence } from './presence.ts'
import { followsPart } from './screens.ts'
import { createTelling } from './telling.ts'

export interface SessionDeps extends EffectDeps {
  store: Store
  clock: Clock
  log: Log
  workshopView(): Snapshot['workshop']
  links(role: Role): Snapshot['links']
  notSaving(): boolean
  /** The session is another one than before, stored and in force. */
  changed(before: Session): void
}

export interface LiveSession {
  readonly place: Place
  readonly presence: Presence
  readonly ballots: Ballots
  readonly plan: Plan
  command(seat: { id: string; role: Role }, sent: unknown): Promise<Answer>
  ballot(seat: { id: string; role: Role }, sent: SentBallot): Promise<Answer>
  view(seat: { id: string; role: Role }): Promise<Snapshot>
  connect(connection: Connection): Promise<void>
  /** Puts a person out of the room, as the desk's command does; nothing where they have left or the workshop is over. */
  removeSeat(seat: string): Promise<void>
  /** Something outside the machine changed (the programme, a name): tells everybody. */
  tellAll(): Promise<void>
  /** What the desk may pick from for the activity in play. */
  offer(): Promise<Offer>
  /** Runs `fn` between commands, never during one. */
  alone<T>(fn: () => Promise<T>): Promise<T>
  /** Memory knows nothing of it that the store does not: nobody is here, no poll is open, nothing is to happen by itself. */
  isIdle(): boolean
  stop(): void
}

export function createSession(deps: SessionDeps): LiveSession {
  const { store, clock, log, place, presence, ballots, docs } = deps
  const answers = createAnswers(store, place.id)
  const assembly = () => assemblyOf(place, presence)
  const contexts = createContexts(place, docs, deps.now, assembly, () => presence.here(), chance)

  async function view(seat: { id: string; role: Role; screen?: Connection['screen'] }): Promise<Snapshot> {
    const { session, programme, programmeRev } = place.row
    const round = roundOf(session, session.at?.activity)
    const takes = round?.state === 'open' && seat.role !== 'wall' && seat.role !== 'facilitator'
    const mine = round && takes ? await ballots.mine(round, seat.id) : undefined
    const share = round && takes ? await ballots.share(round, seat.id) : undefined
    const links = deps.links(seat.role)
    return viewFor({
      workshop: deps.workshopView(),
      session,
      programme,
      programmeRev,
      running: place.running,
      seat: { ...place.personOf(seat.id), id: seat.id, role: seat.role },
      ...followsPart(seat.screen, session.follow),
      now: deps.now(),
      stepLabel: place.stepLabel,
      layout: place.layout,
      floor: place.floor,
      here: () => presence.here(),
      nameOf: (person) => place.people.get(person)?.name,
      ...(mine === undefined ? {} : { mine }),
      ...(share === undefined ? {} : { share }),
      ...(telling.live === undefined ? {} : { live: telling.live }),
      ...(links ? { links } : {}),
      ...place.names,
      ...(deps.notSaving() ? { notSaving: true as const } : {}),
    })
  }

  const telling = createTelling({ place, presence, ballots, clock, view })

  async function opened(before: string | undefined): Promise<void> {
    const round = openRound(place.row.session)
    if (round && round.id !== before) await ballots.open(round)
  }

  const hearing = createHearing({
    ...{ place, answers, ballots, telling },
    decided: () => alarms.clock(),
    decide: createDeciding({
      ...deps,
      answers,
      contexts,
      async changed(before) {
        const { session } = place.row
        deps.changed(before)
        if (session.at?.since !== before.at?.since) {
          presence.reset()
          deps.allowance.reset()
        }
        await opened(openRound(before)?.id)
      },
    }),
  })
  const { alone } = hearing

  /** What the server does by itself (S5, S66). */
  function byItself(command: Command): void {
    alone(() => hearing.byItself(command))
      .then(() => telling.all())
      .catch((error) => log('error', 'time-up failed', { workshop: place.id }, error))
  }

  const alarms = createAlarms({ place, clock, now: deps.now, voters: () => ballots.voters.size, byItself })
  alarms.clock()
  const plan = createPlan({ place, store, docs, clock, log, alone, changed: telling.desks })

  return {
    place,
    presence,
    ballots,
    plan,
    async command(seat, sent) {
      const parsed = commandSchema.safeParse(sent)
      return parsed.success ? hearing.hear(seat, parsed.data) : refuse('bad-request')
    },
    async ballot(seat, sent) {
      if (seat.role !== 'participant' && seat.role !== 'scribe') return refuse('not-allowed')
      await ballots.settled()
      const { session } = place.row
      if (session.ended !== null) return refuse('gone')
      if (!place.people.has(seat.id)) return refuse('not-your-seat')
      const rounds = Object.values(session.rounds).flat()
      const round = rounds.find((one) => one.id === sent.poll)
      const it = round && place.running(round.activity)
      if (!round || !it) return refuse('not-now')
      const { name = '' } = place.people.get(seat.id)!
      const barred = it.activity.poll?.bars?.(round.paper, sent.choice, name)
      if (barred) return barred
      const answer = await ballots.cast(round, it, seat.id, sent.id, sent.choice)
      if (isRefusal(answer)) return answer
      alarms.moved()
      await telling.voted(seat.id)
      return { ok: true, rev: place.row.session.rev, receipt: answer.receipt }
    },
    view,
    async connect(connection) {
      presence.add(connection)
      connection.send('session', await view({ ...connection, id: connection.seat }))
      connection.send('counts', await presence.counts())
    },
    async removeSeat(seat) {
      const removed = await alone(() => hearing.byItself({ kind: 'remove', seat }))
      if (!removed.ok) return
      await telling.all()
      telling.recount()
    },
    tellAll: () => telling.all(),
    offer: () => offerOf(place, docs),
    alone,
    isIdle: () => presence.isEmpty() && !alarms.pending && !openRound(place.row.session) && hearing.isQuiet,
    stop() {
      for (const part of [alarms, plan, telling, presence]) part.stop()
    },
  }
}

/** From 0 to 1, 1 excluded. */
function chance(): number {
  return randomInt(2 ** 32) / 2 ** 32
}
