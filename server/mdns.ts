// A name on the local network, `tablee.local`, beside the addresses: off where the operator asks for none, and where it fails.
// Called by main.ts.
import { Bonjour } from 'bonjour-service'
import type { Log } from './log.ts'

/** Announces the name; answers what takes it back. Nothing else depends on it, so whatever goes wrong is logged and left. */
export function announce(name: string | null, port: number, secure: boolean, log: Log): () => void {
  if (name === null) return () => undefined
  const failed = (error: unknown) => log('warn', 'no name on the local network', {}, error)
  try {
    const bonjour = new Bonjour({}, failed)
    const host = `${name}.local`
    const service = bonjour.publish({ name: 'Tablée', type: secure ? 'https' : 'http', port, host })
    service.on('error', failed)
    return () => bonjour.unpublishAll(() => bonjour.destroy())
  } catch (error) {
    failed(error)
    return () => undefined
  }
}
