// Real pages for the browser tests: a house with its pages, a desk, a wall and phones. Called by *.e2e.ts.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { lanAddresses } from '../../server/config.ts'
import { openSqliteStore } from '../../server/store/sqlite.ts'
import { openHouse } from '../support/house.ts'

/** The built pages. */
export const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** A house on a real database that serves the built pages. */
export async function openRealHouse(env: Record<string, string> = {}): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-e2e-'))
  const store = await openSqliteStore({ dir })
  const { url, close } = await openHouse({ store, client: DIST, env })
  onTestFinished(async () => {
    await close()
    await store.close()
    rmSync(dir, { recursive: true, force: true })
  })
  return url
}

/**
 * The same under the address that phones in a room use: plain http, which browsers do not call secure. Where this machine is in
 * no network it is its own address.
 */
export async function openLanHouse(): Promise<string> {
  const url = await openRealHouse({ HOST: '0.0.0.0' })
  return url.replace('127.0.0.1', lanAddresses()[0] ?? '127.0.0.1')
}

/** Everything that went wrong on a page, and every request that left our own host. */
export interface Watched {
  page: Page
  context: BrowserContext
  faults: string[]
}

/** For anything on a page, in milliseconds: a busy machine is no fault of ours. */
const MOST_WAIT = 60_000

/** A fresh person: their own storage, their own page. */
export async function newPerson(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({
    ...{ locale: 'fr-FR', reducedMotion: 'reduce', serviceWorkers: 'block' },
    ...options,
  })
  context.setDefaultTimeout(MOST_WAIT)
  const faults: string[] = []
  context.on('page', (page) => watch(page, url, faults))
  const page = await context.newPage()
  onTestFinished(() => context.close())
  return { page, context, faults }
}

function watch(page: Page, url: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
      faults.push(message.text())
  })
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) faults.push(`request to ${origin}`)
  })
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

/** Joins by the typed code, with a first name or without. */
export async function joinByCode(person: Watched, url: string, code: string, name?: string): Promise<void> {
  const { page } = person
  await page.goto(`${url}/j/${code}`)
  if (name !== undefined) await page.getByLabel('Votre prénom').fill(name)
  await page.getByRole('button', { name: 'Rejoindre l’atelier' }).click()
  await page.getByRole('heading', { name: 'Vous y êtes' }).waitFor()
}

/** Drops a note; returns once the page says what `state` says of it. */
export async function dropNote(person: Watched, text: string, state = 'déposée'): Promise<void> {
  const { page } = person
  await page.getByRole('textbox', { name: 'Votre note' }).fill(text)
  await page.getByRole('button', { name: 'Déposer' }).click()
  await page.getByRole('listitem').filter({ hasText: text }).getByText(state).waitFor()
}

export interface Line {
  /** The house as seen over this line. */
  url: string
  /** Every connection breaks, new ones are refused. */
  cut(): void
  mend(): void
}

/** A line of one's own to the house, which can be cut like a Wi-Fi. */
export async function openLine(to: string): Promise<Line> {
  const port = Number(new URL(to).port)
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => end.destroy())
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true
      for (const end of ends) end.destroy()
    },
    mend() {
      isCut = false
    },
  }
}
