// What a phone keeps, and for how long: nothing typed is lost with the tab, and nothing stays once it is stored, over or unwanted.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { Device, http, makeWorkshop, until, type Made } from '../support/people.ts'
import { joinByCode, newPerson, openLine, openRealHouse, PHONE, type Line, type Watched } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const OPTIONS = ['Ouvrir le samedi', 'Ouvrir le dimanche'].map((label, i) => ({ id: `o${i}`, label }))
const PROGRAMME = {
  v: 1 as const,
  title: 'La ville en partage',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Remue-méninges', settings: {} },
    { id: 'a2', kind: 'single-choice', title: 'Vote', settings: { options: OPTIONS } },
  ],
}

interface Room {
  url: string
  line: Line
  made: Made
  desk: Device
  phone: Watched
}

async function openRoom(): Promise<Room> {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await new Device(url, made.tokens.desk).ready()
  const line = await openLine(url)
  const phone = await newPerson(browser, line.url, PHONE)
  await joinByCode(phone, line.url, made.workshop.code, 'Zoé')
  return { url, line, made, desk, phone }
}

/** Everything that this browser holds of our pages, as text: on the device, and in the tab. */
const stored = (page: Page, where: 'localStorage' | 'sessionStorage') =>
  page.evaluate(`JSON.stringify({ ...${where} })`) as Promise<string>

/** The tab is gone without a word and offline; another one opens the same address once the line is there again. */
async function killTab(context: BrowserContext, page: Page, line: Line): Promise<Page> {
  const again = await context.newPage()
  const address = page.url()
  await page.close({ runBeforeUnload: false })
  line.mend()
  await again.goto(address)
  return again
}

async function drop(page: Page, texts: string[], state: string): Promise<void> {
  for (const text of texts) {
    await page.getByRole('textbox', { name: 'Votre note' }).fill(text)
    await page.getByRole('button', { name: 'Déposer' }).click()
    await page.getByRole('listitem').filter({ hasText: text }).getByText(state).waitFor()
  }
}

test('notes, a half-written one and a ballot outlive a tab that is killed offline; what is stored leaves the phone', async () => {
  const { line, made, desk, phone } = await openRoom()
  const texts = Array.from({ length: 5 }, (_, i) => `Écrite dans le tunnel ${i + 1}`)
  await desk.do({ kind: 'open', activity: 'a1' })
  await phone.page.getByRole('button', { name: 'Déposer' }).waitFor()
  line.cut()
  await phone.page.getByText('Hors ligne').waitFor()
  await drop(phone.page, texts, 'gardée sur ce téléphone')
  await phone.page.getByRole('textbox', { name: 'Votre note' }).fill('À moitié écri')
  let page = await killTab(phone.context, phone.page, line)
  for (const text of texts)
    await page.getByRole('listitem').filter({ hasText: text }).getByText('déposée').waitFor()
  expect(await page.getByRole('textbox', { name: 'Votre note' }).inputValue()).toBe('À moitié écri')
  await until(async () => !(await stored(page, 'localStorage')).includes(`${made.workshop.code}/doc/`))

  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  const choice = page.getByRole('radio', { name: OPTIONS[1]!.label })
  await choice.waitFor()
  line.cut()
  await page.getByText('Hors ligne').waitFor()
  await choice.check({ force: true })
  await page.getByText('gardé, envoyé plus tard').waitFor()
  page = await killTab(phone.context, page, line)
  await until(() => desk.counts?.voted === 1)
  await page.getByText('enregistré', { exact: true }).waitFor()
  expect(await stored(page, 'localStorage')).not.toContain('o1')
  expect(phone.faults).toEqual([])
})

test('who wants out is taken out, and the phone is emptied; at the end it is emptied by itself', async () => {
  const { url, line, made, desk, phone } = await openRoom()
  const other = await newPerson(browser, url, PHONE)
  await joinByCode(other, url, made.workshop.code, 'Omar')
  await desk.do({ kind: 'open', activity: 'a1' })
  await drop(phone.page, ['À oublier'], 'déposée')
  await drop(other.page, ['À garder'], 'déposée')
  const { token } = JSON.parse(
    String(await phone.page.evaluate('Object.entries(localStorage).find(([key]) => /seat/.test(key))[1]')),
  ) as { token: string }

  await phone.page.getByRole('button', { name: 'Mes données' }).click()
  await phone.page.getByText('Zoé', { exact: true }).waitFor()
  line.cut()
  await phone.page.getByRole('button', { name: 'Me retirer de l’atelier' }).click()
  const really = phone.page.getByRole('dialog').getByRole('button', { name: 'Me retirer de l’atelier' })
  await really.click()
  await phone.page.getByText('rien n’a été effacé').waitFor()
  line.mend()
  await really.click()
  await phone.page.getByRole('heading', { name: 'C’est fait' }).waitFor()
  await until(async () => (await stored(phone.page, 'localStorage')) === '{}')
  expect(await stored(phone.page, 'sessionStorage')).toBe('{}')
  expect((await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, { token })).status).toBe(401)
  await until(() => desk.desk?.people.some(({ name }) => name === 'Zoé') === false)

  await desk.do({ kind: 'end' })
  await other.page.getByRole('heading', { name: 'Merci' }).waitFor()
  await until(async () => (await stored(other.page, 'localStorage')) === '{}')
  await other.page.reload()
  await other.page.getByText('À garder').waitFor()
  const later = await other.context.newPage()
  await later.goto(other.page.url())
  await later.waitForURL(`${url}/`)
  expect(await stored(later, 'sessionStorage')).toBe('{}')
  expect([...phone.faults, ...other.faults]).toEqual([])
})
