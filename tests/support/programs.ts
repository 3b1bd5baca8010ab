// Finds a program of this machine, or installs Debian's package of it. Called by chromium.ts and services.ts.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Path of the first of these programs that is on the PATH or in one of the `folders`; null where there is none. */
export function findProgram(names: string[], folders: string[] = []): string | null {
  const all = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', ...folders]
  return names.flatMap((name) => all.map((folder) => join(folder, name))).find(isProgram) ?? null
}

/** Installs Debian's packages without asking anything; false where that did not succeed. */
export function installPackages(...packages: string[]): boolean {
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n']
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

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
