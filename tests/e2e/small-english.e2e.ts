// A small phone in English and in the dark, by keyboard alone; and no page that scrolls sideways at 320 pixels.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { Device, EVENING, makeWorkshop, until } from '../support/people.ts'
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
