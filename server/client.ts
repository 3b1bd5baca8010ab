// Builds the pages when there are none yet, or when their source is newer, so that one command starts a clone. Called by main.ts.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Folder of the built client; builds it first where it is missing or older than its source. Rejects with one line when the build fails. */
export async function clientFolder(say: (line: string) => void): Promise<string> {
  const folder = `${ROOT}dist`
  // A package brings its pages built, and no source of them.
  if (!existsSync(`${ROOT}client`)) return folder
  if (builtAt(folder) >= newest(`${ROOT}client`, `${ROOT}shared`)) return folder
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

function builtAt(folder: string): number {
  return statSync(join(folder, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** When a file of these folders was last changed, in milliseconds. */
function newest(...folders: string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  )
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs))
}
