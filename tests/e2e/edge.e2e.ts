// Phones as pockets and venues treat them: a frozen page, the way back, two tabs, a wrong clock, no WebSocket, an old page.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { openFaultProxy } from '../support/fault-proxy.ts'
import { Device, http, makeWorkshop, until, type Made } from '../support/people.ts'
import { seeded } from '../support/random.ts'
import { dropNote, joinByCode, newPerson, openLine, openRealHouse, PHONE, type Watched } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const options = ['Ouvrir le samedi', 'Ouvrir le dimanche'].map((label, i) => ({ id: `o${i}`, label }))
const PROGRAMME = {
  v: 1 as const,
  title: 'La ville en partage',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'Remue-méninges', minutes: 8, settings: {} },
    { id: 'a2', kind: 'single-choice', title: 'Vote', settings: { options } },
  ],
}

async function openRoom(): Promise<{ url: string; made: Made; desk: Device }> {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const desk = await new Device(url, made.tokens.desk).ready()
  return { url, made, desk }
}

/** A desk or a wall, opened by its link. */
async function openScreen(url: string, made: Made, face: 'desk' | 'wall'): Promise<Watched> {
  const screen = await newPerson(browser, url, { viewport: { width: 1280, height: 720 } })
  await screen.page.goto(`${url}/${face}/${made.workshop.id}#${made.tokens[face]}`)
  return screen
}

/** Run in the page before anything else: a device that believes it is tomorrow. */
const TOMORROW = `globalThis.Date = class extends Date {
  constructor(...given) { given.length > 0 ? super(...given) : super(Date.now()) }
  static now() { return super.now() + 86_400_000 }
}`

const secondsLeft = async (page: Page) => {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec(await page.getByRole('timer').first().innerText())!
  return Number(minutes) * 60 + Number(seconds)
}
const own = (page: Page, text: string, state: string) =>
  page.getByRole('listitem').filter({ hasText: text }).getByText(state).waitFor()

test('a phone a day ahead is frozen, sent away and brought back, and opened twice: the time is right, nothing is lost', async () => {
  const { url, made, desk } = await openRoom()
  const line = await openLine(url)
  const phone = await newPerson(browser, line.url, PHONE)
  await phone.context.addInitScript(TOMORROW)
  await joinByCode(phone, line.url, made.workshop.code)
  const { page } = phone
  const system = await phone.context.newCDPSession(page)

  // asleep while the line dies without a word and the room goes on
  await system.send('Page.setWebLifecycleState', { state: 'frozen' })
  line.cut()
  await desk.do({ kind: 'open', activity: 'a1' })
  line.mend()
  await system.send('Page.setWebLifecycleState', { state: 'active' })
  await page.getByRole('button', { name: 'Déposer' }).waitFor()
  const clock = desk.session!.clock as { endsAt: string }
  const left = await secondsLeft(page)
  const right = (Date.parse(clock.endsAt) - Date.now()) / 1000
  expect(Math.abs(left - right)).toBeLessThan(5)

  // to another page and back, with a note that has not left yet
  line.cut()
  await page.getByText('Hors ligne').waitFor()
  await dropNote(phone, 'Écrite avant de partir', 'gardée sur ce téléphone')
  await page.goto('about:blank')
  line.mend()
  await page.goBack()
  await own(page, 'Écrite avant de partir', 'déposée')

  // the same phone in two tabs, each writing offline
  const twin = await phone.context.newPage()
  await twin.goto(page.url())
  await own(twin, 'Écrite avant de partir', 'déposée')
  line.cut()
  for (const tab of [page, twin]) {
    await tab.getByText('Hors ligne').waitFor()
    await dropNote({ ...phone, page: tab }, tab === page ? 'Onglet un' : 'Onglet deux', 'gardée')
  }
  line.mend()
  for (const tab of [page, twin])
    for (const text of ['Onglet un', 'Onglet deux']) await own(tab, text, 'déposée')
  await until(() => desk.counts?.notes === 3)
  expect(phone.faults).toEqual([])
})

test('where the network refuses WebSockets a phone votes all the same; phone, desk and wall say why nothing else comes', async () => {
  const { url, made, desk } = await openRoom()
  const port = Number(new URL(url).port)
  const venue = await openFaultProxy(port, { random: seeded(1), part: 1, faults: ['refuseUpgrade'] })
  onTestFinished(() => venue.close())
  const phone = await newPerson(browser, venue.url, PHONE)
  await joinByCode(phone, venue.url, made.workshop.code)
  const screens = await Promise.all(
    (['desk', 'wall'] as const).map((face) => openScreen(venue.url, made, face)),
  )
  await desk.do({ kind: 'open', activity: 'a1' })
  await phone.page.getByRole('button', { name: 'Déposer' }).waitFor()
  await dropNote(phone, 'Retenue ici', 'gardée sur ce téléphone')
  await phone.page.getByText('Ce réseau semble bloquer les notes').waitFor()
  const said = screens.map(({ page }) => page.getByText('Ce réseau semble bloquer le tableau'))
  for (const word of said) await word.waitFor()
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await phone.page.getByRole('radio', { name: options[0]!.label }).check({ force: true })
  await phone.page.getByText('enregistré', { exact: true }).waitFor()
  await desk.do({ kind: 'open', activity: 'a1' })
  await own(phone.page, 'Retenue ici', 'gardée sur ce téléphone')
  venue.heal()
  await own(phone.page, 'Retenue ici', 'déposée')
  for (const word of said) await word.waitFor({ state: 'detached' })
  expect([phone, ...screens].flatMap(({ faults }) => faults)).toEqual([])
})

test('a wall whose link was replaced says so and what to do; with the new link it is back, and no text climbs over it', async () => {
  const { url, made, desk } = await openRoom()
  const wall = await openScreen(url, made, 'wall')
  await wall.page.getByText('Visez le code').waitFor()
  const path = `/api/workshops/${made.workshop.id}/links/wall`
  const { json } = await http(url, 'POST', path, { token: made.tokens.desk, body: {} })
  for (const reloads of [0, 1]) {
    if (reloads) await wall.page.reload()
    await wall.page.getByRole('heading', { name: 'Le lien de cet écran a été remplacé' }).waitFor()
    await wall.page.getByText('copiez le lien du mur').waitFor()
  }
  const { hash } = new URL((json as unknown as { link: string }).link)
  await wall.page.goto(`${url}/wall/${made.workshop.id}${hash}`)
  await wall.page.getByText('Visez le code').waitFor()

  const phone = await newPerson(browser, url, PHONE)
  await joinByCode(phone, url, made.workshop.code)
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'reveal' })
  const climbing = `Tour${'\u0336\u0322\u0301'.repeat(30)} de Babel`
  await phone.page.getByRole('textbox', { name: 'Votre note' }).fill(climbing)
  await phone.page.getByRole('button', { name: 'Déposer' }).click()
  await own(phone.page, 'de Babel', 'déposée')
  const text = wall.page.locator('.text', { hasText: 'de Babel' }).first()
  await text.waitFor()
  expect(await text.innerText()).not.toMatch(/\p{M}{9}/u)
  const clipped = `[...document.querySelectorAll('.text')]
    .filter((text) => text.textContent.includes('de Babel'))
    .map((text) => getComputedStyle(text).overflowY)`
  for (const way of (await wall.page.evaluate(clipped)) as string[]) expect(way).toMatch(/hidden|clip/)
  expect([...phone.faults, ...wall.faults]).toEqual([])
})

test('a page older than its server reloads itself once and says so; a part that a deploy took away does the same', async () => {
  const { url, made, desk } = await openRoom()
  const phone = await newPerson(browser, url, PHONE)
  await joinByCode(phone, url, made.workshop.code)
  const { page, context } = phone
  await page.waitForLoadState()
  let loads = 0
  page.on('load', () => loads++)

  // the deploy takes the old parts away: writing cannot be fetched until the page is new
  let old = true
  await context.route(/\/assets\/Pad-.*\.js/, (route) =>
    old ? route.fulfill({ status: 404 }) : route.continue(),
  )
  page.once('load', () => (old = false))
  await desk.do({ kind: 'open', activity: 'a1' })
  await page.getByText('elle s’est rechargée').waitFor()
  await dropNote(phone, 'Après le déploiement')
  expect(loads).toBe(1)

  // another tab speaks a version that the server no longer knows, until it is loaded again
  const stale = await context.newPage()
  let speaksOld = true
  await stale.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) =>
      server.send(speaksOld ? String(message).replace('"v":1', '"v":0') : message),
    )
  })
  let staleLoads = 0
  stale.on('load', () => {
    if (++staleLoads === 2) speaksOld = false
  })
  await stale.goto(page.url())
  await stale.getByText('elle s’est rechargée').waitFor()
  await own(stale, 'Après le déploiement', 'déposée')
  expect(staleLoads).toBe(2)
  expect(phone.faults).toEqual([])
  // What all browser tests end with does find a page that asks elsewhere.
  await page.evaluate(`fetch('http://elsewhere.invalid/').catch(() => 0)`)
  await until(() => phone.faults.length > 0)
})
