// Frames of a page while something happens, read from Chromium's trace. Called by pages.ts.
import type { Browser, Page } from 'playwright-core'

export interface Frames {
  /** Frames that reached the screen, a second. Without a graphics card the drawing itself is done by the processor. */
  fps: number
  /** What the page's own thread spent on a frame: script, style, layout, paint (ms of the processor). 60 a second leave 16.7. */
  work: number
  /** Of that, style and layout (ms). */
  layout: number
  /** Longest time that thread was busy at a stretch (ms). */
  longest: number
}

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Of the processor, in microseconds: what else the machine does meanwhile is not in it. */
  tdur?: number
  args?: { name?: string }
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
]
const TASKS = ['ThreadControllerImpl::RunTask']
const LAYOUT = ['Layout', 'UpdateLayoutTree']

/** Chromium's own account of what happens during `act` on this page, the busiest one meanwhile. */
export async function framesOf(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES })
  const began = performance.now()
  await act()
  const seconds = (performance.now() - began) / 1000
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const drawn = traceEvents.filter(({ name }) => name === 'DrawFrame').length
  const thread = busiest(traceEvents)
  const lasted = (names: string[]) =>
    thread.filter(({ name }) => names.includes(name)).map(({ tdur = 0 }) => tdur / 1000)
  const made = thread.filter(({ name }) => name === 'Commit').length
  const each = (names: string[]) => sum(lasted(names)) / Math.max(1, made)
  return {
    fps: drawn / seconds,
    work: each(TASKS),
    layout: each(LAYOUT),
    longest: Math.max(0, ...lasted(TASKS)),
  }
}

/** What ran on the page thread that had most to do: other pages of the browser stand still meanwhile. */
function busiest(events: TraceEvent[]): TraceEvent[] {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const ran = threads.map(({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid))
  const busy = (all: TraceEvent[]) =>
    sum(all.filter(({ name }) => TASKS.includes(name)).map(({ tdur = 0 }) => tdur))
  return ran.sort((a, b) => busy(b) - busy(a))[0] ?? []
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
