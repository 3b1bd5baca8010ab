// A board with more notes than elements can carry: paint, with words where they can be read, and elements in the hand.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, noteMap, notesOf, TONES } from '../../shared/board/note.ts'
import { launch } from '../support/browser.ts'
import { Device, makeWorkshop, openDoc, until } from '../support/people.ts'
import { newPerson, openRealHouse } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const MANY = 900
const PROGRAMME = {
  v: 1 as const,
  title: 'Une soirée',
  activities: [{ id: 'a1', kind: 'brainstorm', title: 'Remue-méninges', settings: { layout: 'free' } }],
}

async function openTable() {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await new Device(url, made.tokens.desk).ready()
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  const { doc, provider } = openDoc(url, made, made.tokens.desk, 'board.a1')
  await until(() => provider.synced)
  for (let from = 0; from < MANY; from += 300)
    doc.transact(() => Array.from({ length: 300 }, (_, i) => addNote(doc, strewn(from + i))))
  return { url, made, doc }
}

/** Evenly over the table; the last lies alone in a corner. */
function strewn(n: number) {
  const at: [number, number] =
    n === MANY - 1 ? [1, 0] : [((n * 0.618_034) % 1) * 0.9, ((n * 0.414_214) % 1) * 0.8]
  return {
    id: `note-${n}`,
    text: `Note ${n}`,
    tone: TONES[n % 6]!,
    at,
    order: `a${String(n).padStart(4, '0')}`,
  }
}

/** Run in the page: how many dots of ink, the colour of words, the canvas of the desk shows. */
const inked = `(() => {
  const canvas = document.querySelector('.view canvas')
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  let dots = 0
  for (let i = 0; i < data.length; i += 4) if (data[i] < 40 && data[i + 1] < 46 && data[i + 2] < 80 && data[i + 3] > 200) dots++
  return dots
})()`

test('nine hundred notes: painted, with words close by, dragged and walked over as ever; shapes on the wall', async () => {
  const { url, made, doc } = await openTable()
  const { page, faults } = await newPerson(browser, url, { viewport: { width: 1440, height: 900 } })
  await page.goto(`${url}/desk/${made.workshop.id}#${made.tokens.desk}`)
  const sheets = page.locator('[data-note]')
  const sheet = (n: number) => page.locator(`[data-note="note-${n}"]`)
  await sheet(0).waitFor()
  await until(async () => (await sheets.count()) === 1)

  // What the pointer rests on can be taken in hand.
  const view = (await page.locator('.view').boundingBox())!
  await until(async () => {
    for (const dy of [17, 19]) await page.mouse.move(view.x + view.width - 40, view.y + dy)
    return (await sheet(MANY - 1).count()) === 1
  })
  await page.mouse.down()
  await page.mouse.move(view.x + view.width / 2, view.y + view.height / 2, { steps: 4 })
  await page.mouse.up()
  await until(() => (noteMap(doc, `note-${MANY - 1}`)!.get('at') as [number, number])[0] < 0.7)

  // Closer, the words are there, and still no more elements than what is in hand.
  const words = () => page.evaluate<number>(inked)
  expect(await words()).toBe(0)
  for (let i = 0; i < 6; i++) await page.getByRole('button', { name: 'Agrandir' }).click()
  await until(async () => (await words()) > 1000)
  expect(await sheets.count()).toBeLessThan(5)

  // Arrows reach a neighbour that was out of view, and it comes into view.
  const first = `note-${MANY - 1}`
  await sheet(MANY - 1).click({ position: { x: 10, y: 10 } })
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft')
  const walked = page.locator('[data-note][aria-pressed="true"]')
  expect(await walked.getAttribute('data-note')).not.toBe(first)
  await until(async () => {
    const box = await walked.boundingBox()
    return box !== null && box.x >= view.x - 1 && box.x + box.width <= view.x + view.width + 1
  })

  // The same board as a list, to its last row.
  await page.getByRole('button', { name: 'Voir en liste' }).click()
  await until(async () => (await page.locator('.list li').count()) === MANY)

  const wall = await newPerson(browser, url, { viewport: { width: 1920, height: 1080 } })
  await wall.page.goto(`${url}/wall/${made.workshop.id}#${made.tokens.wall}`)
  await wall.page.getByRole('img', { name: `${notesOf(doc).size} contributions` }).waitFor()
  expect([...faults, ...wall.faults]).toEqual([])
})
