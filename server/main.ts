// Reads the configuration, builds the house, listens, closes on a signal. The only file that touches the process.
import { renderUnicodeCompact } from 'uqr'
import { createBackups } from './backups.ts'
import { systemClock } from './clock.ts'
import { clientFolder } from './client.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { checkDataDir } from './data-dir.ts'
import { createHouse, type House } from './house.ts'
import { createLog, type Log } from './log.ts'
import { announce } from './mdns.ts'
import { mostConnections, openFiles } from './open-files.ts'
import { openStore } from './opening.ts'
import { inspectAside } from './store/integrity.ts'
import { DatabaseInUse, DataDirInUse, StoreUnavailable } from './store/errors.ts'

const EX_CONFIG = 78
const FLUSH_DEADLINE = 9000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const clock = systemClock()
  const log = createLog(config.logLevel, (line) => void process.stderr.write(line))
  if (config.databaseUrl === null) checkDataDir(config.dataDir)
  const client = await clientFolder(console.log)
  const { store, secret, cluster } = await openStore(config, clock)
  // A database of its own is backed up with its own tools.
  const backups = config.databaseUrl === null ? { backups: createBackups(config.dataDir) } : {}
  const connections = mostConnections(openFiles())
  const house = createHouse({ config, store, clock, log, secret, client, ...backups, connections, cluster })
  const port = await house.listen().catch((error: unknown) => {
    throw explained(error, config)
  })
  const unannounce = announce(config.mdnsName, port, config.tls !== null, log)
  greet(house, config, port)
  log('info', 'started', { port, ...(cluster ? { node: cluster.node } : {}) })
  if (config.databaseUrl === null) void lookForDamage(config, log)

  let closing = false
  const stop = async () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), FLUSH_DEADLINE).unref()
    unannounce()
    await house.close()
    await store.close()
    log('info', 'stopped')
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

/** Says what is damaged, once the house is open: rooms that are sound need not wait for it. */
async function lookForDamage({ dataDir }: Config, log: Log): Promise<void> {
  try {
    const { pages, docs, rows, took } = await inspectAside(dataDir)
    if (pages.length === 0 && docs.length === 0) return log('info', 'database is sound', { rows, took })
    const said = { pages: pages.join('; '), damaged: docs.length, docs: docs.slice(0, 10).join(', '), took }
    log(
      'error',
      'database is damaged: keep a copy of it; sound rooms go on, documents are repaired when opened',
      said,
    )
  } catch (error) {
    log('warn', 'database not inspected', {}, error)
  }
}

/** Where the door could not be opened: the variable that says where it is, and what it may say. */
function explained(error: unknown, { host, port }: Config): unknown {
  const code = String((error as NodeJS.ErrnoException).code)
  if (['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL'].includes(code))
    return new ConfigError(`HOST=${host}: must be an address of this machine (${code})`)
  if (code === 'EACCES')
    return new ConfigError(`PORT=${port}: must be a port that this user may open, such as 3000`)
  return error
}

/** Addresses and a QR for the terminal: everything a room needs to come in. */
function greet(house: House, config: Config, port: number): void {
  const others = house.addresses().filter((one) => one !== house.origin())
  console.log(`\n${renderUnicodeCompact(house.origin(), { ecc: 'M', border: 2 })}\n`)
  console.log(`Tablée: ${house.origin()}`)
  for (const address of others) console.log(`        ${address}`)
  console.log(`        ${config.tls ? 'https' : 'http'}://localhost:${port}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) {
    console.error(error.message)
    process.exit(EX_CONFIG)
  }
  if (error instanceof DataDirInUse || error instanceof DatabaseInUse) {
    console.error(error.message)
    process.exit(1)
  }
  if (error instanceof StoreUnavailable) {
    console.error(
      process.env['DATABASE_URL']
        ? `DATABASE_URL: the database cannot be opened (${error.message}). Nothing was changed: see "PostgreSQL" in docs/operating.md`
        : `DATA_DIR: tablee.db cannot be opened (${error.message}). Nothing was changed: see "Restore" in docs/operating.md`,
    )
    process.exit(1)
  }
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error(`PORT: ${(error as Error).message}: choose another port`)
    process.exit(1)
  }
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
