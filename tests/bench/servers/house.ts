// Our server as it runs for an operator, with the pages where they are built: the real house on the real SQLite store. Started by start.ts.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../../../server/clock.ts'
import { readConfig } from '../../../server/config.ts'
import { createHouse } from '../../../server/house.ts'
import { createLog } from '../../../server/log.ts'
import { loadSecret } from '../../../server/secret.ts'
import { openSqliteStore } from '../../../server/store/sqlite.ts'

const config = readConfig(process.env)
const clock = systemClock()
const store = await openSqliteStore({ dir: config.dataDir, clock: () => clock.now() })
const log = createLog(config.logLevel, (line) => void process.stderr.write(line))
const pages = join(import.meta.dirname, '../../../dist')
const client = existsSync(pages) ? pages : null
const house = createHouse({ config, store, clock, log, secret: loadSecret(config.dataDir), client })
await house.listen()
console.log('ready')
