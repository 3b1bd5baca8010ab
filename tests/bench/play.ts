// Plays one workload: its server on one core, its load generator on another, both ended for sure. Called by main.ts.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Args, Figures, Name } from './generator.ts'
import { end, onCore, ROOT, startServer, type Kind, type Target } from './start.ts'

const NOBODY: Target = { kind: 'house', port: 0, pid: 0, probe: '' }

/** Workloads that measure their own process have no server (`kind` null). Rejects after `limit` milliseconds. */
export async function play<N extends Name>(
  name: N,
  kind: Kind | null,
  args: Args<N>,
  { pinned, limit }: { pinned: boolean; limit: number },
): Promise<Figures<N>> {
  const server = kind && (await startServer(kind, pinned))
  try {
    const { stop: _stop, ...target } = server ?? { ...NOBODY, stop: undefined }
    return await generate<N>({ name, args, target }, pinned, limit)
  } finally {
    await server?.stop()
  }
}

function generate<N extends Name>(job: object, pinned: boolean, limit: number): Promise<Figures<N>> {
  const script = join(import.meta.dirname, 'generator.ts')
  const [command, args] = onCore(1, ['--expose-gc', script, JSON.stringify(job)], pinned)
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  return new Promise<Figures<N>>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), limit)
    child.on('message', (figures) => resolve(figures as Figures<N>))
    child.on('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the load generator ended with ${code}`))
    })
  }).finally(() => end(child))
}
