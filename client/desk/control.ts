// The verbs of the facilitation, with the questions that come before some of them.
// Called by the control desk, the rail, the keys and the remote: one place, so that all behave the same.
import type { WallLook } from '../../shared/wire.ts'
import type { Desk, DeskKey } from './desk.svelte.ts'

/** Minutes a clock gets that is started by hand in a step without any. */
const SOME_MINUTES = 5

/** The next step, activity or the end; asks while a vote is open, or when notes would stay unread. */
export function goOn(desk: Desk): void {
  const { onward } = desk
  if (onward.to === 'end') return void (desk.dialog = 'end')
  if (onward.command.kind === 'open') return openActivity(desk, onward.command.activity)
  if (desk.votePhase === 'close') return askToClose(desk, () => void desk.command(onward.command))
  const run = () => void desk.command(onward.command)
  if (onward.command.kind === 'reveal' || desk.waiting === 0) return run()
  askToReveal(desk, run)
}

/** The step that this desk sees, said with what leads away from it: another desk may be quicker (S73). */
const seen = ({ session }: Desk) => ({ since: session.now?.since ?? null })

export function goBack(desk: Desk): void {
  void desk.command({ kind: 'back', ...seen(desk) })
}

/** Opens an activity of the programme; asks before it closes a vote, leaves notes unread, or jumps in the running order. */
export function openActivity(desk: Desk, activity: string): void {
  if (desk.session.now?.activity === activity) return
  const run = () => void openNow(desk, activity)
  if (desk.votePhase === 'close') return askToClose(desk, run)
  if (desk.waiting > 0) return askToReveal(desk, run)
  const { onward } = desk
  if (onward.to === 'activity' && onward.command.kind === 'open' && onward.command.activity === activity)
    return run()
  askToJump(desk, activity, run)
}

/** Opens it, and offers the way back: one press too many takes the whole room along. */
async function openNow(desk: Desk, activity: string): Promise<void> {
  const voting = () => desk.session.poll?.state === 'open'
  const final = voting() || desk.steps.some(({ forgets }) => forgets === 'after')
  const opened = await desk.command({ kind: 'open', activity, ...seen(desk) })
  if (!opened.ok || final || voting()) return
  const undo = { label: desk.t('undo'), run: () => void desk.command({ kind: 'undo' }) }
  desk.toasts.show(desk.t('said.opened', { title: desk.session.now?.title ?? '' }), undo)
}

export function reveal(desk: Desk): void {
  if (desk.whyNotReveal === '') void desk.command({ kind: 'reveal' })
}

export function toggleLock(desk: Desk): void {
  if (desk.session.now) void desk.command({ kind: 'lock', on: !desk.session.locked })
}

/** Opens the vote, closes it, or publishes what was counted: whatever comes next. */
export function vote(desk: Desk): void {
  const { votePhase } = desk
  if (votePhase === 'open' && desk.session.poll && desk.session.poll.cancelled === undefined)
    return askAgain(desk)
  if (votePhase === 'open') void desk.command({ kind: 'pollOpen' })
  if (votePhase === 'close') void desk.command({ kind: 'pollClose' })
  if (votePhase === 'publish') void desk.command({ kind: 'publish' })
}

/** Message key of what vote() would do. */
export function voteLabel({ votePhase, session }: Desk): DeskKey {
  return votePhase === 'open' && session.poll ? 'action.vote.again' : `action.vote.${votePhase}`
}

/** The selected note on the wall; the note that is there already goes off it. */
export function spotlight(desk: Desk, note = desk.table?.selected ?? null): void {
  if (!desk.session.now) return
  const lit = desk.session.spotlight ?? null
  if (note === null && lit === null) return
  void desk.command({ kind: 'spotlight', note: note === lit ? null : note })
}

/** The big code or the blank wall; the same again brings the step back. */
export function toggleScreen(desk: Desk, show: 'code' | 'blank' | 'why' | 'shift' | 'decisions'): void {
  void desk.command({ kind: 'screen', show: desk.session.screen === show ? 'step' : show })
}

/** How all walls look and sound. */
export function setWall(desk: Desk, look: WallLook): void {
  void desk.command({ kind: 'wall', ...look })
}

export function toggleClock(desk: Desk): void {
  const { clock, now } = desk.session
  if (!now) return
  if (clock) return void desk.command({ kind: 'endsAt' in clock ? 'pause' : 'resume' })
  const minutes = desk.steps.find((step) => step.id === now.step)?.minutes ?? SOME_MINUTES
  void desk.command({ kind: 'addTime', seconds: Math.round(minutes * 60) })
}

export function addMinutes(desk: Desk, minutes: number): void {
  if (desk.session.now) void desk.command({ kind: 'addTime', seconds: minutes * 60 })
}

function askToClose(desk: Desk, run: () => void): void {
  const { t } = desk
  const closeFirst = async () => {
    const answer = await desk.command({ kind: 'pollClose' })
    if (answer.ok) run()
  }
  desk.ask({
    title: t('ask.close.title'),
    text: t('ask.close.text', { voted: desk.live.counts.voted, of: desk.live.counts.of }),
    choices: [{ label: t('ask.close.yes'), run: () => void closeFirst() }],
  })
}

/** A vote that was counted stays; a second one begins from nothing. */
function askAgain(desk: Desk): void {
  const { t } = desk
  desk.ask({
    title: t('ask.again.title'),
    text: t('ask.again.text'),
    choices: [{ label: t('action.vote.again'), run: () => void desk.command({ kind: 'pollOpen' }) }],
  })
}

function askToReveal(desk: Desk, run: () => void): void {
  const { t } = desk
  desk.ask({
    title: t('ask.reveal.title', { count: desk.waiting }),
    text: t('ask.reveal.text'),
    choices: [
      { label: t('ask.reveal.yes'), run: () => reveal(desk) },
      { label: t('ask.reveal.no'), run },
    ],
  })
}

function askToJump(desk: Desk, activity: string, run: () => void): void {
  const { t } = desk
  const title = desk.session.programme?.activities.find((entry) => entry.id === activity)?.title ?? ''
  desk.ask({
    title: t('ask.jump.title', { title }),
    text: t('ask.jump.text'),
    choices: [{ label: t('ask.jump.yes'), run }],
  })
}
