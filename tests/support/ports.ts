// Free ports. Called by child.ts, services.ts and the fault tests.
import { createServer } from 'node:net'

/** Below those that the system gives to outgoing connections: none of them can take the port while its server restarts. */
const [LOWEST, HIGHEST] = [12_000, 32_000]

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
