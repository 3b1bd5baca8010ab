// Builds the pages when there are none yet, so that a fresh clone starts with one command. Called by main.ts.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Folder of the built client; builds it first where it is missing. Rejects with one line when the build fails. */
export async function clientFolder(say: (line: string) => void): Promise<string> {
  const folder = `${ROOT}dist`
  if (existsSync(`${folder}/index.html`)) return folder
  say('Building the pages, once…')
  const vite = fileURLToPath(new URL('../node_modules/vite/bin/vite.js', import.meta.url))
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('close', resolve)
    child.on('error', () => resolve(null))
  })
  if (code !== 0) throw new Error('the pages could not be built: run `npm ci`, then `npm run build`')
  return folder
}
