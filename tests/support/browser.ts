// A headless Chromium that talks to nobody but the pages under test. Called by tests/e2e.
import { chromium, type Browser } from 'playwright-core'
import { findChromium } from './chromium.ts'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a browser; whoever starts it closes it. Throws where this machine has no Chromium. */
export async function launch(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: `npm test` installs it, or set CHROMIUM_PATH.')
  return chromium.launch({ executablePath, args: ARGS, headless: true })
}
