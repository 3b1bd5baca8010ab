// One tour as its page holds it: what the server says, and what this person may change. Made by pages/Tour.svelte.
import { createContext } from 'svelte'
import type { Format } from '../../shared/report/formats.ts'
import type { PlanChange } from '../../shared/tour/schema.ts'
import type { NoteRef, Stop, TourPlan } from '../../shared/tour/model.ts'
import type { Synthesis, TourNote } from '../../shared/tour/synthesis.ts'
import { townName } from '../../shared/tour/town-name.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import { api, apiFile, isProblem, type Problem } from '../lib/api.ts'
import { keep, kept } from '../lib/keep.ts'

export interface StopView extends Stop {
  links?: { desk: string; wall: string; join: string }
}

/** The whole tour for the holders of its key; without key, programme and links for readers. */
export interface TourView {
  id: string
  rev?: number
  plan: Pick<TourPlan, 'title' | 'about' | 'language' | 'dates' | 'shown'> & Partial<TourPlan>
  stops: StopView[]
  links?: { public: string }
}

export interface Suggestions {
  groups: { words: string[]; notes: TourNote[] }[]
  alone: TourNote[]
}

export class Tour {
  readonly id: string
  readonly token: string
  view: TourView = $state.raw(null as never)
  synthesis: Synthesis = $state.raw(null as never)
  /** What did not go well last, as a message key. */
  trouble: 'stale' | 'offline' | null = $state(null)

  private constructor(id: string, token: string) {
    this.id = id
    this.token = token
  }

  /** Reads the tour; a problem where the key does not open it or nobody answers. */
  static async open(id: string, token: string): Promise<Tour | Problem> {
    const tour = new Tour(id, token)
    const problem = await tour.read()
    if (problem) return problem
    keepTourKey(tour)
    return tour
  }

  /** True for the holders of the key. */
  get owned(): boolean {
    return this.view.rev !== undefined
  }

  async read(): Promise<Problem | null> {
    const [view, synthesis] = await Promise.all([
      this.#ask<TourView>('GET', ''),
      this.#ask<Synthesis>('GET', '/synthesis'),
    ])
    if (isProblem(view)) return view
    if (isProblem(synthesis)) return synthesis
    this.view = view
    this.synthesis = synthesis
    if (this.owned) keep(`tour-title/${this.id}`, view.plan.title)
    return null
  }

  /** Changes parts of the plan; where somebody else was faster, theirs is shown and nothing is overwritten. */
  async change(change: PlanChange): Promise<boolean> {
    const saved = await this.#ask<TourView>('PUT', '', change, { 'if-match': `"${this.view.rev}"` })
    this.trouble = isProblem(saved) ? (saved.code === 'stale' ? 'stale' : 'offline') : null
    await this.read()
    return this.trouble === null
  }

  async addStop(order: object, to: '/stops' | '/assembly' = '/stops'): Promise<Problem | null> {
    const made = await this.#ask('POST', to, order)
    if (isProblem(made)) return made
    await this.read()
    return null
  }

  async removeStop(stop: string): Promise<void> {
    const gone = await this.#ask('DELETE', `/stops/${stop}`)
    this.trouble = isProblem(gone) ? 'offline' : null
    await this.read()
  }

  async suggestions(): Promise<Suggestions | null> {
    const found = await this.#ask<Suggestions>('GET', '/suggestions')
    return isProblem(found) ? null : found
  }

  /** The whole tour in one format. */
  file(format: Format): Promise<Blob | Problem> {
    return apiFile(`/api/tours/${this.id}/report.${format}`, this.token)
  }

  townOf(stop: string, t: Translate): string {
    return townName(this.view, stop, t)
  }

  #ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const options = { token: this.token, headers, ...(body === undefined ? {} : { body }) }
    return api<T>(method, `/api/tours/${this.id}${path}`, options)
  }
}

export const [useTour, setTour] = createContext<Tour>()

/** The key of a tour from the link's fragment, or as kept on this device. */
export function takeTourKey(id: string): string | null {
  return location.hash.slice(1) || kept<string>(`tour/${id}`)
}

/** A key that opens leaves the address bar. A reader's never takes the place of one that may change the tour. */
function keepTourKey({ id, token, owned }: Tour): void {
  if (owned || !kept(`tour/${id}`)) keep(`tour/${id}`, token)
  if (location.hash) history.replaceState(history.state, '', location.pathname)
}

/** Only the three ids of a note, as a plan keeps it. */
export function refOf({ stop, activity, note }: NoteRef): NoteRef {
  return { stop, activity, note }
}
