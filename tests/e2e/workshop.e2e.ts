// A whole evening in real browsers: desk, wall and five phones, one of them offline for a while, one reloaded, one without a name.
import { readFileSync } from 'node:fs'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { until } from '../support/people.ts'
import { axe } from './axe.ts'
import { dropNote, joinByCode, newPerson, openLine, openRealHouse, PHONE, type Watched } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const NOTES = {
  Nadia: ['Une bibliothèque d’outils par quartier', 'Un vélo cargo par rue'],
  Yann: ['Une caisse de solidarité entre indépendants'],
  unnamed: ['Qui tient les clés ?'],
  Omar: ['=1+1 <b>gras</b> ; "guillemets"'],
  Zoé: ['Écrite sans réseau'],
}

/** Home, template, title, private link: the desk as a facilitator comes to it. */
async function createDesk(url: string): Promise<{ desk: Watched; code: string }> {
  const desk = await newPerson(browser, url, { viewport: { width: 1440, height: 900 } })
  const { page } = desk
  await page.goto(url)
  await axe(page)
  await page.getByRole('radio', { name: /Étape de tour/ }).check({ force: true })
  await page.getByLabel('Titre de l’atelier').fill('La ville en partage')
  await page.getByRole('button', { name: 'Créer l’atelier' }).click()
  await page.getByRole('heading', { name: 'Votre atelier est prêt' }).waitFor()
  await axe(page)
  const link = await page.getByRole('textbox', { name: 'Votre lien d’animation' }).inputValue()
  expect(link).toMatch(/\/desk\/[A-Za-z0-9]+#[A-Za-z0-9_-]{22}$/)
  await page.getByLabel('J’ai gardé le lien').check({ force: true })
  await page.getByRole('button', { name: 'Ouvrir la régie' }).click()
  await page.getByRole('heading', { name: 'L’atelier n’a pas commencé' }).waitFor()
  expect(page.url()).not.toContain('#')
  const shown = await page
    .getByText(/^[B-Z2-9]{3} [B-Z2-9]{3}$/)
    .first()
    .innerText()
  return { desk, code: shown.replace(' ', '') }
}

async function openWall(desk: Page): Promise<Page> {
  const [wall] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.getByRole('button', { name: 'Ouvrir l’écran de salle' }).first().click(),
  ])
  await wall.setViewportSize({ width: 1920, height: 1080 })
  await wall.getByText('Visez le code avec votre téléphone').waitFor()
  return wall
}

/** Presses + on the proposal with that label, and waits until the phone says it is on disk. */
async function placeDot(phone: Page, label: string): Promise<void> {
  await phone.getByRole('button', { name: `Poser une gommette sur « ${label} »` }).click()
  await phone.getByText('enregistré', { exact: true }).waitFor()
}

async function download(report: Page, name: string): Promise<string> {
  const [file] = (await Promise.all([
    report.waitForEvent('download'),
    report.getByRole('button', { name }).click(),
  ])) as [Download, void]
  return readFileSync((await file.path())!, 'utf8')
}

test('an evening from end to end', async () => {
  const url = await openRealHouse()
  const { desk, code } = await createDesk(url)
  const wall = await openWall(desk.page)

  // joining: a name, no name, the code typed
  const names = ['Nadia', 'Yann', undefined, 'Omar', 'Zoé'] as const
  const line = await openLine(url)
  const roads = names.map((name) => (name === 'Zoé' ? line.url : url))
  const phones = await Promise.all(roads.map((road) => newPerson(browser, road, PHONE)))
  const [nadia, yann, unnamed, omar, zoe] = phones as [Watched, Watched, Watched, Watched, Watched]
  for (const [i, phone] of phones.entries()) await joinByCode(phone, roads[i]!, code, names[i])
  await wall.getByText('personnes sont là').waitFor()
  await until(async () => (await wall.locator('body').innerText()).includes('5'))
  await axe(wall)

  // private writing, with a phone without network and one reloaded
  await desk.page.getByRole('button', { name: /^Commencer : / }).click()
  await zoe.page.getByRole('button', { name: 'Déposer' }).waitFor()
  line.cut()
  await zoe.page.getByText('Hors ligne').waitFor()
  await dropNote(zoe, NOTES.Zoé[0]!, 'gardée sur ce téléphone')
  for (const text of NOTES.Nadia) await dropNote(nadia, text)
  await dropNote(yann, NOTES.Yann[0]!)
  await dropNote(unnamed, NOTES.unnamed[0]!)
  await dropNote(omar, NOTES.Omar[0]!)
  await axe(nadia.page)
  await yann.page.reload()
  await yann.page.getByRole('listitem').filter({ hasText: NOTES.Yann[0]! }).getByText('déposée').waitFor()
  await wall.getByText('à révéler').first().waitFor()
  const all = Object.values(NOTES).flat()
  for (const page of [wall, desk.page])
    for (const text of all) expect(await page.getByText(text).count()).toBe(0)
  line.mend()
  await zoe.page.getByRole('listitem').filter({ hasText: NOTES.Zoé[0]! }).getByText('déposée').waitFor()
  await until(async () => /6\s+notes à révéler/.test(await desk.page.locator('body').innerText()))

  // the reveal, then grouping at the desk and from a phone
  await desk.page.getByRole('button', { name: /Révéler les notes/ }).click()
  for (const text of all) await wall.getByText(text).first().waitFor()
  await axe(desk.page)
  await desk.page.getByRole('button', { name: /Étape suivante/ }).click()
  await nadia.page.getByRole('button', { name: 'Aider à regrouper' }).click()
  const moved = nadia.page.getByRole('listitem').filter({ hasText: NOTES.Nadia[1]! }).last()
  await moved.getByRole('button', { name: /Déplacer/ }).click()
  await nadia.page.getByRole('button', { name: NOTES.Nadia[0]! }).last().click()
  await desk.page.getByRole('button', { name: new RegExp(`^Groupe ${NOTES.Nadia[0]!}`) }).waitFor()
  await desk.page.getByRole('button', { name: NOTES.Yann[0]! }).first().click()
  await desk.page.keyboard.press('m')
  await desk.page.getByRole('dialog').getByRole('button', { name: NOTES.unnamed[0]! }).click()
  // the keyboard goes on from the sheet in its new place
  const focused = desk.page.locator('[data-note]:focus')
  await until(async () => (await focused.allInnerTexts()).join().includes(NOTES.Yann[0]!))
  await desk.page.keyboard.press('ControlOrMeta+z')

  // the clock survives a reload of the desk
  const left = () => desk.page.locator('[role=timer]').first().innerText()
  const seconds = (text: string) =>
    text
      .match(/(\d+):(\d\d)/)!
      .slice(1)
      .reduce((sum, part) => sum * 60 + Number(part), 0)
  const before = seconds(await left())
  await desk.page.reload()
  await until(async () => /\d:\d\d/.test(await left().catch(() => '')))
  expect(before - seconds(await left())).toBeLessThan(15)

  // the vote on what the brainstorm left
  await desk.page.getByRole('button', { name: /Étape suivante/ }).click()
  await desk.page.getByRole('button', { name: /Étape suivante/ }).click()
  await wall.getByText(NOTES.Nadia[0]!).first().waitFor()
  await desk.page
    .getByRole('button', { name: /Étape suivante|Ouvrir le vote/ })
    .first()
    .click()
  for (const phone of phones) await placeDot(phone.page, NOTES.Nadia[0]!)
  await placeDot(omar.page, NOTES.Omar[0]!)
  await axe(omar.page)
  await wall.getByText('5 sur 5 ont voté').waitFor()
  await desk.page.getByRole('button', { name: /Clore le vote/ }).click()
  await wall.getByText('Le vote est clos').waitFor()
  await desk.page
    .getByRole('toolbar', { name: 'Commandes' })
    .getByRole('button', { name: /Publier/ })
    .click()
  await wall
    .getByText(/6\s*gommettes/)
    .first()
    .waitFor()
  await axe(wall)

  // the report and its three exports
  await desk.page.getByRole('button', { name: 'Réglages de l’atelier' }).click()
  const link = desk.page.getByRole('menuitem', { name: 'Restitution' })
  const [report] = await Promise.all([desk.context.waitForEvent('page').catch(() => desk.page), link.click()])
  await report.getByRole('heading', { name: 'La ville en partage' }).waitFor()
  await axe(report)
  const json = JSON.parse(await download(report, 'JSON')) as {
    activities: { notes: { text: string }[]; result?: { spent: number } }[]
  }
  expect(json.activities[0]!.notes.map((note) => note.text).sort()).toEqual([...all].sort())
  expect(json.activities[1]!.result?.spent).toBe(6)
  const csv = await download(report, 'CSV')
  const md = await download(report, 'Markdown')
  for (const text of all.filter((one) => !one.startsWith('='))) {
    expect(csv).toContain(text)
    expect(md).toContain(text)
  }
  expect(csv).toContain('"\'=1+1 <b>gras</b> ; ""guillemets"""')
  for (const name of ['Nadia', 'Yann', 'Omar', 'Zoé'])
    expect(csv + md + JSON.stringify(json)).not.toContain(name)

  for (const person of [desk, ...phones]) expect(person.faults).toEqual([])
})
