// After the seal nobody can tell who voted what, not even with all the bytes of the disk; and everybody can see that the
// published list of ballots is the one that was sealed.
import { createHash, randomBytes } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqliteStore } from '../server/store/sqlite.ts'
import { grouped } from '../shared/fingerprint.ts'
import { tempDir } from './support/child.ts'
import { figure, sized } from './support/forms.ts'
import { openHouse } from './support/house.ts'
import { clientId, http, joinPhone, makeWorkshop, openDesk, until, type Phone } from './support/people.ts'
import { freshSeed, seeded, type Random } from './support/random.ts'

const VOTERS = 30
const POLLS = sized({ short: 3, long: 10, soak: 40 })
const seed = freshSeed()

/** So many options that every voter may give a ballot of their own: then each pair an attacker names is right or wrong. */
const OPTIONS = Array.from({ length: VOTERS }, (_, i) => ({
  id: `o${String(i).padStart(2, '0')}`,
  label: `Option ${i}`,
}))
const activity = (id: string) => ({
  id,
  kind: 'dot-vote',
  title: id,
  settings: { options: OPTIONS, dotsPerPerson: 2 },
})

test(
  `seed ${seed}: an attacker with the files, the logs and the figures pairs no better than chance`,
  { timeout: POLLS * 60_000 },
  async () => {
    const random = seeded(seed)
    const dir = tempDir()
    const store = await openSqliteStore({ dir })
    const { url, lines } = await openHouse({ store, secret: randomBytes(32) })
    const ids = Array.from({ length: POLLS }, (_, i) => `v${i}`)
    const made = await makeWorkshop(url, { v: 1, title: 'T', activities: ids.map(activity) })
    const desk = await openDesk(url, made)
    const phones = await Promise.all(Array.from({ length: VOTERS }, () => joinPhone(url, made)))
    const hits: Record<string, number> = {}
    for (const id of ids) {
      await desk.do({ kind: 'open', activity: id })
      await desk.do({ kind: 'pollOpen' })
      await until(() => phones.every(({ session }) => session?.poll?.state === 'open'), 20_000)
      const truth = await castAll(phones, random)
      // While the poll is open the files do tell: the first attack finds everybody.
      if (id === ids[0]) expect(rightPairs('rows', filesOf(dir), truth)).toBe(VOTERS)
      await desk.do({ kind: 'pollClose' })
      const files = filesOf(dir)
      const metrics = (await http(url, 'GET', '/metrics')).text
      expect(lines.join('\n') + metrics).not.toMatch(/o\d\d"/)
      for (const name of Object.keys(ATTACKS)) hits[name] = (hits[name] ?? 0) + rightPairs(name, files, truth)
    }
    // By chance one pair in thirty is right: one a poll. Twice that and six more would happen once in ten thousand runs.
    for (const [name, right] of Object.entries(hits))
      expect([name, right <= 2 * POLLS + 6]).toEqual([name, true])
    figure('pairing voters and ballots', {
      seed,
      voters: VOTERS,
      polls: POLLS,
      'right by chance': POLLS,
      ...hits,
    })
    await store.close()
  },
)

/** How many voters an attack pairs with the option that is truly theirs. */
function rightPairs(attack: string, files: string, truth: ReadonlyMap<string, string>): number {
  const options = OPTIONS.map((option) => option.id)
  const guesses = ATTACKS[attack]!(files, [...truth.keys()], options)
  return guesses.filter(([seat, option]) => truth.get(seat) === option).length
}

/** Everybody votes, some twice, in an order of its own: who gave which option. */
async function castAll(phones: Phone[], random: Random): Promise<Map<string, string>> {
  const options = random.shuffled(OPTIONS)
  const truth = new Map(phones.map((phone, i) => [phone.seat, options[i]!.id]))
  for (const phone of random.shuffled(phones)) {
    if (random.chance(0.3)) await phone.vote({ [random.pick(OPTIONS).id]: 1 })
    expect(await phone.vote({ [truth.get(phone.seat)!]: 1 })).toMatchObject({ ok: true })
  }
  return truth
}

/** All bytes of the data directory, read by another process. */
function filesOf(dir: string): string {
  const copy = tempDir()
  spawnSync('cp', ['-r', `${dir}/.`, copy])
  return readdirSync(copy)
    .map((name) => readFileSync(join(copy, name), 'latin1'))
    .join('\n')
}

type Attack = (files: string, seats: string[], options: string[]) => [seat: string, option: string][]

const places = (text: string, what: string) =>
  [...text.matchAll(new RegExp(what, 'g'))].map(({ index }) => index)
const choiceOf = (option: string) => `\\{"${option}":1\\}`

const ATTACKS: Record<string, Attack> = {
  /** A row of the open poll is still there: seat, id of the ballot, choice. */
  rows(files) {
    const rows = files.matchAll(/(s\d+)[0-9a-f]{32}[^{]?\{"(o\d\d)":1\}/g)
    return [...new Set([...rows].map(([, seat, option]) => `${seat} ${option}`))].map(
      (row) => row.split(' ') as [string, string],
    )
  },
  /** A choice lies near the seat that made it. */
  neighbours(files, seats, options) {
    const at = seats.flatMap((seat) => places(files, `${seat}(?![0-9])`).map((place) => ({ seat, place })))
    return options.flatMap((option) => {
      const [place] = places(files, choiceOf(option))
      if (place === undefined) return []
      const [nearest] = [...at].sort((a, b) => Math.abs(a.place - place) - Math.abs(b.place - place))
      return nearest ? [[nearest.seat, option] as [string, string]] : []
    })
  },
  /** The first seat in the file made the first choice in the file, and so on. */
  order(files, seats, options) {
    const first = (what: string) => places(files, what)[0] ?? Infinity
    const hands = [...seats].sort((a, b) => first(`${a}(?![0-9])`) - first(`${b}(?![0-9])`))
    const choices = options.filter((option) => first(choiceOf(option)) < Infinity)
    choices.sort((a, b) => first(choiceOf(a)) - first(choiceOf(b)))
    return choices.map((option, i) => [hands[i]!, option])
  },
  /** The same from the other end: what was written last lies first in a page. */
  reversed(files, seats, options) {
    const last = (what: string) => places(files, what).at(-1) ?? -1
    const hands = [...seats].sort((a, b) => last(`${a}(?![0-9])`) - last(`${b}(?![0-9])`))
    const choices = options.filter((option) => last(choiceOf(option)) >= 0)
    choices.sort((a, b) => last(choiceOf(b)) - last(choiceOf(a)))
    return choices.map((option, i) => [hands[i]!, option])
  },
}

test('the attacks would find what is there to be found: each pairs an open poll or a careless table', () => {
  const seats = ['s1', 's2', 's3']
  const options = ['o01', 'o02', 'o03']
  const careless = 's2|{"o01":1}|..........|s3|{"o03":1}|..........|s1|{"o02":1}'
  const truth = [
    ['s2', 'o01'],
    ['s1', 'o02'],
    ['s3', 'o03'],
  ]
  expect(ATTACKS['neighbours']!(careless, seats, options).sort()).toEqual(truth.sort())
  expect(ATTACKS['order']!(careless, seats, options).sort()).toEqual(truth.sort())
  const backwards = 's1 s3 s2 {"o01":1} {"o03":1} {"o02":1}'
  expect(ATTACKS['reversed']!(backwards, seats, options).sort()).toEqual(truth.sort())
})

interface PollReport {
  result: unknown
  fingerprint: string
  ballots?: { list: unknown[]; salt: string }
}

async function polled(voters: number) {
  const { url, store } = await openHouse()
  const made = await makeWorkshop(url, { v: 1, title: 'T', activities: [activity('v')] })
  const desk = await openDesk(url, made)
  const phones = await Promise.all(Array.from({ length: voters }, () => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'v' })
  await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every(({ session }) => session?.poll?.state === 'open'))
  for (const [i, phone] of phones.entries()) await phone.vote({ [OPTIONS[i % 3]!.id]: 1 })
  const report = async (query = '') => {
    const path = `/api/workshops/${made.workshop.id}/report.json${query}`
    const { json } = await http(url, 'GET', path, { token: made.tokens.desk })
    return (json as unknown as { activities: PollReport[] }).activities[0]!
  }
  const printed = async (format: string) => {
    const path = `/api/workshops/${made.workshop.id}/report.${format}`
    return (await http(url, 'GET', path, { token: made.tokens.desk })).text
  }
  return { url, store, made, desk, phones, report, printed }
}

/** What docs/security.md tells a reader to compute. */
function fingerprint({ list, salt }: { list: unknown[]; salt: string }): string {
  const lines = list.map((ballot) => JSON.stringify(ballot)).sort()
  return createHash('sha256')
    .update([salt, ...lines].join('\n'))
    .digest('hex')
}

test('the fingerprint is there for everybody at the closing; the list and its salt only when asked for', async () => {
  const { desk, phones, report, printed } = await polled(6)
  expect((await report('?ballots=true')).ballots).toBeUndefined()
  await desk.do({ kind: 'pollClose' })
  const plain = await report()
  expect(plain.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(plain.ballots).toBeUndefined()
  expect(await printed('md')).toContain(grouped(plain.fingerprint!))
  const { ballots } = await report('?ballots=true')
  expect(ballots!.list).toHaveLength(6)
  expect(fingerprint(ballots!)).toBe(plain.fingerprint)
  const forged = { ...ballots!, list: [...ballots!.list.slice(1), { o02: 1 }] }
  expect(fingerprint(forged)).not.toBe(plain.fingerprint)
  await until(() => phones.every(({ session }) => session?.poll?.fingerprint === plain.fingerprint))
  for (const device of [desk, ...phones]) expect(JSON.stringify(device.heard)).not.toContain(ballots!.salt)
})

test('below five ballots no list is given, so that nobody is found in it', async () => {
  const { desk, report } = await polled(4)
  await desk.do({ kind: 'pollClose' })
  const asked = await report('?ballots=true')
  expect(asked.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(asked.ballots).toBeUndefined()
  expect(JSON.stringify(asked)).not.toContain('salt')
})

test('each closing has a salt of its own: equal ballots do not show as equal fingerprints', async () => {
  const { desk, phones, report } = await polled(5)
  await desk.do({ kind: 'pollClose' })
  const first = await report('?ballots=true')
  await desk.do({ kind: 'pollOpen' })
  await until(() => phones.every(({ session }) => session?.poll?.state === 'open'))
  for (const [i, phone] of phones.entries()) await phone.vote({ [OPTIONS[i % 3]!.id]: 1 }, clientId())
  await desk.do({ kind: 'pollClose' })
  const second = await report('?ballots=true')
  expect(second.ballots!.list).toEqual(first.ballots!.list)
  expect(second.fingerprint).not.toBe(first.fingerprint)
})
