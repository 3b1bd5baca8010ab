// Frames of a page while something happens, read from Chromium's trace. Called by pages.ts.
import type { Browser, Page } from 'playwright-core'

export interface Frames {
  /** Frames that reached the screen, a second of movement. Without a graphics card the drawing itself is done by the processor. */
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
  /** When it began, in microseconds. */
  ts: number
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
/** A page that draws nothing for so long is at rest: nothing moved, or what moved is out of view (microseconds). */
const AT_REST = 200_000
const LAYOUT = ['Layout', 'UpdateLayoutTree']

/** Chromium's own account of what happens during `act` on this page. */
export async function framesOf(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Frames> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await page.evaluate(`performance.mark('${MARK}')`)
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  const marked = traceEvents.find(({ name }) => name === MARK)
  if (!marked) throw new Error('the trace knows nothing of this page')
  const drawn = traceEvents.filter(({ name, pid }) => name === 'DrawFrame' && pid === marked.pid)
  const thread = traceEvents.filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
  const lasted = (names: string[]) =>
    thread.filter(({ name }) => names.includes(name)).map(({ tdur = 0 }) => tdur / 1000)
  const made = thread.filter(({ name }) => name === 'Commit').length
  const each = (names: string[]) => sum(lasted(names)) / Math.max(1, made)
  return {
    fps: rate(drawn.map(({ ts }) => ts)),
    work: each(TASKS),
    layout: each(LAYOUT),
    longest: Math.max(0, ...lasted(TASKS)),
  }
}

/** How many a second, over the time in which something moved. Times in microseconds. */
export function rate(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  const gaps = sorted.slice(1).flatMap((at, i) => (at - sorted[i]! < AT_REST ? [at - sorted[i]!] : []))
  return gaps.length === 0 ? 0 : (gaps.length * 1_000_000) / sum(gaps)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
