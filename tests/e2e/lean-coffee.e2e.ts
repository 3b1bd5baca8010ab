// Lean coffee in real browsers: topics proposed and supported on a phone, three at most; the room's thumbs on phone, screen and desk;
// four minutes more, then two, then the next topic; and what the report keeps of it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { http, joinPhone, makeWorkshop } from '../support/people.ts'
import { axe } from './axe.ts'
import { joinByCode, newPerson, openRealHouse, PHONE } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const TOPICS = ['Le loyer', 'Les clés', 'Le jardin', 'Le bruit']
const PROGRAMME = {
  v: 1 as const,
  title: 'Café',
  activities: [{ id: 'a1', kind: 'lean-coffee', title: 'De quoi parlons-nous ?', settings: {} }],
}

test('the room makes its agenda, and says when it has talked enough', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url, PROGRAMME)
  const [desk, wall, phone] = await Promise.all([
    newPerson(browser, url, { viewport: { width: 1280, height: 800 } }),
    newPerson(browser, url, { viewport: { width: 1920, height: 1080 } }),
    newPerson(browser, url, PHONE),
  ])
  await Promise.all([desk.page.goto(made.links.desk), wall.page.goto(made.links.wall)])
  await joinByCode(phone, url, made.workshop.code, 'Awa')
  const others = await Promise.all([joinPhone(url, made), joinPhone(url, made)])
  const press = (name: RegExp | string) => desk.page.getByRole('button', { name }).first().click()
  await press(/^Commencer/)

  await phone.page.getByRole('button', { name: 'Proposer un sujet' }).click()
  for (const topic of TOPICS) {
    await phone.page.getByRole('textbox', { name: 'Votre note' }).fill(topic)
    await phone.page.getByRole('button', { name: 'Déposer' }).click()
    await phone.page.getByRole('listitem').filter({ hasText: topic }).getByText('déposée').waitFor()
  }
  await phone.page.keyboard.press('Escape')
  const support = (topic: string) =>
    phone.page.getByRole('button', { name: new RegExp(`Soutenir : ${topic}`) })
  for (const [given, topic] of TOPICS.slice(0, 3).entries()) {
    await support(topic).click()
    await phone.page
      .getByText(
        ['Il vous reste 2 soutiens', 'Il vous reste 1 soutien', 'Tous vos soutiens sont donnés'][given]!,
      )
      .waitFor()
  }
  expect(await support('Le bruit').isDisabled()).toBe(true)
  await support('Les clés').click()
  await support('Le jardin').click()

  await press(/^Étape suivante/)
  await press('Montrer à l’écran : Le loyer')
  await wall.page.getByRole('heading', { name: 'Le loyer' }).waitFor()
  await press('Continuer ? Demander à la salle')
  await phone.page.getByRole('button', { name: 'Continuer' }).click()
  for (const [i, as] of (['up', 'down'] as const).entries()) await others[i]!.do({ kind: 'thumb', as })
  await desk.page.getByText('3 réponses').waitFor()
  const counted = wall.page.getByRole('region', { name: 'On continue ce sujet ?' })
  for (const line of ['2 Continuer', '0 Comme vous voulez', '1 Passer au suivant'])
    await counted.getByText(new RegExp(line.replace(' ', '\\s*'))).waitFor()
  expect(await phone.page.getByRole('button', { name: 'Continuer', pressed: true }).count()).toBe(1)
  for (const { page } of [desk, wall, phone]) await axe(page)

  await press(/Continuer.*\+ 4 min/)
  await wall.page.getByText(/^1[12]:\d\d$/).waitFor()
  await phone.page.getByRole('heading', { name: 'On continue ce sujet ?' }).waitFor({ state: 'detached' })
  await press('Continuer ? Demander à la salle')
  await others[0]!.do({ kind: 'thumb', as: 'down' })
  await desk.page.getByRole('button', { name: /Continuer.*\+ 2 min/ }).waitFor()
  await press('Sujet suivant')
  await wall.page.getByRole('heading', { name: /^(Les clés|Le jardin|Le bruit)$/ }).waitFor()
  await wall.page.getByText('1 discuté').waitFor()

  const { text } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/report.md`, {
    token: made.tokens.desk,
  })
  expect(text).toMatch(/\| Le loyer \| 1 \| Discutés \|/)
  expect(text).toMatch(/\| Le loyer \| 1 \| 2 \| 0 \| 1 \|/)
  expect(text).toMatch(/\| Le loyer \| 2 \| 0 \| 0 \| 1 \|/)
  for (const { faults } of [desk, wall, phone]) expect(faults).toEqual([])
})
