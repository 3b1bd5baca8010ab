// The operator's page, and the room's network at the desk: what is seen, what is done, and where the keys are not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createBackups } from '../../server/backups.ts'
import { loadSecret } from '../../server/secret.ts'
import { openSqliteStore } from '../../server/store/sqlite.ts'
import { launch } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { makeWorkshop } from '../support/people.ts'
import { axe } from './axe.ts'
import { DIST, newPerson } from './people.ts'

const KEY = 'the-key-of-the-operator'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('the operator comes in by the key, writes a backup and erases a workshop; the key is nowhere', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-operator-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  const [secret, store] = [loadSecret(dir), await openSqliteStore({ dir })]
  const options = { store, secret, backups: createBackups(dir), client: DIST }
  const { url, close } = await openHouse({ ...options, env: { ADMIN_KEY: KEY, DATA_DIR: dir } })
  onTestFinished(async () => {
    await close()
    await store.close()
  })
  await makeWorkshop(url)
  const { page, faults } = await newPerson(browser, url)
  await page.goto(`${url}/admin`)
  await page.getByLabel('Clé d’administration').fill('nothing')
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByText('Cette clé n’ouvre rien').waitFor()
  await axe(page)
  await page.getByLabel('Clé d’administration').fill(KEY)
  await page.getByRole('button', { name: 'Entrer' }).click()
  await page.getByRole('rowheader', { name: 'La ville en partage' }).waitFor()
  await axe(page)
  await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click()
  await page.getByRole('button', { name: /^Supprimer la sauvegarde/ }).waitFor()
  await page.getByRole('button', { name: /^Effacer l’atelier/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Effacer' }).click()
  await page.getByText('Aucun atelier').waitFor()
  const kept = await page.evaluate(
    `JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }])`,
  )
  expect(kept).not.toContain(KEY)
  await page.reload()
  await page.getByLabel('Clé d’administration').waitFor()
  expect(faults).toEqual([])
})

test('the desk types the Wi-Fi of the room once, the wall shows its code beside that of the workshop', async () => {
  const { url } = await openHouse({ client: DIST })
  const made = await makeWorkshop(url)
  const [desk, wall] = [await newPerson(browser, url), await newPerson(browser, url)]
  await wall.page.setViewportSize({ width: 1920, height: 1080 })
  await wall.page.goto(made.links.wall)
  await wall.page.getByText('Personne n’est encore là').waitFor()
  await desk.page.goto(made.links.desk)
  await desk.page.getByRole('button', { name: 'Afficher le QR code en grand' }).first().click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByText('Réseau de la salle').click()
  await dialog.getByLabel('Nom du réseau').fill('Salle des fêtes')
  await dialog.getByLabel('Mot de passe').fill('bienvenue')
  await dialog.getByRole('button', { name: 'Afficher dans la salle' }).click()
  await wall.page.getByRole('img', { name: 'QR code du réseau Wi-Fi Salle des fêtes' }).waitFor()
  await wall.page.getByText('bienvenue').waitFor()
  await axe(desk.page)
  await axe(wall.page)
  await dialog.getByRole('button', { name: 'Retirer de la salle' }).click()
  await wall.page.getByText('bienvenue').waitFor({ state: 'detached' })
  expect([...desk.faults, ...wall.faults]).toEqual([])
})
