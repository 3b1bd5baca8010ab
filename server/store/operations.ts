// The store's operations on one database, without transactions, and which of them write.
// Called by groups.ts, which runs them, and by sqlite.ts and memory.ts, which make a Store of calls to them.
import { ballotsOf } from './ballots.ts'
import { docsOf } from './docs.ts'
import { filmOf } from './film.ts'
import { remainsOf } from './remains.ts'
import { rollOf } from './roll.ts'
import { seatsOf } from './seats.ts'
import type { Sql } from './sql.ts'
import { SQL } from './statements.ts'
import { toursOf } from './tours.ts'
import type { Store } from './store.ts'
import { workshopsOf } from './workshops.ts'

type Operations = Omit<Store, 'close'>
type Group = Exclude<keyof Operations, 'ping'>

/** One call of a store's method, as plain data. `now` in milliseconds, by the caller's clock. */
export interface Call {
  n: number
  /** `docs.load`, `ping` ... */
  method: string
  args: unknown[]
  now: number
  /** Number of the lease under which the caller runs the workshop; absent where nobody else could. */
  fence?: number
}

const METHODS: { [G in Group]: Record<keyof Store[G], 'reads' | 'writes'> } = {
  docs: {
    load: 'reads',
    append: 'writes',
    appendAll: 'writes',
    compact: 'writes',
    repair: 'writes',
    names: 'reads',
    erase: 'writes',
  },
  workshops: {
    create: 'writes',
    get: 'reads',
    byCode: 'reads',
    commit: 'writes',
    saveProgramme: 'writes',
    checkpoints: 'reads',
    forgetNotes: 'writes',
    answer: 'reads',
    erase: 'writes',
    untouchedSince: 'reads',
    list: 'reads',
  },
  seats: {
    add: 'writes',
    byHash: 'reads',
    list: 'reads',
    rename: 'writes',
    renew: 'writes',
    revoke: 'writes',
  },
  ballots: {
    put: 'writes',
    withdraw: 'writes',
    known: 'reads',
    all: 'reads',
    hands: 'reads',
    mine: 'reads',
    voters: 'reads',
    isSealed: 'reads',
  },
  remains: {
    summary: 'reads',
    saveSummary: 'writes',
    shares: 'reads',
    addShare: 'writes',
    dropShare: 'writes',
  },
  film: { add: 'writes', frames: 'reads' },
  roll: { replace: 'writes', list: 'reads', bind: 'writes', forget: 'writes' },
  tours: {
    create: 'writes',
    get: 'reads',
    save: 'writes',
    keep: 'writes',
    outcomes: 'reads',
    stopOf: 'reads',
    forget: 'writes',
    erase: 'writes',
    untouchedSince: 'reads',
  },
}

const READS: ReadonlySet<string> = new Set(
  Object.entries(METHODS).flatMap(([group, methods]) =>
    Object.entries(methods).flatMap(([method, what]) => (what === 'reads' ? [`${group}.${method}`] : [])),
  ),
)

/** True when the call changes nothing, so that it needs no transaction. */
export function isRead(call: Pick<Call, 'method'>): boolean {
  return READS.has(call.method)
}

/** Carries calls out, one at a time; answers what the method of that name answers. */
export function createOperations(sql: Sql): (call: Call) => Promise<unknown> {
  let now = 0
  const clock = () => now
  const ping = () => sql.run(SQL.beat)
  const operations = {
    docs: docsOf(sql, clock),
    workshops: workshopsOf(sql, clock),
    seats: seatsOf(sql),
    ballots: ballotsOf(sql),
    roll: rollOf(sql),
    tours: toursOf(sql),
    remains: remainsOf(sql),
    film: filmOf(sql),
  }
  const methods: Map<string, unknown> = new Map(
    Object.entries(operations).flatMap(([group, members]) =>
      Object.entries(members).map(([name, method]) => [`${group}.${name}`, method] as const),
    ),
  )
  methods.set('ping', ping)
  return (call) => {
    now = call.now
    const method = methods.get(call.method) as (...args: unknown[]) => Promise<unknown>
    return method(...call.args)
  }
}

/** A Store of which every method is one `call`. */
export function storeOf(
  call: (method: string, args: unknown[]) => Promise<unknown>,
  close: () => Promise<void>,
): Store {
  const group = <G extends Group>(name: G) => {
    const names = Object.keys(METHODS[name])
    const entries = names.map((method) => [method, (...args: unknown[]) => call(`${name}.${method}`, args)])
    return Object.fromEntries(entries) as Store[G]
  }
  const ping = async () => void (await call('ping', []))
  return {
    docs: group('docs'),
    workshops: group('workshops'),
    seats: group('seats'),
    ballots: group('ballots'),
    roll: group('roll'),
    tours: group('tours'),
    remains: group('remains'),
    film: group('film'),
    ping,
    close,
  }
}
