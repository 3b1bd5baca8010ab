// A tour of twelve towns through the real server: each stop a workshop, all of them one synthesis, counted again by
// other means, and its motions put to an assembly with mandates. `CI_LONG=1` plays forty people a town and 400 members.
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../shared/report/formats.ts'
import type { Synthesis } from '../shared/tour/synthesis.ts'
import { createMemoryStore } from '../server/store/memory.ts'
import { handClock } from './support/clock.ts'
import { openHouse } from './support/house.ts'
import {
  clientId,
  Device,
  http,
  joinPhone,
  openDesk,
  openDoc,
  until,
  type Made,
  type Phone,
} from './support/people.ts'
import { figure, sized } from './support/forms.ts'
import { seeded } from './support/random.ts'
import { DOCUMENTS, squeeze, textsOf } from './support/documents.ts'
import { readZip } from './support/zip.ts'
import { peopleOf, PROGRAMME, ranksOf, tally, TOWNS, type Person } from './support/tour.ts'

const PEOPLE = sized({ short: 6, long: 40, soak: 40 })
const MEMBERS = sized({ short: 30, long: 400, soak: 400 })
const SEED = Number(process.env['SEED'] ?? 20260522)

interface MadeTour {
  tour: { id: string }
  token: string
  links: { tour: string; public: string }
}

async function makeTour(url: string): Promise<MadeTour> {
  const body = { title: 'L’économie en partage', about: 'Douze villes', programme: PROGRAMME }
  const { status, json } = await http(url, 'POST', '/api/tours', { body })
  expect(status).toBe(201)
  return json as unknown as MadeTour
}

const ask = (url: string, tour: MadeTour, method: string, path = '', body?: unknown, token = tour.token) =>
  http(url, method, `/api/tours/${tour.tour.id}${path}`, { token, ...(body === undefined ? {} : { body }) })

/** The programme from its first note to its end. */
async function playStop(url: string, made: Made, people: Person[]): Promise<void> {
  const desk = await openDesk(url, made)
  const phones: Phone[] = await Promise.all(people.map(() => joinPhone(url, made)))
  await desk.do({ kind: 'open', activity: 'a1' })
  await until(() => phones.every((phone) => phone.session?.may.pad === 'sealed'), 20_000)
  const sheets = phones.map((phone) =>
    openDoc(url, made, phone.token, `pad.a1.${phone.session!.now!.writer!}`),
  )
  sheets.forEach((sheet, i) => sheet.write(clientId().slice(0, 12), people[i]!.text))
  await until(() => desk.counts?.notes === people.length, 20_000)
  await desk.do({ kind: 'reveal' })
  for (const sheet of sheets) sheet.provider.destroy()
  await vote(desk, phones, 'a2', (i) => people[i]!.grades)
  await vote(desk, phones, 'a3', (i) => people[i]!.roti)
  await desk.do({ kind: 'end' })
  for (const device of [desk, ...phones]) device.socket.close()
}

async function vote(
  desk: Device,
  devices: Device[],
  activity: string,
  choice: (i: number) => unknown,
): Promise<void> {
  await desk.do({ kind: 'open', activity })
  while (desk.session?.poll?.state !== 'open') await desk.do({ kind: 'step' })
  await until(() => devices.every((device) => device.session?.poll?.activity === activity), 20_000)
  const answers = await Promise.all(devices.map((device, i) => device.vote(choice(i))))
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
}

describe('a tour', () => {
  test(`of twelve towns becomes one voice (seed ${SEED})`, { timeout: 240_000 }, async () => {
    const { url } = await openHouse()
    const tour = await makeTour(url)
    const random = seeded(SEED)
    const towns = TOWNS.map((_, i) => peopleOf(i, PEOPLE, random))
    const stops: { stop: { id: string }; workshop: Made['workshop'] }[] = []
    for (const [i, people] of towns.entries()) {
      const { status, json } = await ask(url, tour, 'POST', '/stops', {
        town: TOWNS[i],
        date: `2026-05-${10 + i}`,
      })
      expect(status).toBe(201)
      stops.push(json as never)
      await playStop(url, json as unknown as Made, people)
    }

    const { json: raw, text } = await ask(url, tour, 'GET', '/synthesis')
    const synthesis = raw as unknown as Synthesis
    const everybody = towns.flat()
    expect(synthesis.totals).toEqual({
      stops: 12,
      over: 12,
      people: everybody.length,
      notes: everybody.length,
      votes: 2 * everybody.length,
      sorted: 0,
    })
    const judged = synthesis.exercises.find(({ id }) => id === 'a2')!
    expect(judged.towns.map(({ result }) => (result as { tallies: unknown }).tallies)).toEqual(
      towns.map(tally),
    )
    expect(judged.towns.map(({ result }) => (result as { ranks: unknown }).ranks)).toEqual(
      towns.map((people) => ranksOf(tally(people))),
    )
    expect(judged.together!.stops).toHaveLength(12)
    expect(judged.together!.result).toMatchObject({
      tallies: tally(everybody),
      ranks: ranksOf(tally(everybody)),
    })
    const roti = synthesis.exercises.find(({ id }) => id === 'a3')!.together!.result as { n: number }
    expect(roti.n).toBe(everybody.length)
    expect(text).not.toContain('"list"')

    // similar notes are proposed, people decide, a motion is written on what they put together
    const { json: proposed } = await ask(url, tour, 'GET', '/suggestions')
    const { groups } = proposed as unknown as {
      groups: { notes: { stop: string; activity: string; note: string }[] }[]
    }
    const [group] = groups
    expect(new Set(group!.notes.map(({ stop }) => stop)).size).toBeGreaterThan(2)
    const themes = [
      {
        id: 'th1',
        label: 'Ensemble',
        notes: group!.notes.map(({ stop, activity, note }) => ({ stop, activity, note })),
      },
    ]
    const motions = [
      {
        id: 'm1',
        title: 'Une caisse commune',
        text: 'Nous créons une caisse.',
        themes: ['th1'],
        state: 'agenda',
      },
      { id: 'm2', title: 'Plus tard', text: '', themes: [], state: 'talk' },
    ]
    const rev = (await ask(url, tour, 'GET')).headers.get('etag')!
    const put = (etag: string) =>
      http(url, 'PUT', `/api/tours/${tour.tour.id}`, {
        token: tour.token,
        body: { themes, motions },
        headers: { 'If-Match': etag },
      })
    expect((await put(rev)).status).toBe(200)
    expect((await put(rev)).status).toBe(412)

    // the assembly: the motion on the agenda, members with mandates, voices counted by hand here
    const { json: assembly } = await ask(url, tour, 'POST', '/assembly', {
      town: 'Lille',
      date: '2026-06-18',
      settings: { slips: 'required', quorum: { num: 1, den: 2 }, colleges: COLLEGES, base: 'voices' },
    })
    expect((await ask(url, tour, 'POST', '/assembly', { town: 'Paris' })).status).toBe(409)
    const made = assembly as unknown as Made
    const cast = await playAssembly(url, made)
    const decided = ((await ask(url, tour, 'GET', '/synthesis')).json as unknown as Synthesis).motions[0]!
    expect(decided.notes).toBe(group!.notes.length)
    expect(decided.decided!.result).toMatchObject({
      counts: { for: cast.for, against: cast.against },
      quorum: { reached: true },
      adopted: true,
      colleges: {
        adopted: true,
        perCollege: Object.fromEntries(
          Object.entries(cast.colleges).map(([name, own]) => [name, { for: own.for, against: own.against }]),
        ),
      },
    })
    expect(decided.decided!.voted).toBe(cast.ballots)
    // A stop's own report says which stop it is, the assembly's that it is the assembly.
    const report = async ({ workshop, tokens }: Made) =>
      (await http(url, 'GET', `/api/workshops/${workshop.id}/report.blocks`, { token: tokens.desk })).json
    expect(await report(stops[10] as unknown as Made)).toMatchObject({ tour: { stop: 11, of: 12 } })
    expect(await report(made)).toMatchObject({ tour: { stop: 'assembly', title: 'L’économie en partage' } })
    // the whole tour in every format
    const files = await download(url, tour)
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as { files: { name: string }[] }
    expect(manifest.files.map(({ name }) => name)).toEqual(
      Object.keys(FORMATS).flatMap((format) => (format === 'zip' ? [] : [`tablee.${format}`])),
    )
    const markdown = files.get('tablee.md')!.toString()
    for (const town of TOWNS) expect(markdown).toContain(town)
    for (const text of ['Compté par personne', 'Une caisse commune', 'Adoptée'])
      expect(markdown).toContain(text)
    const counted = tally(everybody)
    const notes = [...new Set(everybody.map(({ text }) => text))]
    const told = [...TOWNS, ...notes, 'Une caisse commune', 'Ensemble'].map(squeeze)
    const missing = (whole: string) => told.filter((one) => !whole.includes(one))
    for (const format of DOCUMENTS) {
      const whole = (await textsOf(format, files.get(`tablee.${format}`)!)).map(squeeze).join('|')
      expect(missing(whole), format).toEqual([])
      expect(whole.includes('Adoptée'), format).toBe(true)
      // Each figure of the count that all towns make together, in a cell of its own.
      if (format === 'docx' || format === 'odt')
        expect(counted.filter((row) => !whole.includes(`|${row.join('|')}|`))).toEqual([])
    }
    // Pictures show boards: they have every note, and need no table of towns.
    for (const format of ['svg', 'excalidraw', 'canvas']) {
      const drawn = squeeze(
        files
          .get(`tablee.${format}`)!
          .toString()
          .replaceAll(/<[^>]*>/g, ''),
      )
      expect(notes.filter((one) => !drawn.includes(squeeze(one)))).toEqual([])
    }
    const json = JSON.parse(files.get('tablee.json')!.toString()) as {
      activities: { id: string; result?: { tallies: number[][] } }[]
    }
    expect(json.activities.find(({ id }) => id.endsWith('a2'))!.result!.tallies).toEqual(counted)
    expect(files.get('tablee.csv')!.toString()).toContain(everybody[0]!.text)
    figure('tour', {
      seed: SEED,
      towns: 12,
      people: everybody.length,
      members: MEMBERS,
      voices: cast.for + cast.against,
    })
  })

  test('is read by its link without keys, programme or hidden parts, and changed by its key alone', async () => {
    const { url } = await openHouse()
    const tour = await makeTour(url)
    const stop = (await ask(url, tour, 'POST', '/stops', { town: 'Lille' })).json as unknown as Made
    const key = tour.links.public.split('#')[1]!
    const hidden = { id: 'm1', title: 'Une motion cachée', text: '', themes: [], state: 'talk' }
    await ask(url, tour, 'PUT', '', { shown: ['stops'], motions: [hidden] })
    const seen = await ask(url, tour, 'GET', '', undefined, key)
    expect(seen.status).toBe(200)
    const synthesis = await ask(url, tour, 'GET', '/synthesis', undefined, key)
    expect(synthesis.json).toMatchObject({ exercises: [], themes: [], motions: [] })
    const files = await ask(url, tour, 'GET', '/report.md', undefined, key)
    expect(files.status).toBe(200)
    expect(files.text).not.toContain('Une motion cachée')
    expect((await ask(url, tour, 'GET', '/report.md')).text).toContain('Une motion cachée')
    for (const secret of [stop.tokens.desk, stop.workshop.code, stop.workshop.id, 'programme', tour.token])
      expect(seen.text + synthesis.text + files.text).not.toContain(secret)
    const refused = [
      ask(url, tour, 'PUT', '', { title: 'x' }, key),
      ask(url, tour, 'POST', '/stops', { town: 'x' }, key),
      ask(url, tour, 'POST', '/assembly', { town: 'x' }, key),
      ask(url, tour, 'GET', '/suggestions', undefined, key),
      ask(url, tour, 'DELETE', '/stops/t1', undefined, key),
      ask(url, tour, 'DELETE', '', undefined, key),
    ]
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual(Array(6).fill(403))
    const other = await makeTour(url)
    expect((await ask(url, tour, 'GET', '', undefined, other.token)).status).toBe(401)
    expect((await ask(url, tour, 'GET', '', undefined, stop.tokens.desk)).status).toBe(401)
    // The desk link of a stop can be had again by the tour's key.
    const whole = (await ask(url, tour, 'GET')).json as unknown as { stops: { links: { desk: string } }[] }
    expect(whole.stops[0]!.links.desk).toBe(stop.links.desk)
    // A workshop may also be made as a stop.
    const body = { title: 'Paris', language: 'fr', tour: tour.tour.id, place: 'Paris' }
    expect((await http(url, 'POST', '/api/workshops', { body, token: key })).status).toBe(403)
    expect((await http(url, 'POST', '/api/workshops', { body, token: tour.token })).status).toBe(201)
    expect(((await ask(url, tour, 'GET')).json as unknown as { stops: unknown[] }).stops).toHaveLength(2)
  })

  test('of what the link does not show, not one byte is in any answer or file', async () => {
    const { url } = await openHouse()
    const tour = await makeTour(url)
    const stop = (await ask(url, tour, 'POST', '/stops', { town: 'Ville-canari', place: 'Salle-canari' }))
      .json as unknown as Made
    const desk = await openDesk(url, stop)
    await desk.do({ kind: 'open', activity: 'a2' })
    const motions = [{ id: 'm1', title: 'Motion-canari', text: '', themes: [], state: 'talk' }]
    const themes = [{ id: 'th1', label: 'Theme-canari', notes: [] }]
    const canaries = {
      stops: 'Salle-canari',
      results: 'Les quatre motions',
      themes: 'Theme-canari',
      motions: 'Motion-canari',
    }
    const key = tour.links.public.split('#')[1]!
    const said = async (path: string) => (await ask(url, tour, 'GET', path, undefined, key)).text
    for (const part of Object.keys(canaries) as (keyof typeof canaries)[]) {
      expect((await ask(url, tour, 'PUT', '', { motions, themes, shown: [part] })).status).toBe(200)
      const all = await Promise.all(['', '/synthesis', '/report.json', '/report.md', '/report.csv'].map(said))
      const svg = await said('/report.svg')
      for (const [name, canary] of Object.entries(canaries))
        if (name === part) expect(all[1], name).toContain(canary)
        else expect([part, name, (all.join() + svg).includes(canary)]).toEqual([part, name, false])
    }
  })

  test('two hands at once: two stops of their own, one assembly, and no workshop that nobody finds', async () => {
    const { url, store } = await openHouse()
    const tour = await makeTour(url)
    const motion = { id: 'm1', title: 'M', text: '', themes: [], state: 'agenda' }
    await ask(url, tour, 'PUT', '', { motions: [motion] })
    const towns = ['Lille', 'Paris', 'Rennes', 'Amiens']
    const stops = await Promise.all(towns.map((town) => ask(url, tour, 'POST', '/stops', { town })))
    expect(stops.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    const both = await Promise.all(towns.map((town) => ask(url, tour, 'POST', '/assembly', { town })))
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
    const kept = (await ask(url, tour, 'GET')).json as unknown as {
      stops: { id: string; town: string; workshop: { id: string } }[]
    }
    expect(new Set(kept.stops.map(({ id }) => id)).size).toBe(5)
    expect(
      kept.stops
        .slice(0, 4)
        .map(({ town }) => town)
        .sort(),
    ).toEqual([...towns].sort())
    expect((await store.workshops.untouchedSince(Infinity)).sort()).toEqual(
      kept.stops.map(({ workshop }) => workshop.id).sort(),
    )
  })

  test('is worked out once for each state of its stops, whoever reads it and however often', async () => {
    const memory = createMemoryStore()
    const counted = { keep: 0, outcomes: 0 }
    const tours = {
      ...memory.tours,
      keep: (...args: Parameters<typeof memory.tours.keep>) => (counted.keep++, memory.tours.keep(...args)),
      outcomes: (id: string) => (counted.outcomes++, memory.tours.outcomes(id)),
    }
    const { url } = await openHouse({ store: { ...memory, tours } })
    const tour = await makeTour(url)
    const made: Made[] = []
    for (const town of ['Lille', 'Paris']) {
      made.push((await ask(url, tour, 'POST', '/stops', { town })).json as unknown as Made)
      const desk = await openDesk(url, made.at(-1)!)
      await desk.do({ kind: 'open', activity: 'a1' })
    }
    const key = tour.links.public.split('#')[1]!
    const read = (token?: string) => ask(url, tour, 'GET', '/synthesis', undefined, token)
    const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => read(key)))
    for (const other of others) expect(other.text).toBe(first!.text)
    await read()
    expect(counted).toEqual({ keep: 2, outcomes: 1 })

    const board = openDoc(url, made[0]!, made[0]!.tokens.desk, 'board.a1')
    await until(() => board.provider.synced)
    board.write('n1', 'Un banc')
    await until(async () => (await read()).text.includes('"notes":1'))
    expect(counted).toEqual({ keep: 3, outcomes: 2 })
    // Readers of the link are not shown less than a few seconds later.
    expect((await read(key)).text).toContain('"notes":1')
  })

  test('keeps what a stop has left when its time is over, and forgets it when it is erased by hand', async () => {
    const clock = handClock()
    const { url } = await openHouse({ clock, env: { RETENTION_DAYS: '7' } })
    const tour = await makeTour(url)
    const stops: Made[] = []
    for (const town of ['Lille', 'Paris']) {
      stops.push((await ask(url, tour, 'POST', '/stops', { town })).json as unknown as Made)
      const desk = await openDesk(url, stops.at(-1)!)
      await desk.do({ kind: 'open', activity: 'a1' })
      desk.socket.close()
    }
    const erased = await http(url, 'DELETE', `/api/workshops/${stops[1]!.workshop.id}`, {
      token: stops[1]!.tokens.desk,
    })
    expect(erased.status).toBe(204)
    await clock.wind(7 * 86_400_000 + 2 * 3_600_000)
    const path = `/api/workshops/${stops[0]!.workshop.id}/session`
    await until(async () => (await http(url, 'GET', path, { token: stops[0]!.tokens.desk })).status === 401)
    const { stops: lines } = (await ask(url, tour, 'GET', '/synthesis')).json as unknown as Synthesis
    expect(lines.map(({ town, kinds }) => [town, kinds])).toEqual([
      ['Lille', ['brainstorm']],
      ['Paris', []],
    ])
  })

  test('takes a stop that was run offline, counts its ballots again, and refuses what is not a report', async () => {
    const { url } = await openHouse()
    const tour = await makeTour(url)
    const people = peopleOf(0, 7, seeded(SEED))
    const away = (
      await http(url, 'POST', '/api/workshops', {
        body: { title: 'Brest', language: 'fr', programme: PROGRAMME },
      })
    ).json as unknown as Made
    await playStop(url, away, people)
    const report = (
      await http(url, 'GET', `/api/workshops/${away.workshop.id}/report.json?ballots=true`, {
        token: away.tokens.desk,
      })
    ).json as unknown as { activities: { id: string; result: unknown }[] }
    const vote = report.activities.find(({ id }) => id === 'a2')!
    const forged = {
      ...report,
      activities: report.activities.map((one) => (one === vote ? { ...one, result: { ranks: [9] } } : one)),
    }
    expect((await ask(url, tour, 'POST', '/stops', { town: 'Brest', report: forged })).status).toBe(201)
    const { exercises } = (await ask(url, tour, 'GET', '/synthesis')).json as unknown as Synthesis
    expect(exercises.find(({ id }) => id === 'a2')!.towns[0]!.result).toEqual(vote.result)
    const bad = async (change: object) =>
      (await ask(url, tour, 'POST', '/stops', { town: 'X', report: change })).json
    expect(await bad({})).toMatchObject({ status: 400, field: 'report.v' })
    // No more ballots than a workshop has seats, and papers: counting them must not hold up anybody's room.
    const crowd = {
      ...report,
      activities: report.activities.map((one) =>
        one === vote ? { ...one, ballots: { list: Array(3501).fill(null), salt: '' } } : one,
      ),
    }
    expect(await bad(crowd)).toMatchObject({ status: 400, field: 'report.activities.1.ballots.list' })
    const kinds = { ...report, activities: report.activities.map((one) => ({ ...one, kind: 'nothing' })) }
    expect(await bad(kinds)).toMatchObject({ field: 'report.activities.0.kind' })
    const stuffed = {
      ...report,
      activities: report.activities.map((one) =>
        one === vote ? { ...one, ballots: { list: [{ zzz: 1 }], salt: '' } } : one,
      ),
    }
    expect(await bad(stuffed)).toMatchObject({ field: 'report.activities.1.ballots.list.0' })
    // Without ballots a result is believed, but only one that its exercise can tell of.
    const odd = {
      ...report,
      activities: report.activities.map((one) =>
        one === vote ? { ...one, ballots: undefined, result: { ranks: 'first' } } : one,
      ),
    }
    expect(await bad(odd)).toMatchObject({ field: 'report.activities.1.result' })
    // What stands on the boards of the workshop itself comes along.
    const parked = { ...vote, id: 'parking', kind: 'parking', title: 'P', notes: [], paper: undefined }
    const lasting = { ...report, activities: [...report.activities, parked] }
    expect((await ask(url, tour, 'POST', '/stops', { town: 'Y', report: lasting })).status).toBe(201)
  })
})

/** The files of the tour's archive. */
async function download(url: string, tour: MadeTour): Promise<Map<string, Buffer>> {
  const answer = await fetch(`${url}/api/tours/${tour.tour.id}/report.zip`, {
    headers: { authorization: `Bearer ${tour.token}` },
  })
  expect(answer.status).toBe(200)
  return readZip(Buffer.from(await answer.arrayBuffer()))
}

const COLLEGES = ['Salariés 40', 'Usagers 60']

interface Cast {
  for: number
  against: number
  ballots: number
  /** By college. */
  colleges: Record<string, { for: number; against: number }>
}

/** Every third member gave a mandate to the one before, within the college; a holder casts a ballot for each voice. */
async function playAssembly(url: string, made: Made): Promise<Cast> {
  const names = Array.from({ length: MEMBERS }, (_, i) => `Membre ${i}`)
  const members = names.map((name, i) => ({
    name,
    // As many as a mandate goes round, so that who gives one is in the college of who holds it.
    college: Math.floor(i / 3) % 3 === 0 ? 'Salariés' : 'Usagers',
    ...(i % 3 === 1 ? { mandates: [names[i + 1]].filter(Boolean) } : {}),
  }))
  const { status, json } = await http(url, 'POST', `/api/workshops/${made.workshop.id}/roll`, {
    token: made.tokens.desk,
    body: { members },
  })
  expect(status).toBe(201)
  const { slips } = json as unknown as { slips: { name: string; slip: string }[] }
  const voting = slips.filter((_, i) => i % 3 !== 2)
  const devices: Device[] = []
  for (const { slip } of voting) {
    const seat = await http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, { body: { slip } })
    devices.push(await new Device(url, (seat.json as unknown as { token: string }).token).ready())
  }
  const desk = await openDesk(url, made)
  await vote(desk, devices, 'm1', (i) => (i % 4 === 0 ? 'against' : 'for'))
  const voices = voting.map(
    ({ name }) => 1 + (members.find((one) => one.name === name)!.mandates?.length ?? 0),
  )
  const sum = (against: boolean, college?: string) =>
    voices.reduce((total, own, i) => {
      const member = members.find(({ name }) => name === voting[i]!.name)!
      const counts = (i % 4 === 0) === against && (college === undefined || member.college === college)
      return total + (counts ? own : 0)
    }, 0)
  const of = (college?: string) => ({ for: sum(false, college), against: sum(true, college) })
  return {
    ...of(),
    ballots: devices.length,
    colleges: { Salariés: of('Salariés'), Usagers: of('Usagers') },
  }
}
