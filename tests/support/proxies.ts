// A real nginx or Caddy in front of a house, with the lines that docs/operating.md tells operators to write. Called by
// proxy.test.ts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempDir } from './child.ts'
import { freePort } from './ports.ts'
import { findProgram, installPackages } from './programs.ts'
import { readText } from './sources.ts'

/** The block of a proxy in the operator's guide, without its indentation. */
function blockOfTheDocs(name: string): string {
  const block = new RegExp(`^${name}:\\n\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(
    readText('docs/operating.md'),
  )?.[1]
  if (!block) throw new Error(`docs/operating.md has no block for ${name}`)
  return block.replace(/^ {4}/gm, '')
}

/** Starts it before the house at `port`; answers its address. Ended with the test. */
export async function startNginx(port: number): Promise<string> {
  const [dir, own] = [tempDir(), await freePort()]
  // Its own port and no certificate; everything else stands as it is written there.
  const site = blockOfTheDocs('nginx')
    .replace(/listen .*;/, `listen 127.0.0.1:${own};`)
    .replace(/^\s*ssl_.*\n/gm, '')
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`)
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${dir}/${name};`,
  )
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const file = join(dir, 'nginx.conf')
  writeFileSync(
    file,
    `${user} daemon off; pid ${dir}/pid; error_log stderr; events {} http { access_log off; ${scratch.join(' ')}\n${site}}`,
  )
  return start('nginx', 'nginx-light', ['-p', dir, '-e', 'stderr', '-c', file], dir, own)
}

/** The same for Caddy. */
export const startCaddy = (port: number): Promise<string> =>
  runCaddy(blockOfTheDocs('Caddy').replaceAll('127.0.0.1:3000', `127.0.0.1:${port}`))

/** Caddy as compose.yaml starts it, before two nodes. */
export const startBalancingCaddy = (ports: [number, number]): Promise<string> =>
  runCaddy(
    readText('deploy/Caddyfile')
      .replace('node1:3000', `127.0.0.1:${ports[0]}`)
      .replace('node2:3000', `127.0.0.1:${ports[1]}`),
  )

/** On its own port, without the certificate that it would fetch. */
async function runCaddy(text: string): Promise<string> {
  const [dir, own] = [tempDir(), await freePort()]
  const site = text.replace(/^[^#\s]\S* \{/m, `http://127.0.0.1:${own} {`)
  const file = join(dir, 'Caddyfile')
  writeFileSync(file, `{\n  admin off\n  auto_https off\n}\n${site}`)
  return start('caddy', 'caddy', ['run', '--adapter', 'caddyfile', '--config', file], dir, own)
}

async function start(
  name: string,
  debian: string,
  args: string[],
  dir: string,
  own: number,
): Promise<string> {
  const folders = ['/usr/sbin', '/usr/local/sbin']
  if (!findProgram([name], folders)) installPackages(debian)
  const program = findProgram([name], folders)
  if (!program) throw new Error(`${name} is missing: apt-get install ${debian}`)
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
  })
  let said = ''
  child.stderr.on('data', (data) => (said += data))
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    // Caddy would wait for its open sockets; nginx has children to take along.
    child.kill(name === 'caddy' ? 'SIGKILL' : 'SIGTERM')
    await once(child, 'exit')
  })
  const url = `http://127.0.0.1:${own}`
  const end = Date.now() + 10_000
  while (!(await fetch(`${url}/healthz`).catch(() => null))?.ok) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`${name} did not start: ${said}`)
    await new Promise((done) => setTimeout(done, 20))
  }
  return url
}
