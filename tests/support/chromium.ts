// Finds the Chromium of this machine, or installs Debian's. Called by the test runner and the browser tests.
import { findProgram, installPackages, isProgram } from './programs.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Path of a Chromium: `CHROMIUM_PATH`, else one on the PATH; null where there is none. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (given) return isProgram(given) ? given : null
  return findProgram(NAMES)
}

/** The same, installing it with apt-get where it is missing. Throws one line that says what to do. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  const given = process.env['CHROMIUM_PATH']
  if (given) throw new Error(`CHROMIUM_PATH names no program: ${given}`)
  if (installPackages('chromium', 'fonts-liberation')) {
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error('Chromium is missing and could not be installed: install it, or set CHROMIUM_PATH to one.')
}
