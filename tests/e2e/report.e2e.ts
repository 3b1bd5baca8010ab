// What remains, in the browser: the report on a small dark phone and on paper, what a phone keeps at the end, and the evening
// gone through again by the keyboard.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { http, makeWorkshop, openDesk, until } from '../support/people.ts'
import { axe } from './axe.ts'
import { dropNote, joinByCode, newPerson, openLanHouse, PHONE } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const PROGRAMME = {
  v: 1 as const,
  title: 'La ville en partage',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Ce qui nous manque', question: 'Que partager ?', settings: {} },
    { id: 'a2', kind: 'two-axis', title: 'Par quoi commencer', settings: { from: 'a1' } },
  ],
}

test('a workshop is read on a phone, printed, taken along, and gone through again', async () => {
  const url = await openLanHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await openDesk(url, made)
  const phone = await newPerson(browser, url, PHONE)
  await joinByCode(phone, url, made.workshop.code)
  await desk.do({ kind: 'open', activity: 'a1' })
  await phone.page.getByRole('button', { name: 'Déposer' }).waitFor()
  await dropNote(phone, 'Un banc près de la gare')
  await until(() => desk.counts?.notes === 1)
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  const { options } = desk.session!.poll!.paper
  const placed = { [options[0]!.id]: { x: 2, y: 9 } }
  const seat = await http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, { body: {} })
  const voter = await openDesk(url, {
    tokens: { desk: (seat.json as unknown as { token: string }).token },
  } as never)
  expect((await voter.vote(placed)).ok).toBe(true)
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await desk.do({ kind: 'end' })

  // the phone has its own note, and the report once the desk gives it
  await phone.page.getByText('Un banc près de la gare').waitFor()
  await http(url, 'POST', `/api/workshops/${made.workshop.id}/shares`, {
    token: made.tokens.desk,
    body: { phones: true },
  })
  await phone.page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
  await phone.page.getByRole('link', { name: 'la restitution' }).click()
  await phone.page.getByRole('heading', { name: 'La ville en partage' }).waitFor()

  // small, dark, on paper
  const { page } = phone
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.getByRole('img', { name: 'Résultat' }).or(page.locator('svg[role=img]')).first().waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await axe(page)
  const paper = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1')
  expect(paper.startsWith('%PDF-')).toBe(true)

  // the evening again, by the keys
  const host = await newPerson(browser, url, { viewport: { width: 1280, height: 800 } })
  await host.page.goto(`${url}/report/${made.workshop.id}#${made.tokens.desk}`)
  await host.page.getByRole('link', { name: 'Revoir la séance' }).click()
  const time = host.page.getByRole('slider', { name: 'Heure de la séance' })
  await time.waitFor()
  await axe(host.page)
  expect(await host.page.getByText('Un banc près de la gare').count()).toBe(0)
  await host.page.getByRole('button', { name: 'Vote ouvert' }).focus()
  await host.page.keyboard.press('Enter')
  await host.page.getByRole('heading', { name: 'Par quoi commencer' }).waitFor()
  expect(await host.page.locator('svg[role=img]').count()).toBe(0)
  await time.focus()
  await host.page.keyboard.press('End')
  await host.page.locator('svg[role=img]').first().waitFor()
  await host.page.keyboard.press('Home')
  await host.page.getByRole('heading', { name: 'Ce qui nous manque' }).waitFor()
  await host.page.getByRole('button', { name: 'Lire', exact: true }).click()
  await host.page.getByRole('heading', { name: 'Par quoi commencer' }).waitFor()
  expect([...host.faults, ...phone.faults]).toEqual([])
})
