// After a seal the bytes of the file are searched: SQLite leaves copies of rows behind when it balances its pages.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeWorkshop, sessionAt, T0 } from './contract-samples.ts'
import { migrate } from './schema.ts'
import { createOperations } from './operations.ts'
import { createSql, openDatabase } from './sql.ts'

/** Whole numbers below a bound, the same for the same seed (Park and Miller 1988). */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** Seats named at random change their minds in eight polls, one is sealed: what the file then says of it, and should. */
async function sealedBytes(dir: string, seed: number): Promise<{ found: string[]; expected: string[] }> {
  const roll = dice(seed)
  const db = openDatabase(join(dir, `${seed}.db`))
  migrate(db)
  const call = createOperations(createSql(db, () => undefined))
  const run = (method: string, ...args: unknown[]) => call({ n: 0, method, args, now: T0 })
  const seats = Array.from({ length: 60 }, () => roll(2 ** 30).toString(36))
  db.exec('BEGIN')
  await run('workshops.create', makeWorkshop('w1'), [])
  for (let n = 0; n < 600; n++) {
    const poll = `p${roll(8)}`
    const choice = { mark: `${poll}:${n};`, reason: 'r'.repeat(roll(60)) }
    await run('ballots.put', 'w1', { poll, seat: seats[roll(60)], id: `${roll(2 ** 30)}-${n}`, choice })
  }
  const expected = (await run('ballots.all', 'w1', 'p3')) as { mark: string }[]
  const seal = { poll: 'p3', result: {} }
  await run('workshops.commit', 'w1', { session: sessionAt(1), from: 0, at: T0, seal })
  db.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  const bytes = execFileSync('cat', [join(dir, `${seed}.db`)]).toString('latin1')
  return { found: bytes.match(/p3:\d+;/g) ?? [], expected: expected.map(({ mark }) => mark) }
}

test('the file holds the bare choices of a sealed poll once, and no other ballot of it', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-ballots-'))
  for (let seed = 1; seed <= 40; seed++) {
    const { found, expected } = await sealedBytes(dir, seed)
    expect(expected.length).toBeGreaterThan(20)
    expect(found.sort(), `seed ${seed}`).toEqual(expected.sort())
  }
  rmSync(dir, { recursive: true })
})
