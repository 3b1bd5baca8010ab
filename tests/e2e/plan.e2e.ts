// Two facilitators prepare one programme in two browsers: drag, keys, settings, undo; and the room's outline of it.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { makeWorkshop } from '../support/people.ts'
import { axe } from './axe.ts'
import { newPerson, openRealHouse } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('a programme is built by two people at once', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url)
  const [lea, omar] = [
    await newPerson(browser, url, { viewport: { width: 1440, height: 900 } }),
    await newPerson(browser, url, { viewport: { width: 1280, height: 720 } }),
  ]
  for (const { page } of [lea, omar]) {
    await page.goto(`${url}/plan/${made.workshop.id}#${made.tokens.desk}`)
    await page.getByRole('button', { name: /Remue-méninges Que pourrait-on/ }).waitFor()
  }
  const order = (page: typeof lea.page) => page.getByRole('region', { name: 'Déroulé' }).getByRole('listitem')
  await axe(lea.page)

  // Léa drags an exercise before the first row; Omar sees it come.
  await lea.page.getByRole('searchbox').fill('six jours')
  await lea.page.getByText('Aucun exercice avec ce mot').waitFor()
  await lea.page.getByRole('searchbox').fill('retour d')
  const rex = lea.page.getByRole('complementary', { name: 'Exercices' }).getByRole('listitem').first()
  await rex.dragTo(order(lea.page).first(), { targetPosition: { x: 200, y: 4 } })
  await order(omar.page).nth(2).waitFor()
  expect(await order(omar.page).count()).toBe(3)

  // Both write in the same title, each in their own words.
  const row = (page: typeof lea.page) =>
    order(page)
      .getByRole('button', { name: /Vote par gommettes/ })
      .first()
  await row(lea.page).click()
  await row(omar.page).click()
  const title = (page: typeof lea.page) => page.getByRole('textbox', { name: 'Titre', exact: true })
  await title(lea.page).press('Home')
  await title(lea.page).pressSequentially('Notre ')
  await title(omar.page).press('End')
  await title(omar.page).pressSequentially(' du soir')
  for (const { page } of [lea, omar])
    await page.getByRole('button', { name: /^Notre Vote par gommettes du soir/ }).waitFor()

  // By keyboard alone: the last row goes up, and undo brings it back.
  const chosen = omar.page.getByRole('button', { name: /^Notre Vote/ }).first()
  await chosen.focus()
  await omar.page.keyboard.press('Alt+ArrowUp')
  const second = omar.page.getByRole('region', { name: 'Déroulé' }).getByRole('listitem').nth(1)
  await second.filter({ hasText: 'Notre Vote' }).waitFor()
  await omar.page.getByRole('button', { name: 'Annuler', exact: true }).first().click()
  await second.filter({ hasText: 'Remue-méninges' }).waitFor()

  // Further by keyboard alone: up twice without losing it, a copy, its title, out and back again, one more from the gallery.
  const { keyboard } = omar.page
  const focused = omar.page.locator('.pick:focus')
  await chosen.focus()
  await keyboard.press('Alt+ArrowUp')
  await keyboard.press('Alt+ArrowUp')
  await order(omar.page).first().filter({ hasText: 'Notre Vote' }).waitFor()
  await focused.filter({ hasText: 'Notre Vote' }).waitFor()
  await keyboard.press('Control+d')
  await order(omar.page).nth(3).waitFor()
  await keyboard.press('Enter')
  await keyboard.press('End')
  await keyboard.type(', bis')
  await keyboard.press('Escape')
  await focused.filter({ hasText: 'du soir, bis' }).waitFor()
  await keyboard.press('Delete')
  await omar.page.waitForFunction('document.querySelectorAll(".pick").length === 3')
  await focused.filter({ hasText: 'Retour' }).waitFor()
  await keyboard.press('Control+z')
  await order(omar.page).nth(1).filter({ hasText: 'du soir, bis' }).waitFor()
  await omar.page.getByRole('searchbox').focus()
  await keyboard.type('roti')
  await omar.page.getByRole('button', { name: /^Ajouter « ROTI/ }).focus()
  await keyboard.press('Enter')
  await order(lea.page).filter({ hasText: 'ROTI' }).waitFor()
  await keyboard.press('Control+z')
  await order(omar.page).filter({ hasText: 'ROTI' }).waitFor({ state: 'detached' })

  // The room's screen is previewed with the words of the plan.
  await row(omar.page).click()
  await omar.page
    .getByRole('img', { name: 'Écran de salle' })
    .getByText('Notre Vote par gommettes du soir')
    .waitFor()
  await lea.page.getByText('Enregistré', { exact: true }).waitFor()
  expect([...lea.faults, ...omar.faults]).toEqual([])
}, 60_000)
