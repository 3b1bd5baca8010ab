// Our pages in a real Chromium: frames while a full board is panned, zoomed and revealed, the first paint of a slow phone, bytes a screen.
// Called by generator.ts. Frames come from Chromium's own trace; input is one event a frame, as a hand gives it.
import type { Browser, Page } from 'playwright-core'
import * as Y from 'yjs'
import { addNote, noteMap, notesOf } from '../../../shared/board/note.ts'
import { launch } from '../../support/browser.ts'
import { stockProvider } from '../../support/stock.ts'
import { makeWorkshop, type Workshop } from '../host/workshop.ts'
import type { Target } from '../start.ts'
import { framesOf, type Frames } from './frames.ts'

export interface PagesFigures {
  /** By what was done on which board, as in "pan 2,000". */
  frames: Record<string, Frames>
  /** Of the join page on a throttled phone. */
  firstPaint: { ms: number; usableMs: number }
  /** As they travel, by screen. */
  bytes: Record<string, { scripts: number; all: number }>
}

const FREE = {
  v: 1 as const,
  title: 'Une soirée',
  activities: [{ id: 'a1', kind: 'brainstorm', title: 'Remue-méninges', settings: { layout: 'free' } }],
}
const LAPTOP = { width: 1440, height: 900 }
const WALL = { width: 1920, height: 1080 }
const PHONE = { width: 390, height: 844 }
/** A frame's worth of a hand's movement, for so many milliseconds; run in the page. */
const hand = (ms: number, event: string) => `new Promise((done) => {
  const view = document.querySelector('.view')
  const until = performance.now() + ${ms}
  let i = 0
  const step = () => {
    const [turn, there] = [Math.sin(++i / 20), Math.cos(i / 20)]
    view.dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, clientX: 500, clientY: 400, ${event} }))
    performance.now() < until ? requestAnimationFrame(step) : done()
  }
  requestAnimationFrame(step)
})`
/** Round and round, and in and out: the board stays in view. */
const PAN = 'deltaX: 12 * there, deltaY: 9 * turn'
const ZOOM = 'ctrlKey: true, deltaY: 3 * there'
/** From the whole board to where its words are read. */
const CLOSER = 6
const rest = (ms: number) => `new Promise((done) => setTimeout(done, ${ms}))`
/** How long each movement lasts (ms). */
const LONG = 2000
/** A middling phone at the edge of a mobile network: 400 kbit/s. */
const SLOW = { latency: 300, downloadThroughput: 50_000, uploadThroughput: 25_000 }
const SLOWER_CPU = 4

/** `sizes` are notes on the board; each board is panned and zoomed at the desk, then 300 more come at once to the wall. */
export async function pages({ port }: Target, sizes: number[]): Promise<PagesFigures> {
  const browser = await launch()
  try {
    const figures: PagesFigures = { frames: {}, firstPaint: { ms: 0, usableMs: 0 }, bytes: {} }
    for (const size of sizes) Object.assign(figures.frames, await board(browser, port, size))
    Object.assign(figures, await phone(browser, port))
    return figures
  } finally {
    await browser.close()
  }
}

async function board(browser: Browser, port: number, size: number): Promise<Record<string, Frames>> {
  const workshop = await makeWorkshop(port, FREE)
  await workshop.command({ kind: 'open', activity: 'a1' })
  await workshop.command({ kind: 'reveal' })
  const table = await openTable(port, workshop)
  await table.add(size)
  const desk = await open(browser, port, `desk/${workshop.id}#${workshop.tokens.desk}`, LAPTOP)
  await desk.locator('[data-note]').first().waitFor()
  const wall = await open(browser, port, `wall/${workshop.id}#${workshop.tokens.wall}`, WALL)
  await wall.locator('.free li, main canvas').first().waitFor()
  const name = size.toLocaleString('en')
  const found: Record<string, Frames> = {}
  await desk.bringToFront()
  const during = (page: Page, act: () => Promise<unknown>) => framesOf(browser, page, act)
  await desk.evaluate(rest(1000))
  found[`pan ${name}`] = await during(desk, () => desk.evaluate(hand(LONG, PAN)))
  for (let i = 0; i < CLOSER; i++) await desk.getByRole('button', { name: 'Agrandir' }).click()
  await desk.evaluate(rest(500))
  found[`pan ${name}, words to read`] = await during(desk, () => desk.evaluate(hand(LONG, PAN)))
  found[`zoom ${name}`] = await during(desk, () => desk.evaluate(hand(LONG, ZOOM)))
  found[`edits while panning ${name}`] = await during(desk, async () => {
    const busy = table.edit(LONG)
    await desk.evaluate(hand(LONG, PAN))
    await busy
  })
  await desk.close()
  await wall.bringToFront()
  found[`300 more on ${name}`] = await during(wall, async () => {
    await table.add(300)
    await wall.evaluate(rest(LONG))
  })
  await wall.close()
  table.close()
  return found
}

async function open(browser: Browser, port: number, path: string, viewport: typeof LAPTOP): Promise<Page> {
  const page = await browser.newPage({ viewport, locale: 'fr-FR' })
  await page.goto(`http://127.0.0.1:${port}/${path}`)
  return page
}

/** The board through the desk's own hands: what is added goes in one transaction, as a reveal does. */
async function openTable(port: number, { code, tokens }: Workshop) {
  const doc = new Y.Doc()
  const address = `ws://127.0.0.1:${port}/docs/${code}`
  const provider = stockProvider(address, 'board.a1', doc, { protocols: ['tablee', tokens.desk] })
  await new Promise<void>((done) => provider.once('sync', () => done()))
  return {
    async add(count: number): Promise<void> {
      for (let left = count; left > 0; left -= PART) {
        doc.transact(() =>
          Array.from({ length: Math.min(PART, left) }, () => addNote(doc, seed(notesOf(doc).size))),
        )
        await new Promise((done) => setTimeout(done, 50))
      }
    },
    /** Twenty changes a second, as a busy room makes them. */
    async edit(ms: number): Promise<void> {
      const ids = [...notesOf(doc).keys()]
      for (let i = 0; i < ms / 50; i++) {
        noteMap(doc, ids[(i * 37) % ids.length]!)?.set('at', [((i * 7) % 100) / 100, ((i * 13) % 100) / 100])
        await new Promise((done) => setTimeout(done, 50))
      }
    },
    close: () => provider.destroy(),
  }
}

/** Notes in one message: the update stays under our limit. */
const PART = 500
const TONES = ['soleil', 'ciel', 'menthe', 'corail', 'lilas'] as const

/** Strewn evenly over the table, each with a text of a usual length. */
function seed(n: number) {
  const at: [number, number] = [(n * 0.618_034) % 1, (n * 0.414_214) % 1]
  const text = `Note ${n} : une caisse de solidarité entre indépendants`
  return {
    id: `note-${n}`,
    text,
    tone: TONES[n % TONES.length]!,
    at,
    order: `a${String(n).padStart(5, '0')}`,
  }
}

/** From the code on the screen to the vote on a slow phone, and what each screen has loaded. */
async function phone(browser: Browser, port: number): Promise<Pick<PagesFigures, 'firstPaint' | 'bytes'>> {
  const workshop = await makeWorkshop(port, VOTE)
  const page = await browser.newPage({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'fr-FR' })
  const system = await page.context().newCDPSession(page)
  await system.send('Network.enable')
  await system.send('Network.emulateNetworkConditions', { offline: false, ...SLOW })
  await system.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
  const seen = { scripts: 0, all: 0 }
  const kinds = new Map<string, string>()
  system.on('Network.responseReceived', ({ requestId, type }) => void kinds.set(requestId, type))
  system.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.all += encodedDataLength
    if (kinds.get(requestId) === 'Script') seen.scripts += encodedDataLength
  })
  const bytes: PagesFigures['bytes'] = {}
  const screen = (name: string) => (bytes[name] = { ...seen })
  const began = performance.now()
  await page.goto(`http://127.0.0.1:${port}/j/${workshop.code}`)
  await page.getByRole('button', { name: 'Rejoindre l’atelier' }).waitFor()
  const usableMs = performance.now() - began
  const ms = Number(
    await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0].startTime`),
  )
  screen('join')
  await page.getByRole('button', { name: 'Rejoindre l’atelier' }).click()
  await page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
  screen('waiting room')
  await workshop.command({ kind: 'open', activity: 'v' })
  await workshop.command({ kind: 'step' })
  await page
    .getByRole('button', { name: /Poser une gommette/ })
    .first()
    .waitFor()
  screen('vote')
  await workshop.command({ kind: 'open', activity: 'a1' })
  await page.getByRole('button', { name: 'Déposer' }).waitFor()
  screen('writing')
  await page.close()
  return { firstPaint: { ms, usableMs }, bytes }
}

const OPTIONS = ['Ouvrir le samedi', 'Ouvrir le dimanche'].map((label, i) => ({ id: `o${i}`, label }))
const VOTE = {
  ...FREE,
  activities: [
    { id: 'v', kind: 'dot-vote', title: 'Vote', settings: { options: OPTIONS } },
    ...FREE.activities,
  ],
}
