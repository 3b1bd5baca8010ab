// Every language on the main screens, where they are smallest: nothing is cut, nothing stands out, no word stays in French.
// With CI_LONG=1 every exercise too, on its three faces.
import fc from 'fast-check'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ACTIVITIES } from '../../shared/activities/index.ts'
import { LANGUAGES } from '../../shared/languages.ts'
import type { Programme } from '../../shared/programme.ts'
import type { Paper } from '../../shared/voting.ts'
import { launch } from '../support/browser.ts'
import { choicesFor } from '../support/ballots.ts'
import { formOf } from '../support/forms.ts'
import { Device, http, joinPhone, openDoc, until, type Made, type Phone } from '../support/people.ts'
import { cutTexts } from './cut.ts'
import { newPerson, openRealHouse, type Watched } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const SMALL = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1280, height: 720 } }
const WALL = { viewport: { width: 1920, height: 1080 } }
/** Short enough to fit everywhere: it is the house's own words that are looked at. */
const OPTIONS = ['A', 'B', 'C'].map((label) => ({ id: label.toLowerCase(), label }))

async function make(url: string, language: string, programme: Programme): Promise<Made> {
  const body = { title: 'Z', language, programme }
  const { status, json } = await http(url, 'POST', '/api/workshops', { body })
  expect(status).toBe(201)
  return json as unknown as Made
}

async function look(found: string[], what: string, { page, faults }: Watched): Promise<void> {
  for (const fault of [...(await cutTexts(page)), ...faults]) found.push(`${what}: ${fault}`)
}

const MAIN: Programme = {
  v: 1,
  title: 'Z',
  activities: [
    { id: 'a1', kind: 'brainstorm', title: 'N', settings: {} },
    { id: 'a2', kind: 'majority-judgment', title: 'V', settings: { options: OPTIONS } },
  ],
}

test.each(LANGUAGES)('%s: home, door, phone, desk and plan have room for its words', async (language) => {
  const url = await openRealHouse()
  const made = await make(url, language, MAIN)
  const found: string[] = []
  const [phone, desk] = await Promise.all([
    newPerson(browser, url, { ...SMALL, locale: language }),
    newPerson(browser, url, { ...DESK, locale: language }),
  ])
  const driver = await new Device(url, made.tokens.desk).ready()
  const inPhone = async () => {
    await phone.page.goto(url)
    await phone.page.locator('form').first().waitFor()
    await look(found, 'home', phone)
    await phone.page.goto(made.links.join)
    await phone.page.locator('form .btn.primary').click()
    await phone.page.waitForURL(/\/s\//)
    await driver.do({ kind: 'open', activity: 'a1' })
    await phone.page.getByRole('textbox').first().waitFor()
    await look(found, 'phone, writing', phone)
    await driver.do({ kind: 'open', activity: 'a2' })
    await driver.do({ kind: 'pollOpen' })
    await phone.page.getByRole('radio').first().waitFor()
    await look(found, 'phone, voting', phone)
  }
  const atDesk = async () => {
    await desk.page.goto(made.links.desk)
    await desk.page.locator('main, [role=main]').first().waitFor()
    await until(() => driver.session?.poll?.state === 'open', 20_000)
    await desk.page.locator('.btn.primary').first().waitFor()
    await look(found, 'desk', desk)
    await desk.page.goto(`${url}/plan/${made.workshop.id}#${made.tokens.desk}`)
    await desk.page.getByRole('searchbox').waitFor()
    await look(found, 'plan', desk)
  }
  await Promise.all([inPhone(), atDesk()])
  expect(await phone.page.evaluate('document.documentElement.lang')).toBe(language)
  expect(found).toEqual([])
})

interface Played {
  language: string
  made: Made
  driver: Device
  voters: Phone[]
}

interface Room extends Played {
  faces: Record<'desk' | 'wall' | 'phone', Watched>
}

const EVERY: Programme = {
  v: 1,
  title: 'Z',
  activities: ACTIVITIES.map(({ kind, settings, poll }, i) => {
    const takes = poll && settings.safeParse({ options: OPTIONS }).success
    return { id: `a${i}`, kind, title: 'X', question: 'Y', settings: takes ? { options: OPTIONS } : {} }
  }),
}

async function openRoom(url: string, language: string): Promise<Room> {
  const made = await make(url, language, EVERY)
  const driver = await new Device(url, made.tokens.desk).ready()
  const own = { locale: language, colorScheme: 'dark' as const }
  const [desk, wall, phone] = await Promise.all(
    [DESK, WALL, SMALL].map((size) => newPerson(browser, url, { ...size, ...own })),
  )
  await Promise.all([
    desk!.page.goto(made.links.desk),
    wall!.page.goto(made.links.wall),
    phone!.page.goto(made.links.join),
  ])
  await phone!.page.locator('form .btn.primary').click()
  await phone!.page.waitForURL(/\/s\//)
  const voters = await Promise.all(Array.from({ length: 5 }, () => joinPhone(url, made)))
  return { language, made, driver, voters, faces: { desk: desk!, wall: wall!, phone: phone! } }
}

/** Everybody writes one note, where this step lets them. */
async function write(url: string, { made, voters }: Played, id: string): Promise<void> {
  for (const [n, voter] of voters.entries()) {
    await until(() => voter.session?.now?.activity === id)
    const writer = voter.session!.now!.writer
    if (voter.session!.may.pad === 'none' || !writer) continue
    const sheet = openDoc(url, made, voter.token, `pad.${id}.${writer}`)
    await until(() => sheet.provider.synced)
    sheet.write(`${id}${n}${voter.session!.now!.step}`, 'Abc')
    await until(() => sheet.notes().length > 0)
    sheet.provider.destroy()
  }
}

async function vote({ driver, voters }: Pick<Played, 'driver' | 'voters'>): Promise<void> {
  const poll = driver.session!.poll!.id
  await until(() => voters.every((voter) => voter.session?.poll?.id === poll))
  const { type, paper } = voters[0]!.session!.poll!
  const choices = fc.sample(choicesFor(type, paper as Paper), { numRuns: voters.length, seed: 7 })
  await Promise.all(voters.map((voter, i) => voter.vote(choices[i])))
}

/** One step on all faces; then the result of its vote, if it has one. */
async function lookAtStep(url: string, room: Room, id: string, found: Set<string>): Promise<void> {
  const { driver, faces, language } = room
  const all = async (when: string) => {
    // Nothing says when a picture has come to rest.
    await faces.phone.page.waitForTimeout(500)
    for (const [face, watched] of Object.entries(faces)) {
      const lines: string[] = []
      await look(lines, `${language} ${face}`, watched)
      for (const line of lines) {
        if (!found.has(line)) console.log(`${when} ${line}`)
        found.add(line)
      }
    }
  }
  await write(url, room, id)
  const { kind, step } = driver.session!.now!
  await all(`${kind} ${step}`)
  if (driver.session?.poll?.state !== 'open') return
  await vote(room)
  await driver.do({ kind: 'pollClose' })
  await driver.do({ kind: 'publish' })
  await all(`${kind} ${step} result`)
}

const SIZES = [320, 390, 1280, 1440]
const KEY = 'the-key-of-the-operator'

/** Where each page is, for a workshop that has been played to its end and a tour of one stop. */
async function addresses(url: string, made: Made, desk: Device): Promise<Record<string, string>> {
  const { id } = made.workshop
  const token = made.tokens.desk
  const share = await http(url, 'POST', `/api/workshops/${id}/shares`, { token, body: {} })
  const body = { title: 'Z', language: made.workshop.language, programme: MAIN }
  const tour = (await http(url, 'POST', '/api/tours', { body })).json as unknown as {
    tour: { id: string }
    token: string
    links: { tour: string; public: string }
  }
  await http(url, 'POST', `/api/tours/${tour.tour.id}/stops`, { token: tour.token, body: { town: 'Y' } })
  return {
    home: url,
    created: `${url}/created`,
    desk: made.links.desk,
    plan: `${url}/plan/${id}`,
    outline: desk.session!.links!.outline!,
    report: `${url}/report/${id}`,
    replay: `${url}/replay/${id}`,
    shared: (share.json as unknown as { link: string }).link,
    'new tour': `${url}/tour/new`,
    tour: tour.links.tour,
    'public tour': tour.links.public,
    admin: `${url}/admin`,
  }
}

/** A workshop with a vote counted, not ended: its desk is the one that works. */
async function playedThrough(url: string, language: string): Promise<{ made: Made; desk: Device }> {
  const made = await make(url, language, MAIN)
  const desk = await new Device(url, made.tokens.desk).ready()
  const voters = await Promise.all(Array.from({ length: 3 }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'a1' })
  await write(url, { language, made, driver: desk, voters }, 'a1')
  await desk.do({ kind: 'reveal' })
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await vote({ driver: desk, voters })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  return { made, desk }
}

async function lookAtPages(url: string, language: string, width: number, found: string[]): Promise<void> {
  const { made, desk } = await playedThrough(url, language)
  const dark = width === 390 || width === 1440
  const person = await newPerson(browser, url, {
    viewport: { width, height: width < 500 ? 800 : 720 },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
  })
  const { page } = person
  const created = { ...made, activities: 2, minutes: 30 }
  await page.goto(url)
  await page.evaluate(`sessionStorage.setItem('tablee/created', ${JSON.stringify(JSON.stringify(created))})`)
  for (const [name, address] of Object.entries(await addresses(url, made, desk))) {
    await page.goto(address, { waitUntil: 'networkidle' })
    if (name === 'admin') {
      await page.locator('input').first().fill(KEY)
      await page.locator('button.primary, .btn.primary').first().click()
      await page.getByRole('rowheader').first().waitFor()
    }
    // Nothing says when a page has come to rest.
    await page.waitForTimeout(400)
    await look(found, `${language} ${width} ${name}`, person)
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/${language}-${width}-${name}.png` })
  }
}

const SPOKEN = (process.env['SPOKEN'] ?? LANGUAGES.join()).split(',')

test.skipIf(formOf() === 'short')(
  'every exercise has room for the words of every language',
  { timeout: 3_600_000, retry: 0 },
  async () => {
    const url = await openRealHouse()
    const rooms: Room[] = []
    for (const language of SPOKEN) rooms.push(await openRoom(url, language))
    const found = new Set<string>()
    const through = async (room: Room, id: string) => {
      await room.driver.do({ kind: 'open', activity: id })
      for (let more = true; more;) {
        await lookAtStep(url, room, id, found)
        more = (await room.driver.command({ kind: 'step' })).ok
      }
    }
    for (const { id } of EVERY.activities) await Promise.all(rooms.map((room) => through(room, id)))
    expect([...found]).toEqual([])
  },
)

test.skipIf(formOf() === 'short').each(SPOKEN)(
  '%s: every page has room for its words, on phones and at the desk, by day and in the dark',
  { timeout: 600_000, retry: 0 },
  async (language) => {
    const url = await openRealHouse({ ADMIN_KEY: KEY })
    const found: string[] = []
    for (const width of SIZES) await lookAtPages(url, language, width, found)
    expect(found).toEqual([])
  },
)
