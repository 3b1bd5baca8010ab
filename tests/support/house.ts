// A whole house on port 0 with a memory store, for tests: real HTTP, real sockets. It closes itself.
import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { Clock } from '../../shared/clock.ts'
import type { Backups } from '../../server/backups.ts'
import { systemClock } from '../../server/clock.ts'
import { readConfig } from '../../server/config.ts'
import { createHouse, type House } from '../../server/house.ts'
import { createLog } from '../../server/log.ts'
import { createMemoryStore } from '../../server/store/memory.ts'
import type { Store } from '../../server/store/store.ts'

export interface TestHouse {
  house: House
  store: Store
  /** http://127.0.0.1:port */
  url: string
  lines: string[]
  close(): Promise<void>
}

export interface HouseOptions {
  store?: Store
  clock?: Clock
  env?: Record<string, string>
  secret?: Buffer
  client?: string | null
  backups?: Backups
  connections?: number
}

/** Opens a house; closed at the end of the test unless the test closes it before. */
export async function openHouse(options: HouseOptions = {}): Promise<TestHouse> {
  const lines: string[] = []
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', ...options.env })
  const clock = options.clock ?? systemClock()
  const store = options.store ?? createMemoryStore({ clock: () => clock.now() })
  const log = createLog('debug', (line) => void lines.push(line))
  const secret = options.secret ?? randomBytes(32)
  const { client = null, backups, connections } = options
  const more = { ...(backups && { backups }), ...(connections && { connections }) }
  const house = createHouse({ config, store, clock, log, secret, client, ...more })
  const port = await house.listen()
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    await house.close()
  }
  onTestFinished(close)
  return { house, store, url: `http://127.0.0.1:${port}`, lines, close }
}
