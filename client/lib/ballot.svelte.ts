// One seat's ballot in one poll: kept on this device until the server has it on disk, and honest about where it is.
// Afterwards the device only knows that there was one; the choice stays in this tab. Made by Phone for the poll of the session.
import type { Answer, RefusalCode, Snapshot } from '../../shared/wire.ts'
import { hexId } from './id.ts'
import { forget, keep, kept } from './keep.ts'
import { drawerOf } from './seat.ts'

/** The part of Live that a ballot needs. */
export interface BallotBox {
  snapshot: Snapshot | null
  status: string
  sendBallot(poll: string, choice: unknown, id: string): Promise<Answer>
}

interface Sheet {
  id: string
  choice: unknown
}

/** What is left on the device once the server has the ballot: nothing of what it says. */
const GIVEN = { given: true }

export class Ballot<C = unknown> {
  refusal: RefusalCode | null = $state(null)

  #box: BallotBox
  #poll: string
  #key: string
  /** Given in, not yet acknowledged. */
  #pending: Sheet | null = $state.raw(null)
  /** Last choice that the server acknowledged to this tab. */
  #saved: C | null = $state.raw(null)
  /** The server took a ballot from this device, whatever this tab still knows of it. */
  #given = $state(false)
  /** The snapshot that was there when it did: later ones know better. */
  #asOf: Snapshot | null = $state.raw(null)
  #sending = false

  constructor(box: BallotBox, poll: string) {
    this.#box = box
    this.#poll = poll
    const { workshop, seat } = box.snapshot ?? {}
    this.#key = `${workshop && seat ? drawerOf(workshop.code, seat) : ''}/ballot/${poll}`
    this.#saved = kept<C>(this.#key, 'tab')
    const sheet = kept<Sheet | typeof GIVEN>(this.#key)
    if (sheet && 'id' in sheet) this.#give(sheet)
    else this.#given = sheet !== null
  }

  /** True where a ballot counts whose choice this phone does not keep any more. */
  get forgotten(): boolean {
    return this.#given && this.choice === null
  }

  /** What counts, or will count once it has arrived. */
  get choice(): C | null {
    if (this.#pending) return this.#pending.choice as C | null
    const poll = this.#box.snapshot?.poll
    const known = this.#box.snapshot !== this.#asOf && poll?.id === this.#poll && poll.state === 'open'
    return known ? ((poll.mine as C | undefined) ?? null) : this.#saved
  }

  get state(): 'none' | 'sending' | 'saved' | 'kept' | 'refused' {
    if (this.#pending) return this.#box.status === 'live' ? 'sending' : 'kept'
    if (this.refusal) return 'refused'
    return this.choice === null ? 'none' : 'saved'
  }

  /** Gives a choice in; null withdraws it. A newer choice replaces one that is still on its way. */
  set(choice: C | null): void {
    this.refusal = null
    this.#give({ id: hexId(), choice })
  }

  #give(sheet: Sheet): void {
    this.#pending = sheet
    keep(this.#key, sheet)
    if (!this.#sending) void this.#send()
  }

  async #send(): Promise<void> {
    this.#sending = true
    while (this.#pending) {
      const sheet: Sheet = this.#pending
      const answer = await this.#box.sendBallot(this.#poll, sheet.choice, sheet.id)
      if (!answer.ok && answer.code === 'too-fast') await pause(1000)
      else this.#settle(sheet, answer)
    }
    this.#sending = false
  }

  #settle(sheet: Sheet, answer: Answer): void {
    if (answer.ok) {
      this.#saved = sheet.choice as C | null
      this.#asOf = this.#box.snapshot
    }
    if (this.#pending !== sheet) return
    this.#pending = null
    if (!answer.ok) this.refusal = answer.code
    this.#leave(sheet)
  }

  /** Another tab of this seat may have a newer ballot on its way: that one is not touched. */
  #leave(sheet: Sheet): void {
    this.#given = this.choice !== null
    if (this.#given) keep(this.#key, this.choice, 'tab')
    else forget(this.#key, 'tab')
    if (kept<Sheet>(this.#key)?.id !== sheet.id) return
    if (this.#given) keep(this.#key, GIVEN)
    else forget(this.#key)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
