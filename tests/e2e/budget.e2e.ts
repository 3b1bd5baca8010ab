// What a phone downloads before it can join and vote: scripts, counted as they travel; documents only when writing starts.
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLanguages } from '../../shared/languages.ts'
import { launch } from '../support/browser.ts'
import { Device, EVENING, makeWorkshop } from '../support/people.ts'
import { newPerson, openRealHouse, PHONE } from './people.ts'

/** Bytes to join and to vote, gzipped: of JavaScript, and with the texts of one language. See docs/performance.md. */
const BUDGET = { scripts: 60_000, withTexts: 68_000 }

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const bytesOf = (bodies: Buffer[]) =>
  bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0)

test('a phone joins and votes within its budget of scripts, without Yjs and without a schema library', async () => {
  const url = await openRealHouse()
  const options = [
    { id: 'x', label: 'Ouvrir le samedi' },
    { id: 'y', label: 'Ouvrir le dimanche' },
  ]
  const activities = [{ id: 'v', kind: 'dot-vote', title: 'Vote', settings: { options } }]
  const made = await makeWorkshop(url, { v: 1, title: 'T', activities })
  const desk = await new Device(url, made.tokens.desk).ready()
  const { page } = await newPerson(browser, url, PHONE)
  // What a phone fetches at leisure for dead spots to come is nobody's wait, and a slow machine has the leisure.
  await page.route(/\/(OwnDialog|Ended)-/, (route) => route.abort())
  const scripts = new Map<string, Promise<Buffer>>()
  const texts = new Map<string, Promise<Buffer>>()
  const encodings: (string | undefined)[] = []
  page.on('response', (response) => {
    if (response.url().includes('/assets/texts-')) texts.set(response.url(), response.body())
    if (response.request().resourceType() !== 'script') return
    scripts.set(response.url(), response.body())
    encodings.push(response.headers()['content-encoding'])
  })
  const doors: string[] = []
  page.on('request', (request) => void (request.url().endsWith('/door') && doors.push(request.url())))
  await page.goto(made.links.join)
  await page.evaluate('window.same = true')
  await page.getByRole('button', { name: 'Rejoindre l’atelier' }).click()
  await page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
  // The door is asked once, with the page itself, and the room comes without a new page.
  expect(doors).toHaveLength(1)
  expect(await page.evaluate('window.same')).toBe(true)
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'step' })
  await page
    .getByRole('button', { name: /Poser une gommette/ })
    .first()
    .click()
  await page.getByText('enregistré', { exact: true }).waitFor()
  const bodies = await Promise.all(scripts.values())
  expect(bytesOf(bodies)).toBeLessThan(BUDGET.scripts)
  expect(texts.size).toBeGreaterThan(0)
  expect(bytesOf([...bodies, ...(await Promise.all(texts.values()))])).toBeLessThan(BUDGET.withTexts)
  expect(bodies.some((body) => /ZodError|encodeStateVector/.test(body.toString()))).toBe(false)
  expect(encodings.some((encoding) => encoding === 'br' || encoding === 'gzip')).toBe(true)
})

test('the first page of a phone asks for all it needs at once, in the language of its reader', async () => {
  const url = await openRealHouse()
  for (const [wish, language] of [
    ['fr-FR,fr;q=0.9', 'fr'],
    ['en-GB,en;q=0.8', 'en'],
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['xx', 'fr'],
  ] as const) {
    for (const page of ['j/GRVKMT', 's/abc']) {
      const answer = await fetch(`${url}/${page}`, { headers: { 'Accept-Language': wish } })
      const html = await answer.text()
      expect(answer.headers.get('link')?.startsWith('</api/workshops/GRVKMT/door>')).toBe(
        page === 'j/GRVKMT' || undefined,
      )
      expect(html).toContain(`<html lang="${language}">`)
      const parts = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, part]) => part!)
      expect(parts.filter((part) => part.endsWith(`/phone.${language}.json`))).toHaveLength(1)
      expect(parts.filter((part) => /\/(Join|Phone)-[\w-]+\.js$/.test(part)).length).toBeGreaterThan(0)
      for (const part of parts) expect((await fetch(url + part)).status, part).toBe(200)
    }
  }
})

test('a phone speaks the language of its browser, and is asked for no other', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, EVENING)
  const { phone } = readLanguages('shared/languages')['de']!.faces
  const { page } = await newPerson(browser, url, { ...PHONE, locale: 'de-AT' })
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto(made.links.join)
  await page.getByRole('button', { name: phone!['join.go']! }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('de')
  expect(asked.filter((one) => /\/texts-.*\.(?!de\.)\w+\.json$/.test(one))).toEqual([])
  await page.getByRole('combobox').selectOption({ label: 'English' })
  await page.getByRole('button', { name: 'Join the workshop' }).waitFor()
})

test('the door is seen before any script is there, and gives way to the real one', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url)
  const { page } = await newPerson(browser, url, PHONE)
  const held = Promise.withResolvers<void>()
  await page.route(/\.js$/, async (route) => {
    await held.promise
    await route.continue()
  })
  void page.goto(made.links.join, { waitUntil: 'commit' })
  const title = page.getByRole('heading', { name: 'Rejoindre l’atelier' })
  await title.waitFor()
  expect(await page.getByRole('status').innerText()).toBe('Recherche…')
  held.resolve()
  await page.getByRole('button', { name: 'Rejoindre l’atelier' }).waitFor()
  expect(await title.count()).toBe(0)
})
