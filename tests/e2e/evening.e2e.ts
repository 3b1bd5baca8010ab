// A whole evening from a template, with everybody a real room has: a remote control, a helper who enters for somebody, a phone
// that two people share, somebody who uses the keyboard alone, a screen for all and one at a table.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { http, until, type Made } from '../support/people.ts'
import { axe } from './axe.ts'
import { dropNote, joinByCode, newPerson, openLanHouse, PHONE, type Watched } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** Moves the focus by the Tab key alone until it is on something of that name; more than a screen full of stops is a fault. */
async function reach(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 40; stop++) {
    const focus = page.locator(':focus')
    // Its own name: what holds the whole page holds every name.
    const [focused = ''] = (await focus.count()) > 0 ? (await focus.ariaSnapshot()).split('\n') : []
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keyboard to ${name}`)
}

async function byKey(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await reach(page, name)
  await page.keyboard.press(key)
}

/** Waits for the writing screen, then writes and drops a note by keyboard alone. */
async function writeByKey(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Votre note' }).waitFor()
  await reach(page, /Votre note/)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: text }).getByText('déposée').waitFor()
}

async function turnTo(device: Page, person: string): Promise<void> {
  await device.getByRole('button', { name: 'Changer' }).click()
  await device.getByRole('dialog').getByRole('button', { name: person, exact: true }).click()
  await device.getByText(new RegExp(`^(Au tour de|Vous saisissez pour) ${person}$`)).waitFor()
}

async function addPerson(device: Page, name: string): Promise<void> {
  await device.getByLabel('Prénom (facultatif)').fill(name)
  await device.getByRole('button', { name: 'Ajouter une personne' }).click()
  await device.getByText(new RegExp(`(Au tour de|Vous saisissez pour) ${name}$`)).waitFor()
}

const saved = (page: Page) => page.getByText('enregistré', { exact: true }).waitFor()

test('an evening from a template, for everybody in the room', async () => {
  const url = await openLanHouse()
  const created = await http(url, 'POST', '/api/workshops', {
    body: { title: 'Notre soirée', template: 'debate-evening', language: 'fr' },
  })
  const made = created.json as unknown as Made
  const { code, id } = made.workshop
  const big = { viewport: { width: 1920, height: 1080 } }
  const [hall, table, remote, omar, shared, ines, helper] = (await Promise.all([
    newPerson(browser, url, big),
    newPerson(browser, url, big),
    newPerson(browser, url, PHONE),
    ...Array.from({ length: 2 }, () => newPerson(browser, url, PHONE)),
    newPerson(browser, url, { viewport: { width: 1280, height: 800 } }),
    newPerson(browser, url, { viewport: { width: 1024, height: 768 } }),
  ])) as [Watched, Watched, Watched, Watched, Watched, Watched, Watched]
  const wallLink = new URL(made.links.wall)
  await hall.page.goto(url + wallLink.pathname + wallLink.hash)
  // As in any room without certificates.
  expect(await hall.page.evaluate('isSecureContext')).toBe(url.includes('127.0.0.1'))
  await table.page.goto(`${url}${wallLink.pathname}/1${wallLink.hash}`)
  await remote.page.goto(url + new URL(made.links.desk).pathname + new URL(made.links.desk).hash)
  const press = (name: RegExp) => remote.page.getByRole('button', { name }).first().click()
  const where = async () => (await remote.page.locator('main .step, main h1').allInnerTexts()).join()
  /** One press, and the step it leads to: a press while another is under way would be lost. */
  async function next(): Promise<void> {
    const before = await where()
    await press(/^(Étape suivante|Commencer)/)
    await until(async () => (await where()) !== before)
  }

  // arriving: one's own phone, a phone for two, the keyboard alone, a helper for somebody
  await joinByCode(omar, url, code, 'Omar')
  await joinByCode(shared, url, code, 'Léa')
  await shared.page.getByRole('button', { name: 'Nous sommes plusieurs sur ce téléphone' }).click()
  await addPerson(shared.page, 'Zoé')
  await ines.page.goto(`${url}/j/${code}`)
  await ines.page.getByLabel('Votre prénom').waitFor()
  await reach(ines.page, /Votre prénom/)
  await ines.page.keyboard.type('Inès')
  await ines.page.keyboard.press('Enter')
  await ines.page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
  await helper.page.goto(`${url}/s/${id}#${made.tokens.scribe}`)
  await helper.page.getByRole('button', { name: 'Changer' }).click()
  await addPerson(helper.page, 'Paul')

  /** Everybody answers the open poll, each in their own way. */
  async function everybodyVotes(
    give: (page: Page) => Promise<void>,
    byKeyboard: () => Promise<void>,
    taking: readonly string[] = ['Léa', 'Zoé'],
  ) {
    await give(omar.page)
    await saved(omar.page)
    await byKeyboard()
    await saved(ines.page)
    for (const person of taking) {
      await turnTo(shared.page, person)
      await give(shared.page)
      await saved(shared.page)
    }
    await give(helper.page)
    await saved(helper.page)
    await press(/Clore le vote/)
    await press(/Publier/)
  }
  const choose = (label: RegExp) => (page: Page) =>
    page.getByRole('radio', { name: label }).check({ force: true })

  // the weather
  await next()
  await everybodyVotes(choose(/Soleil/), async () => {
    await ines.page.getByRole('radio', { name: /Soleil/ }).waitFor()
    await byKey(ines.page, /Soleil/, ' ')
  })
  await hall.page.getByRole('img', { name: /Soleil, Personnes 5\./ }).waitFor()
  for (const { page } of [hall, remote]) await axe(page)

  // alone, in pairs with a screen at the first table, all, then arranging from a phone
  await next()
  await next()
  await dropNote(omar, 'Une cantine partagée')
  await writeByKey(ines.page, 'Un jardin derrière la gare')
  for (const [person, text] of [
    ['Léa', 'Un four à pain'],
    ['Zoé', 'Un atelier vélo'],
  ] as const) {
    await turnTo(shared.page, person)
    await dropNote(shared, text)
  }
  await dropNote(helper, 'Un banc par rue')
  for (const text of ['Une cantine partagée', 'Un banc par rue'])
    expect(await hall.page.getByText(text).count()).toBe(0)
  await next()
  await hall.page.getByText('Un four à pain').or(hall.page.getByText('Zoé')).first().waitFor()
  await table.page.getByText('Binôme 1').first().waitFor()
  const pages = [omar, ines, helper].map(({ page }) => page)
  await Promise.all(
    pages.map((page) =>
      page
        .getByText(/^Binôme \d$/)
        .first()
        .waitFor(),
    ),
  )
  await axe(table.page)
  const first = await firstOf(pages, 'Binôme 1')
  const pair = first ?? shared.page
  await pair.getByRole('textbox', { name: 'Votre note' }).fill('Une cantine avec un four')
  await pair.getByRole('button', { name: 'Déposer' }).click()
  if (first) await table.page.getByText('Une cantine avec un four').waitFor()
  await pair.getByRole('button', { name: 'Reprendre' }).first().click()
  await pair.getByText('Reprise sur la feuille commune').waitFor()
  for (let step = 0; step < 3; step++) await next()
  await omar.page.getByRole('button', { name: 'Aider à regrouper' }).click()
  await omar.page.getByRole('button', { name: 'J’aime' }).last().click()
  await hall.page
    .getByText(/J’aime.: 1/)
    .first()
    .waitFor({ state: 'attached' })
  await axe(omar.page)
  for (const idea of ['Un banc par rue', 'Une cantine avec un four']) {
    const moved = omar.page.getByRole('listitem').filter({ hasText: idea }).last()
    await moved.getByRole('button', { name: /Déplacer/ }).click()
    await omar.page.getByRole('dialog').getByRole('button', { name: /Tous/ }).click()
    await omar.page.getByText('Note déplacée').last().waitFor()
  }

  // dots
  await next()
  await next()
  const dot = 'Une cantine avec un four'
  await everybodyVotes(
    (page) => page.getByRole('button', { name: `Poser une gommette sur « ${dot} »` }).click(),
    async () => {
      await ines.page.getByRole('button', { name: `Poser une gommette sur « ${dot} »` }).waitFor()
      await byKey(ines.page, /Poser une gommette sur .*avec un four/)
    },
    ['Léa'],
  )
  await hall.page.getByRole('img', { name: new RegExp(`${dot}, \\S+ 4, \\S+ 4\\.`) }).waitFor()
  await axe(ines.page)

  // questions, written by keyboard and supported, then the floor for a hand that went up
  await next()
  await next()
  await ines.page.getByRole('button', { name: 'Poser une question' }).waitFor()
  await byKey(ines.page, /Poser une question/)
  await writeByKey(ines.page, 'Qui a la clé ?')
  await ines.page.keyboard.press('Escape')
  await omar.page.getByRole('button', { name: /Qui a la clé/ }).click()
  await hall.page.getByText('Qui a la clé ?').waitFor()
  await next()
  await next()
  await omar.page.getByRole('button', { name: /parole/ }).click()
  const desk = await remote.context.newPage()
  await desk.setViewportSize({ width: 1440, height: 900 })
  await desk.goto(`${url}/desk/${id}`)
  await desk.getByRole('button', { name: /Omar/ }).first().click()
  await hall.page.getByRole('heading', { name: 'Omar' }).waitFor()
  await axe(desk)
  await desk.close()

  // consent, then a last figure
  for (let step = 0; step < 3; step++) await next()
  await press(/Ouvrir le vote/)
  await everybodyVotes(
    choose(/^Je consens$/),
    async () => {
      await ines.page.getByRole('radio', { name: 'Je consens', exact: true }).waitFor()
      await byKey(ines.page, /Je consens/, ' ')
    },
    ['Léa', 'Zoé'],
  )
  await hall.page.getByText('La proposition est adoptée').first().waitFor()
  await axe(helper.page)
  for (let step = 0; step < 3; step++) await next()
  await everybodyVotes(choose(/^5/), async () => {
    await ines.page.getByRole('radio').first().waitFor()
    await byKey(ines.page, /radio/, 'ArrowDown')
  })
  await hall.page.getByRole('img', { name: /\D4\D/ }).waitFor()

  const { json } = await http(url, 'GET', `/api/workshops/${id}/report.json`, { token: made.tokens.desk })
  const { activities } = json as unknown as {
    activities: {
      kind: string
      notes: { text: string; source?: string; under?: string }[]
      participation?: object
      result?: object
    }[]
  }
  const of = (kind: string) => activities.find((one) => one.kind === kind)!
  for (const kind of ['check-in', 'roti'])
    expect([kind, of(kind).participation]).toMatchObject([
      kind,
      { voted: 5, sources: { phone: 2, table: 2, scribe: 1 } },
    ])
  const source = (text: string) => of('one-two-four-all').notes.find((note) => note.text === text)?.source
  expect(['Un four à pain', 'Un banc par rue', 'Une cantine partagée'].map(source)).toEqual([
    'table',
    'scribe',
    undefined,
  ])
  const arranged = of('one-two-four-all').notes.filter(({ text }) => text === 'Un banc par rue')
  expect(arranged.map(({ under }) => under)).toContain('all')
  expect(of('consent').result).toMatchObject({ outcome: 'adopted', consent: 5 })
  expect(of('dot-vote').participation).toMatchObject({ voted: 4 })
  for (const { faults } of [hall, table, remote, omar, shared, ines, helper]) expect(faults).toEqual([])
})

/** The page that says this, if one does. */
async function firstOf(pages: Page[], text: string): Promise<Page | undefined> {
  for (const page of pages) if ((await page.getByText(text, { exact: true }).count()) > 0) return page
  return undefined
}
