// A rehearsal from the plan page: simulated people fill a copy, the real workshop sees nothing of it, leaving erases it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { http, makeWorkshop, openDesk } from '../support/people.ts'
import { newPerson, openRealHouse } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('a rehearsal fills the room and leaves nothing behind', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url)
  const real = await openDesk(url, made)
  const { page, faults } = await newPerson(browser, url, { viewport: { width: 1440, height: 900 } })
  await page.goto(`${url}/plan/${made.workshop.id}#${made.tokens.desk}`)
  await page.getByRole('button', { name: 'Tout le déroulé' }).click()
  await page.getByRole('menuitem', { name: 'Répéter avec une salle simulée' }).click()
  const strip = page.getByRole('region', { name: 'Répétition' })
  await strip.getByText('12 participants simulés').waitFor()
  const id = new URL(page.url()).pathname.split('/')[2]!
  expect(id).not.toBe(made.workshop.id)
  const token = await page.evaluate(
    (key) => JSON.parse(sessionStorage.getItem(key)!).token,
    'tablee/rehearsal',
  )

  await page
    .getByRole('button', { name: /Commencer/ })
    .first()
    .click()
  await page.getByText('à révéler').first().waitFor()
  await page.getByRole('button', { name: 'Révéler les notes' }).click()
  await page.getByText('Sans groupe').waitFor()
  expect(real.counts?.present).toBe(0)
  expect(real.session?.now).toBeUndefined()

  await strip.getByRole('button', { name: 'Quitter et effacer' }).click()
  await page.getByRole('button', { name: 'Tout le déroulé' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/plan/${made.workshop.id}`)
  expect((await http(url, 'GET', `/api/workshops/${id}/session`, { token })).status).toBe(401)

  // a reload erases as well, and says where to go on
  await page.getByRole('button', { name: 'Tout le déroulé' }).click()
  await page.getByRole('menuitem', { name: 'Répéter avec une salle simulée' }).click()
  await strip.getByText('participants simulés').waitFor()
  const again = new URL(page.url()).pathname.split('/')[2]!
  await page.reload()
  await page.getByRole('heading', { name: 'La répétition est effacée' }).waitFor()
  expect(await page.evaluate('Object.keys(localStorage).join()')).not.toContain(again)
  await page.getByRole('link', { name: 'Revenir au déroulé' }).click()
  await page.getByRole('button', { name: 'Tout le déroulé' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/plan/${made.workshop.id}`)
  expect(faults).toEqual([])
}, 60_000)
