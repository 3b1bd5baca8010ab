// The ballot boxes: one hand's last ballot counts until the seal, which then parts the hands from their choices for ever.
// Called by groups.ts through operations.ts; seal by workshops.ts, inside the commit that closes the poll.
import { canonical } from './canonical.ts'
import { WorkshopGone } from './errors.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import type { Commit, Given, Hand, PutBallot, Store } from './store.ts'

interface Known {
  receipt: number
}

/** `gone` and `sealed` as the database says yes and no. */
interface Box {
  gone: number | boolean
  sealed: number | boolean
  known: number | null
  last: number | null
}

interface BallotRow {
  workshop: string
  poll: string
  seat: string
  id: string
  receipt: number
  choice: string
}

export function ballotsOf(sql: Sql): Store['ballots'] {
  return {
    async put(workshop, { poll, seat, id, choice }) {
      const [box] = await sql.all<Box>(SQL.boxOf, workshop, poll, seat, id)
      if (!box || box.gone) throw new WorkshopGone(workshop)
      if (box.known !== null) return { receipt: box.known, fresh: false }
      if (box.sealed) return 'sealed'
      const receipt = (box.last ?? 0) + 1
      await sql.run(SQL.addBallot, workshop, poll, seat, id, receipt, canonical(choice))
      return { receipt, fresh: true }
    },
    async withdraw(workshop, seat) {
      const withdrawn = await sql.all(SQL.withdrawBallots, workshop, seat)
      if (withdrawn.length > 0) await sql.forget('everywhere')
    },
    known: (workshop, ballot) => knownBallot(sql, workshop, ballot),
    async all(workshop, poll) {
      const choices = await sortedChoices(sql, workshop, poll)
      return choices.map((choice) => JSON.parse(choice) as unknown)
    },
    async hands(workshop, poll) {
      const rows = await sql.all<BallotRow>(SQL.hands, workshop, poll)
      const hands = rows.map(({ seat, choice }) => ({ seat, choice: JSON.parse(choice) as unknown }))
      return hands.sort((a, b) => (a.seat < b.seat ? -1 : 1))
    },
    async mine(workshop, poll, seat) {
      const [last] = await sql.all<BallotRow>(SQL.lastBallot, workshop, poll, seat)
      return last && last.choice !== canonical(null) ? (JSON.parse(last.choice) as unknown) : undefined
    },
    async voters(workshop, poll) {
      const rows = await sql.all<{ seat: string }>(SQL.voters, workshop, poll)
      return rows.map((row) => row.seat).sort()
    },
    isSealed: (workshop, poll) => isSealed(sql, workshop, poll),
  }
}

async function knownBallot(sql: Sql, workshop: string, { poll, seat, id }: PutBallot): Promise<Given | null> {
  const [known] = await sql.all<Known>(SQL.knownBallot, workshop, poll, seat, id)
  return known ? { receipt: known.receipt, fresh: false } : null
}

/** One more ballot of a seat; answers its receipt. */
async function addBallot(
  sql: Sql,
  workshop: string,
  poll: string,
  id: string,
  { seat, choice }: Hand,
): Promise<number> {
  const [last] = await sql.all<Known>(SQL.lastBallot, workshop, poll, seat)
  const receipt = (last?.receipt ?? 0) + 1
  await sql.run(SQL.addBallot, workshop, poll, seat, id, receipt, canonical(choice))
  return receipt
}

/** Ballots that follow their paper. The earlier ones stay, so that a repeated id is answered as before. */
export async function adjust(
  sql: Sql,
  workshop: string,
  { poll, id, hands }: NonNullable<Commit['adjust']>,
): Promise<void> {
  if (await isSealed(sql, workshop, poll)) return
  for (const hand of hands) await addBallot(sql, workshop, poll, id, hand)
}

/**
 * Keeps the result, the bare choices sorted by content, the voters and the receipts, each apart from the others; the
 * ballots themselves go. A poll that is sealed already stays as it is.
 */
export async function seal(
  sql: Sql,
  workshop: string,
  { poll, result, choices: given }: NonNullable<Commit['seal']>,
): Promise<void> {
  if (await isSealed(sql, workshop, poll)) return
  const choices = given?.map(canonical).sort() ?? (await sortedChoices(sql, workshop, poll))
  await sql.run(SQL.sealVoters, workshop, poll)
  await sql.run(SQL.sealReceipts, workshop, poll)
  await dropBallots(sql, workshop, poll)
  for (const [position, choice] of choices.entries())
    await sql.run(SQL.addChoice, workshop, poll, position, choice)
  await sql.run(SQL.addSeal, workshop, poll, JSON.stringify(result ?? null))
  await sql.forget('log')
}

/**
 * Overwriting deleted rows is not enough: SQLite may have left copies of them in the gaps of pages that it balanced.
 * Emptying the whole table overwrites its pages from end to end; the ballots of other open polls are then put back.
 */
async function dropBallots(sql: Sql, workshop: string, poll: string): Promise<void> {
  if (!sql.leavesGaps) return sql.run(SQL.dropBallots, workshop, poll)
  const others = await sql.all<BallotRow>(SQL.otherBallots, workshop, poll)
  await sql.run(SQL.emptyBallots)
  for (const row of others) {
    await sql.run(SQL.addBallot, row.workshop, row.poll, row.seat, row.id, row.receipt, row.choice)
  }
}

async function sortedChoices(sql: Sql, workshop: string, poll: string): Promise<string[]> {
  const rows = await sql.all<{ choice: string }>(SQL.choices, workshop, poll)
  return rows.map((row) => row.choice).sort()
}

async function isSealed(sql: Sql, workshop: string, poll: string): Promise<boolean> {
  const found = await sql.all(SQL.isSealed, workshop, poll)
  return found.length > 0
}
