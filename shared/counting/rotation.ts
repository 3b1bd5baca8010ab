// Who goes where, round by round: sheets that are handed on, people who change tables.
// Called by exercises in rounds, and by the worked examples.

/** Holder of each sheet by round: sheet s is with person (s + r) mod n, so nobody sees one twice (Rohrbach 1969). */
export function sheetRounds(people: number): number[][] {
  const all = Array.from({ length: people }, (_, i) => i)
  return all.map((round) => all.map((sheet) => (sheet + round) % people))
}

/** A person, by the table and the seat they began at. */
export type Start = readonly [table: number, seat: number]

export interface TableRounds {
  /** By round and table: who sits there, in the order of their first tables. */
  tables: Start[][][]
  /** How often two people meet at most; above one, somebody meets somebody again. */
  maxMeetings: number
}

/**
 * World café (Brown & Isaacs 2005): the person of table t and seat i goes to table (t + i·r) mod n in round r, so seat 0
 * stays as host. With a prime number of tables, and no more seats than tables, nobody meets the same person twice.
 */
export function tableRounds(tables: number, seats: number, rounds: number): TableRounds {
  const people = Array.from({ length: tables * seats }, (_, i): Start => [Math.floor(i / seats), i % seats])
  const seated = Array.from({ length: rounds }, (_, round) =>
    Array.from({ length: tables }, (_, table) =>
      people.filter(([first, seat]) => (first + seat * round) % tables === table),
    ),
  )
  return { tables: seated, maxMeetings: mostMeetings(seated) }
}

function mostMeetings(rounds: readonly (readonly Start[])[][]): number {
  const met = new Map<string, number>()
  for (const table of rounds.flat())
    for (const [i, one] of table.entries())
      for (const other of table.slice(i + 1)) {
        const pair = `${one.join('.')}/${other.join('.')}`
        met.set(pair, (met.get(pair) ?? 0) + 1)
      }
  return Math.max(0, ...met.values())
}
