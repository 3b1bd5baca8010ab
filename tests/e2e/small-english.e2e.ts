// A small phone in English and in the dark, by keyboard alone; and no page that scrolls sideways at 320 pixels.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { Device, EVENING, http, makeWorkshop, until } from '../support/people.ts'
import { axe } from './axe.ts'
import { newPerson, openRealHouse } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const SMALL = { viewport: { width: 320, height: 640 }, locale: 'en-GB', colorScheme: 'dark' as const }

/** What the element in focus is called, run in the page. */
const FOCUSED = `(() => {
  const at = document.activeElement
  return [at.labels?.[0]?.textContent, at.getAttribute('aria-label'), at.textContent].filter(Boolean).join(' ').trim()
})()`
const SIDEWAYS = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

/** Presses Tab until the element with that name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab')
    const label = String(await page.evaluate(FOCUSED))
    if (name.test(label)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(SIDEWAYS)).toBe(0)
  await axe(page)
}

test('joining, writing and voting by keyboard, in English, at 320 pixels', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, EVENING)
  const desk = await new Device(url, made.tokens.desk).ready()
  const { page, faults } = await newPerson(browser, url, SMALL)

  await page.goto(url)
  await fits(page)
  await tabTo(page, /^Workshop code/)
  await page.keyboard.type(made.workshop.code.toLowerCase())
  await page.keyboard.press('Enter')
  await page.getByText('Workshop found').waitFor()
  await fits(page)
  await tabTo(page, /^Your first name/)
  await page.keyboard.type('Zed')
  await page.keyboard.press('Enter')
  await until(() => desk.desk?.people.some((person) => person.name === 'Zed' && person.online) === true)
  await fits(page)

  await desk.do({ kind: 'open', activity: 'a1' })
  await page.getByRole('button', { name: 'Drop it in' }).waitFor()
  await fits(page)
  await tabTo(page, /^Your note/)
  await page.keyboard.type('A note that was typed by keyboard')
  await page.keyboard.press('Enter')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'typed by keyboard' })
    .getByText('in', { exact: true })
    .waitFor()
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await page.getByText('Place your').waitFor()
  await fits(page)
  await tabTo(page, /^Place a dot/)
  await page.keyboard.press('Enter')
  await until(() => desk.counts?.voted === 1)
  await desk.do({ kind: 'pollClose' })
  expect(desk.session?.result).toMatchObject({ spent: 1 })
  await desk.do({ kind: 'publish' })
  await fits(page)
  await desk.do({ kind: 'end' })
  await page.getByText('The workshop is over').first().waitFor()
  await fits(page)
  expect(faults).toEqual([])
})

const OPTIONS = ['Open on Saturdays', 'Share the hall'].map((label, i) => ({ id: `o${i + 1}`, label }))

/** By exercise: names to go to with Tab, each with the keys pressed there, and the ballot that it makes. */
const BY_KEYS: [kind: string, settings: object, steps: [name: RegExp, ...keys: string[]][], mine: unknown][] =
  [
    ['roti', {}, [[/^1/, 'ArrowDown', 'ArrowDown']], 3],
    [
      'multiple-choice',
      { shuffle: false },
      [
        [/^Open/, 'Space'],
        [/^Share/, 'Space'],
      ],
      ['o1', 'o2'],
    ],
    ['quadratic', {}, [[/^Add .*Open/, 'Enter', 'Enter']], { o1: 2 }],
    [
      'score',
      {},
      [
        [/^0/, 'ArrowRight'],
        [/^Next/, 'Enter'],
        [/^0/, 'Space'],
      ],
      { o1: 1, o2: 0 },
    ],
    [
      'majority-judgment',
      { shuffle: false },
      [
        [/^Very good/, 'Space'],
        [/^Next/, 'Enter'],
        [/^Very good/, 'ArrowDown'],
      ],
      { o1: 5, o2: 4 },
    ],
    ['ranking', {}, [[/^Share/, 'Enter']], [['o2']]],
    [
      'two-axis',
      {},
      [
        [/^Effort/, 'ArrowRight'],
        [/^Impact/, 'ArrowDown'],
      ],
      { o1: { x: 5.5, y: 4.5 } },
    ],
    ['pairwise', {}, [[/^A/, 'Enter']], [[expect.any(String), expect.any(String), 1]]],
    [
      'opinion-groups',
      { writing: false },
      [
        [/^Agree/, 'Enter'],
        [/^Pass/, 'Enter'],
      ],
      { o1: expect.any(Number), o2: expect.any(Number) },
    ],
    [
      'consent',
      {},
      [
        [/^I consent/, 'ArrowDown', 'ArrowDown'],
        [/^Your reason/, 'd', 'e', 'a', 'r'],
      ],
      { answer: 'objection', reason: 'dear' },
    ],
  ]

test('every sort of ballot by keyboard alone, in English, at 320 pixels', async () => {
  const url = await openRealHouse()
  const activities = BY_KEYS.map(([kind, settings]) => ({
    ...{ id: kind, kind, title: kind, question: 'What about the hall?' },
    settings: { options: OPTIONS, ...settings },
  }))
  const made = await makeWorkshop(url, { v: 1, title: 'Ballots', activities })
  const desk = await new Device(url, made.tokens.desk).ready()
  const { page, faults } = await newPerson(browser, url, SMALL)
  await page.goto(made.links.join)
  await tabTo(page, /^Join|^Come in|^Enter/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/s\//)
  const token = String(
    await page.evaluate('Object.values(localStorage).join().match(/"token":"([^"]+)"/)[1]'),
  )
  const mine = async () => {
    const { json } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token })
    return (json['poll'] as { mine?: unknown } | undefined)?.mine
  }
  for (const [kind, , steps, ballot] of BY_KEYS) {
    await desk.do({ kind: 'open', activity: kind })
    while (desk.session?.poll?.state !== 'open') await desk.do({ kind: 'step' })
    for (const [name, ...keys] of steps) {
      await page.locator('main').getByText(kind, { exact: true }).waitFor()
      await tabTo(page, name)
      for (const key of keys) await page.keyboard.press(key)
    }
    await expect.poll(mine, { timeout: 20_000 }).toEqual(ballot)
    await desk.do({ kind: 'pollClose' })
  }
  expect(faults).toEqual([])
})
