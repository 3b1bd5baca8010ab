// The desk's own state: what the snapshot means here, which dialog is open, and the one way to send a command.
// Made by pages/Desk.svelte, found by every part of the desk with useDesk().
import { createContext, untrack } from 'svelte'
import type { Layout } from '../../shared/activities/activity.ts'
import { boardName } from '../../shared/ids.ts'
import { FEW_VOTERS } from '../../shared/limits.ts'
import type { FaceKeys, MessageKey } from '../../shared/i18n/keys.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { Command, CommandKind } from '../../shared/session/commands.ts'
import { layoutOf, running, type Running } from '../../shared/session/running.ts'
import { refuse, type Answer, type Snapshot } from '../../shared/wire.ts'
import { Doc } from '../lib/doc.svelte.ts'
import type { I18n } from '../lib/i18n.svelte.ts'
import { keep, kept } from '../lib/keep.ts'
import type { Live } from '../lib/live.svelte.ts'
import type { Kept } from '../lib/seat.ts'
import type { Toasts } from '../ui/toasts.svelte.ts'
import { agendaOf, endsOf } from './agenda.ts'
import { isDone } from './already.ts'
import { openLasting } from './lasting.ts'
import type { DialogName, Question } from './dialogs.ts'
import { canReveal, onward, suggested, votePhase } from './next.ts'
import { Tabletop } from './tabletop.svelte.ts'
import { rememberTurnout } from './turnout.ts'
import { whyNot } from './why-not.ts'

export type DeskKey = FaceKeys['desk']
export interface DeskParts {
  kept: Kept
  live: Live
  i18n: I18n
  toasts: Toasts
}

const KEYS_OFF = 'desk/keys-off'
/** Pressed twice they would do two things; while one is under way the second press is dropped. */
const ONCE: ReadonlySet<CommandKind> = new Set([
  'open',
  'step',
  'back',
  'reveal',
  'pollOpen',
  'pollClose',
  'publish',
  'end',
])

const VIEWS = ['board', 'vote', 'floor', 'questions', 'groups'] as const
export type View = (typeof VIEWS)[number]

export class Desk {
  readonly live: Live
  readonly i18n: I18n
  readonly toasts: Toasts
  readonly token: string
  dialog: DialogName | null = $state(null)
  /** The activity that the activity dialog edits; null adds a new one. */
  edited: string | null = $state(null)
  question: Question | null = $state.raw(null)
  table: Tabletop | null = $state.raw(null)
  /** What was decided so far: a board that lasts as long as the workshop. */
  readonly decisions: Doc
  /** What is put aside for later, likewise. */
  readonly parking: Doc
  /** True while the search field is open. */
  searching = $state(false)
  /** Board or vote, as chosen by hand. */
  wantedView: View | null = $state(null)
  keysOn = $state(!kept<boolean>(KEYS_OFF))
  /** The server's time in ms, moved on every few seconds: for the running order. */
  now = $state(0)

  #under: CommandKind[] = []
  /** After the end the last board stays on the screen, laid out as it was. */
  #activity = $derived.by(() => this.live.snapshot?.now?.activity ?? this.table?.activity)
  #plan = $derived.by(() => this.live.snapshot?.programmeRev)
  /** Worked out anew only when the activity or the programme changes, not with each snapshot. */
  #running: Running | null = $derived.by(() => {
    const [activity, rev] = [this.#activity, this.#plan]
    const programme = untrack(() => this.live.snapshot?.programme)
    return programme && activity && rev !== undefined ? running(programme, activity) : null
  })
  #say: Translate = $derived.by(() => this.i18n.of(this.#running?.entry.kind ?? ''))
  agenda = $derived.by(() => agendaOf(this.session, this.now))
  ends = $derived.by(() => endsOf(this.session, this.now))

  constructor({ kept: seat, live, i18n, toasts }: DeskParts) {
    this.live = live
    this.i18n = i18n
    this.toasts = toasts
    this.token = seat.token
    const { code } = seat.workshop
    this.decisions = openLasting(code, this.token, 'decisions')
    this.parking = openLasting(code, this.token, 'parking')
  }

  /** The latest snapshot. The desk's parts are drawn once there is one. */
  get session(): Snapshot {
    return this.live.snapshot!
  }
  get t(): Translate<MessageKey> {
    return this.i18n.t
  }
  get running(): Running | null {
    return this.#running
  }
  get steps() {
    return this.#running?.steps ?? []
  }
  /** Words of the activity in play. */
  get say(): Translate {
    return this.#say
  }
  get offline(): boolean {
    return this.live.status !== 'live'
  }
  get canReveal(): boolean {
    return canReveal(this.session, this.steps)
  }
  /** Why there is nothing to reveal; empty where there is. */
  get whyNotReveal(): string {
    if (!this.canReveal) return this.t('why.reveal')
    return this.live.counts.notes === 0 ? this.t('why.reveal.none') : ''
  }
  get votePhase() {
    return votePhase(this.session, this.steps)
  }
  get onward() {
    return onward(this.session, this.steps)
  }
  /** A secret vote is about to be opened among so few that it would hardly be one. */
  get thinSecret(): boolean {
    const { running: it, session, live } = this
    const secret = it?.activity.poll?.secrecy(it.settings) === 'secret'
    return secret && !session.poll && live.counts.present < FEW_VOTERS
  }
  get suggested() {
    return suggested(this.session, this.steps, this.live.counts, this.waiting)
  }

  /** Notes that are written and that nobody has read yet. */
  get waiting(): number {
    if (!this.canReveal) return 0
    return Math.max(0, this.live.counts.notes - (this.table?.visible ?? 0))
  }

  /** True where people write notes, or notes lie about: the centre is then a board. */
  get hasBoard(): boolean {
    const { running: it, steps, table } = this
    const writes = steps.some((step) => step.pads !== 'off' || step.arrange)
    return writes || it?.activity.layout !== undefined || (table?.notes.length ?? 0) > 0
  }

  /** True where something is or will be put to the vote. */
  get hasVote(): boolean {
    return this.session.poll !== undefined || this.session.preview !== undefined
  }

  /** What the middle shows; the step decides until the facilitator does. */
  get view(): View {
    const { views, wantedView } = this
    if (wantedView && views.includes(wantedView)) return wantedView
    if (views.length < 2) return views[0] ?? 'board'
    const step = this.steps.find((other) => other.id === this.session.now?.step)
    if (step?.floor) return 'floor'
    if (step?.upvotes) return 'questions'
    return views.includes('vote') && (step?.poll || step?.results === 'shown') ? 'vote' : views[0]!
  }

  /** What there is to look at in this step. */
  get views(): View[] {
    const { floor, upvotes, groups } = this.session
    const there = { board: this.hasBoard, vote: this.hasVote, floor, questions: upvotes, groups }
    return VIEWS.filter((view) => there[view])
  }

  /** The word for a paper: the activity's own, else the common one. */
  toneName(tone: string): string {
    const { layout, settings } = this.session.now ?? {}
    const kinds = layout?.kinds ?? settings?.['kinds']
    const own = Array.isArray(kinds) ? (kinds as { tone?: string; label?: string }[]) : []
    return own.find((kind) => kind.tone === tone)?.label || this.say(`tone.${tone}`)
  }

  /** Sends a command and says a refusal in words. Nothing is sent later than it was meant. */
  async command(command: Command): Promise<Answer> {
    if (this.offline) {
      this.toasts.show(this.t('said.offline'))
      return refuse('not-now')
    }
    if (ONCE.has(command.kind) && this.#under.includes(command.kind)) return refuse('too-fast')
    this.#under = [...this.#under, command.kind]
    const then = this.session
    const answer = await this.live.act(command)
    this.#under = this.#under.filter((kind) => kind !== command.kind)
    if (!answer.ok && isDone(command, then, this.session)) {
      this.toasts.show(this.t('said.already'))
      return { ok: true, rev: this.session.rev }
    }
    if (!answer.ok && command.kind === 'undo') this.toasts.show(this.t('said.nothing'))
    else if (!answer.ok) this.toasts.show(whyNot(answer, this.t))
    else if (answer.warning) this.toasts.show(this.t(`warning.${answer.warning}`))
    if (!answer.ok && answer.params?.['reason'] === 'registered') this.dialog = 'roll'
    return answer
  }

  /** Takes back the last change of the board, else the last command that can be taken back. */
  undo(): void {
    if (this.table) this.table.undo()
    else void this.command({ kind: 'undo' })
  }

  ask(question: Question): void {
    this.question = question
  }

  /** Keeps the figures of an open vote for the preview after it. */
  remember(): void {
    const { poll, workshop } = this.live.snapshot ?? {}
    if (poll && workshop) rememberTurnout(workshop.code, poll, this.live.counts)
  }

  setKeys(on: boolean): void {
    this.keysOn = on
    keep(KEYS_OFF, !on)
  }

  /** Opens the board of an activity; gives the way to let go of it. */
  openTable(activity: string): () => void {
    const { code } = this.session.workshop
    const doc = new Doc({ code, token: this.token, name: boardName(activity), keep: false, trusted: true })
    const table: Tabletop = new Tabletop({
      activity,
      doc,
      layout: () => this.#layout,
      writable: () =>
        !this.session.ended && this.session.now?.activity === activity && doc.status !== 'closed',
      say: (said) => this.toasts.show(this.t(said), { label: this.t('undo'), run: () => table.undo() }),
      undoElse: () => void this.command({ kind: 'undo' }),
    })
    this.table = table
    this.wantedView = null
    return () => doc.close()
  }
  #layout: Layout = $derived.by(() =>
    this.#running ? layoutOf(this.#running, this.say) : { kind: 'groups', zones: [] },
  )
}

export const [useDesk, setDesk] = createContext<Desk>()
