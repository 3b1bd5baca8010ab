// Reads the configuration, builds the house, listens, closes on a signal. The only file that touches the process.
import { renderUnicodeCompact } from 'uqr'
import { systemClock } from './clock.ts'
import { clientFolder } from './client.ts'
import { ConfigError, lanAddresses, readConfig, type Config } from './config.ts'
import { createHouse, type House } from './house.ts'
import { createLog } from './log.ts'
import { loadSecret } from './secret.ts'
import { openSqliteStore } from './store/sqlite.ts'
import { DataDirInUse } from './store/errors.ts'

const EX_CONFIG = 78
const FLUSH_DEADLINE = 9000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const clock = systemClock()
  const log = createLog(config.logLevel, (line) => void process.stderr.write(line))
  const client = await clientFolder(console.log)
  const store = await openSqliteStore({ dir: config.dataDir, clock: () => clock.now() })
  const house = createHouse({ config, store, clock, log, secret: loadSecret(config.dataDir), client })
  const port = await house.listen()
  greet(house, config, port)
  log('info', 'started', { port })

  let closing = false
  const stop = async () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), FLUSH_DEADLINE).unref()
    await house.close()
    await store.close()
    log('info', 'stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** Addresses and a QR for the terminal: everything a room needs to come in. */
function greet(house: House, config: Config, port: number): void {
  const addresses = config.publicUrl ? [] : lanAddresses().map((address) => `http://${address}:${port}`)
  console.log(`\n${renderUnicodeCompact(house.origin(), { ecc: 'M', border: 2 })}\n`)
  console.log(`Tablée: ${house.origin()}`)
  for (const address of addresses.filter((one) => one !== house.origin())) console.log(`        ${address}`)
  console.log(`        http://localhost:${port}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    console.error(error.message)
    process.exit(EX_CONFIG)
  }
  if (error instanceof DataDirInUse) {
    console.error(`${error.message}`)
    process.exit(1)
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error(`PORT: ${(error as Error).message}: choose another port`)
    process.exit(1)
  }
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
