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
}

const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
]
/** The page under measurement says so itself: the others of the browser are drawn meanwhile, too. */
const MARK = 'frames-of-this-page'
const TASKS = ['ThreadControllerImpl::RunTask']
const LAYOUT = ['Layout', 'UpdateLayoutTree']

/** Chromium's own account of what happens during `act` on this page. */
export async function framesOf(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await page.evaluate(`performance.mark('${MARK}')`)
  const began = performance.now()
  await act()
  const seconds = (performance.now() - began) / 1000
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const drawn = traceEvents.filter(({ name }) => name === 'DrawFrame').length
  const marked = traceEvents.find(({ name }) => name === MARK)
  if (!marked) throw new Error('the trace knows nothing of this page')
  const thread = traceEvents.filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
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

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
