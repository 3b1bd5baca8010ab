// Desk and phone as an app of the device: installable by their manifest, opened in a dead spot by their shell, new after a deploy.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launch } from '../support/browser.ts'
import { http, makeWorkshop } from '../support/people.ts'
import { joinByCode, newPerson, openRealHouse, PHONE } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

test('a phone keeps its page: an icon that opens it, and a shell without a network', async () => {
  const url = await openRealHouse()
  const made = await makeWorkshop(url)
  const person = await newPerson(browser, url, { ...PHONE, serviceWorkers: 'allow' })
  const { page, context, faults } = person
  await joinByCode(person, url, made.workshop.code)
  await page.reload()
  await page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
  const link = page.locator('link[rel=manifest]')
  await link.waitFor({ state: 'attached' })
  const path = `/s/${made.workshop.id}`
  const manifest = await http(url, 'GET', (await link.getAttribute('href'))!)
  const { start_url, icons } = manifest.json as unknown as { start_url: string; icons: { src: string }[] }
  expect([start_url, icons.length]).toEqual([path, 4])
  for (const { src } of icons) expect((await fetch(url + src)).headers.get('content-type')).toBe('image/png')

  await page.waitForFunction(`caches
    .match('/shell/s', { cacheName: 'tablee-shell-1' })
    .then((kept) => kept !== undefined && navigator.serviceWorker.controller !== null)`)
  await context.setOffline(true)
  await page.reload()
  await page
    .getByText(/Reconnexion|Hors ligne|réseau/i)
    .first()
    .waitFor()
  // Whoever asks the server itself is not answered by the shell.
  expect(
    await page.evaluate(() =>
      fetch('/', { cache: 'no-store' }).then(
        () => 'answered',
        () => 'offline',
      ),
    ),
  ).toBe('offline')
  await context.setOffline(false)
  await page.reload()
  await page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
  expect(faults).toEqual([])
})

test('a start that is no page of a desk or a phone is the front page', async () => {
  const url = await openRealHouse()
  for (const at of ['https://evil.example/', '//evil.example', '/s/../admin', '/desk/x#key', '']) {
    const { json } = await http(url, 'GET', `/manifest.webmanifest?at=${encodeURIComponent(at)}`)
    expect((json as unknown as { start_url: string }).start_url).toBe('/')
  }
})
