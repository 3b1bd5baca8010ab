import { expect, test } from 'vitest'
import type { Note } from '../../board/note.ts'
import { pestel } from './activity.ts'
import { blips } from './radar.ts'
import type { CardCount, CardPaper } from './rating.ts'

const poll = pestel.poll!
const note = (id: string, more: Partial<Note> = {}): Note => ({
  ...{ id, text: `Fait ${id}`, tone: 'ciel', at: [0, 0], order: id, under: 'social' },
  ...more,
})
const NOTES = [note('a'), note('b', { under: 'legal', tone: 'lilas' }), note('c', { under: 'a' })]
const paperOf = (card: string, notes = NOTES) =>
  poll.paper(notes, pestel.settings.parse({ card, ratings: 1 }), (key) => key) as CardPaper
const count = (paper: CardPaper, ballots: object[]) => poll.count(paper, ballots) as CardCount
const steps = (s: object) =>
  pestel.steps(pestel.settings.parse(s)).map(({ id, poll }) => `${id}${poll ? '*' : ''}`)

test('facts are read and grouped; signals and wild cards are rated too, unless the desk does without', () => {
  expect(steps({})).toEqual(['scan', 'reveal', 'sort', 'talk'])
  expect(steps({ card: 'weak-signal' })).toEqual(['signals', 'reveal', 'sort', 'rate*', 'rated'])
  expect(steps({ card: 'wild-card', rate: false })).toEqual(['ruptures', 'reveal', 'sort', 'talk'])
})

test('cards are asked about one after the other; a group is one card, in the domain it lies in', () => {
  const paper = paperOf('weak-signal')
  expect(paper.subjects.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(paper.domains).toEqual(['social', 'legal'])
  expect(paper.options.map(({ id }) => id).slice(0, 4)).toEqual([
    'novelty-0-0',
    'impact-0-0',
    'visibility-0-0',
    'novelty-1-0',
  ])
})

test('a signal counts by novelty and effect; what nobody rated whole has no place, and the desk is told', () => {
  const paper = paperOf('weak-signal')
  const result = count(paper, [
    { 'novelty-0-0': 5, 'impact-0-0': 4, 'visibility-0-0': 1 },
    { 'novelty-0-0': 4, 'novelty-1-0': 5 },
  ])
  expect(result.items['a']).toEqual({
    medians: { novelty: 4.5, impact: 4, visibility: 1 },
    score: 18,
    ratings: 1,
  })
  expect([result.order, result.items['b']!.score, result.empty]).toEqual([['a'], null, 2])
  expect(poll.advise!(paper, result, [])).toEqual([{ key: 'advice.unrated', params: { count: 1 } }])
})

test('a wild card calls for attention by the size of its effect and by how little ready we are', () => {
  const result = count(paperOf('wild-card'), [
    { 'impact-0-0': -5, 'readiness-0-0': 2, 'impact-1-0': 3, 'readiness-1-0': 1, 'warning-1-0': 3 },
  ])
  expect([result.items['a']!.score, result.items['b']!.score]).toEqual([20, 15])
  expect(result.order).toEqual(['a', 'b'])
  expect(poll.check(paperOf('wild-card'), { 'impact-0-0': -6 })).toMatchObject({ code: 'bad-request' })
})

test('more cards than a room can rate: the first ones, and the desk is told', () => {
  const many = Array.from({ length: 30 }, (_, i) => note(`n${i}`, { order: String(i).padStart(3, '0') }))
  const paper = paperOf('weak-signal', many)
  expect(paper.grids[0]!.rows).toHaveLength(25)
  expect(poll.before!(paper.subjects, {}).map(({ key }) => key)).toEqual(['advice.many'])
  expect(poll.before!([], {}).map(({ key }) => key)).toEqual(['advice.none'])
})

test('on the radar a signal lies in the sector of its domain and in the ring of its time', () => {
  const domains = ['political', 'economic', 'social', 'legal']
  const [now, later, nowhere] = blips(
    [
      { id: 'a', tone: 'ciel', domain: 'political' },
      { id: 'b', tone: 'lilas', domain: 'social' },
      { id: 'c', tone: 'ciel', domain: '' },
    ],
    domains,
  )
  const far = ({ x, y }: { x: number; y: number }) => Math.hypot(x - 50, y - 50)
  expect([
    far(now!) > 10 && far(now!) < 25,
    far(later!) > 40 && far(later!) < 48,
    far(nowhere!) < 10,
  ]).toEqual([true, true, true])
  expect(now!.x > 50 && now!.y < 50).toBe(true)
  expect(later!.x < 50 && later!.y > 50).toBe(true)
})

test('documents show rated cards as the wall does: wild cards on a plane, weak signals on a radar', () => {
  const blocksOf = (card: string, answers: object) => {
    const settings = pestel.settings.parse({ card, ratings: 1 })
    const paper = paperOf(card)
    const round = { type: 'cells', paper, result: count(paper, [answers]), voted: 1 }
    return pestel.report({ settings, notes: NOTES, rounds: [round], t: (key: string) => key } as never)
  }
  for (const card of ['wild-card', 'weak-signal']) {
    const all = Object.fromEntries(paperOf(card).options.map(({ id }) => [id, 3]))
    const [block] = blocksOf(card, all)
    if (block?.type !== 'drawing') throw new Error('nothing is drawn')
    const said = block.drawing.marks.flatMap((mark) => (mark.is === 'words' ? [mark.lines.join(' ')] : []))
    expect(said).toEqual(expect.arrayContaining(['1', '2', 'Fait a', 'Fait b']))
    expect(said.includes('zone.social')).toBe(card === 'weak-signal')
    expect(block.rows).toHaveLength(2)
    const types = blocksOf(card, { 'impact-0-0': 3 }).slice(0, 2)
    expect(types).toMatchObject([{ type: 'table' }, { type: 'text', text: 'nothingRated' }])
  }
})
