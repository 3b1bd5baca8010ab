// Finds the Chromium of this machine, or installs Debian's. Called by the test runner and the browser tests.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome']

/** Path of a Chromium: `CHROMIUM_PATH`, else one on the PATH; null where there is none. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH']
  if (given) return isProgram(given) ? given : null
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin']
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram) ?? null
}

/** The same, installing it with apt-get where it is missing. Throws one line that says what to do. */
export function ensureChromium(): string {
  const found = findChromium()
  if (found) return found
  const given = process.env['CHROMIUM_PATH']
  if (given) throw new Error(`CHROMIUM_PATH names no program: ${given}`)
  if (install()) {
    const installed = findChromium()
    if (installed) return installed
  }
  throw new Error('Chromium is missing and could not be installed: install it, or set CHROMIUM_PATH to one.')
}

function install(): boolean {
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const packages = ['chromium', 'fonts-liberation']
  return [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', ...packages],
  ].every((command) => succeeds([...before, ...command]))
}

function succeeds(command: string[]): boolean {
  const [program = '', ...args] = command
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
