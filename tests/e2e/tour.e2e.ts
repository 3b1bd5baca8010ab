// A tour in the browser: made, two stops, a theme, a motion, the read-only link on a phone with only what is shown.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { http, openDesk, until, type Made } from '../support/people.ts'
import { axe } from './axe.ts'
import { newPerson, openRealHouse } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('two towns, one theme, one motion, and a link to read it all', async () => {
  const url = await openRealHouse()
  const host = await newPerson(browser, url, { viewport: { width: 1280, height: 900 } })
  const { page } = host
  await page.goto(`${url}/tour/new`)
  await page.getByLabel('Titre du parcours').fill('L’économie en partage')
  await page.getByLabel('Ce que joue chaque étape').selectOption({ index: 0 })
  await axe(page)
  await page.getByRole('button', { name: 'Créer le parcours' }).dblclick()
  await page.getByRole('heading', { name: 'Gardez ce lien' }).waitFor()
  const key = (await page.locator('.link').innerText()).split('#')[1]!
  await page.goto(url)
  await page.getByRole('region', { name: 'Parcours de cet appareil' }).getByRole('link').click()
  await page.getByText('Aucune étape pour l’instant').waitFor()
  const id = new URL(page.url()).pathname.split('/').pop()!

  for (const town of ['Lille', 'Clermont-Ferrand']) {
    await page.getByRole('button', { name: 'Ajouter une étape' }).click()
    await page.getByLabel('Ville', { exact: true }).fill(town)
    // as many people press a button: one stop all the same
    await page.getByRole('button', { name: 'Créer l’étape' }).dblclick()
    await page.getByRole('listitem').filter({ hasText: town }).first().waitFor()
  }

  // Lille parks an idea on its board; the page of the tour finds it and proposes nothing by itself.
  const whole = (await http(url, 'GET', `/api/tours/${id}`, { token: key })).json as unknown as {
    stops: { links: Made['links']; workshop: { id: string; code: string } }[]
    links: { public: string }
  }
  expect(whole.stops).toHaveLength(2)
  const [lille] = whole.stops
  const desk = await openDesk(url, { tokens: { desk: lille!.links.desk.split('#')[1]! } } as Made)
  await desk.do({ kind: 'open', activity: desk.session!.programme!.activities[0]!.id })
  await until(async () => {
    const { json } = await http(url, 'GET', `/api/tours/${id}/synthesis`, { token: key })
    return (json as unknown as { stops: { state: string }[] }).stops[0]!.state === 'live'
  })
  await page.reload()
  await page.getByRole('listitem').filter({ hasText: 'Lille' }).getByText('En cours').waitFor()

  await page.getByRole('button', { name: 'Écrire une proposition' }).click()
  await page.getByLabel('Proposition', { exact: true }).fill('Une caisse commune')
  await page.getByLabel('État').selectOption('agenda')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('À l’ordre du jour', { exact: true }).last().waitFor()
  await page.getByRole('button', { name: 'Ouvrir l’assemblée' }).waitFor()
  await axe(page)
  await page.getByRole('button', { name: 'Partager' }).click()
  await page.getByLabel('Les propositions').uncheck()
  await until(async () => {
    const { json } = await http(url, 'GET', `/api/tours/${id}`, { token: key })
    return !(json as unknown as { plan: { shown: string[] } }).plan.shown.includes('motions')
  })

  const reader = await newPerson(browser, url, { viewport: { width: 320, height: 640 } })
  await reader.page.goto(whole.links.public)
  await reader.page.getByText('Parcours en lecture seule').waitFor()
  await reader.page.getByRole('listitem').filter({ hasText: 'Clermont-Ferrand' }).first().waitFor()
  expect(await reader.page.getByText('Une caisse commune').count()).toBe(0)
  expect(await reader.page.getByRole('button').allInnerTexts()).toEqual(['Exporter'])
  expect(await reader.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  await axe(reader.page)
  // A reader's link on the device of somebody who may change the tour takes nothing away from them.
  await page.goto(whole.links.public)
  await page.getByText('Parcours en lecture seule').waitFor()
  expect(page.url()).not.toContain('#')
  await page.reload()
  await page.getByRole('button', { name: 'Ajouter une étape' }).waitFor()
  expect([...host.faults, ...reader.faults]).toEqual([])
})
