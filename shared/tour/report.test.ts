// A tour as a report: how towns weigh is said first, every town is there, notes keep their town, and nothing has a name.
import { describe, expect, it } from 'vitest'
import { activityOf } from '../activities/index.ts'
import { createTranslate } from '../i18n/translate.ts'
import { writeCsv } from '../report/csv.ts'
import { writeMarkdown } from '../report/markdown.ts'
import { outlineOf } from '../report/outline.ts'
import type { Outcome, Stop, TourPlan } from './model.ts'
import { tourReport } from './report.ts'
import { synthesize } from './synthesis.ts'

const NASTY = '=HYPERLINK("x") <b>&amp; שלום 👩‍🌾 | *a*'
const options = [
  { id: 'a', label: NASTY },
  { id: 'b', label: 'Un bail' },
]

function outcome(town: string, kind: string, ballots: unknown[]): Outcome {
  const activity = activityOf(kind)!
  const settings = activity.settings.parse({ options })
  const paper = activity.poll!.paper([], settings, createTranslate('fr', activity.messages.fr))
  const note = { id: 'n1', text: `${NASTY} ${town}`, tone: 'ciel', name: 'Ysolde' }
  return {
    v: 1,
    workshop: { id: town, code: 'CCCCCC', title: town, language: 'fr', createdAt: '2026-05-22T18:00:00Z' },
    revision: 1,
    people: ballots.length,
    over: true,
    activities: [
      {
        id: 'a1',
        kind: 'brainstorm',
        title: 'Idées',
        question: 'Que partager ?',
        settings: {},
        notes: [note],
      },
      {
        ...{ id: 'a2', kind, title: 'Vote', question: '', settings: { options }, notes: [], paper },
        participation: { voted: ballots.length, of: ballots.length + 1 },
        result: activity.poll!.count(paper, ballots),
        ballots: { list: ballots, salt: 's' },
      },
    ],
  }
}

function report(weighting: TourPlan['weighting'], kind: string, ballots: [unknown[], unknown[]]) {
  const stops: Stop[] = ['Lille', 'Paris'].map((town, i) => ({ id: `t${i + 1}`, town, version: 1 }))
  const outcomes = { t1: outcome('Lille', kind, ballots[0]), t2: outcome('Paris', kind, ballots[1]) }
  const notes = ['t1', 't2'].map((stop) => ({ stop, activity: 'a1', note: 'n1' }))
  const plan: TourPlan = {
    ...{ title: 'Tour', about: 'Deux villes', language: 'fr', version: 1, dates: [], shown: [], weighting },
    programme: { v: 1, title: '', activities: [] },
    themes: [{ id: 'th1', label: 'Toit', notes }],
    motions: [{ id: 'm1', title: 'Un bail', text: 'Nous signons.', themes: ['th1'], state: 'agenda' }],
  }
  const synthesis = synthesize(plan, stops, outcomes)
  return tourReport({ id: 'tour1', rev: 7, createdAt: 0, plan, synthesis, outcomes })
}

const DOTS: [unknown[], unknown[]] = [[{ a: 2 }, { a: 2, b: 1 }], [{ b: 1 }]]
const firstOf = (weighting: TourPlan['weighting']) => {
  const vote = report(weighting, 'dot-vote', DOTS).sections.find(({ kind }) => kind === 'dot-vote')!
  const ranking = vote.blocks.find((block) => block.type === 'ranking')!
  return [vote.blocks[0]!, ranking] as const
}

describe('the report of a tour', () => {
  it('says how towns weigh, and shows that result first', () => {
    const [said, ranking] = firstOf('person')
    expect(said).toMatchObject({ text: expect.stringContaining('Compté par personne') })
    expect(ranking.rows.map(({ label, value }) => [label, value])).toEqual([
      [NASTY, 4],
      ['Un bail', 2],
    ])
    const [told, shares] = firstOf('town')
    expect(told).toMatchObject({ text: expect.stringContaining('Compté par ville') })
    // Lille gives 4/5 and 1/5, Paris nothing and all.
    expect(shares.rows.map(({ label, value }) => [label, value])).toEqual([
      ['Un bail', 60],
      [NASTY, 40],
    ])
  })

  it('says where a method cannot be counted by town', () => {
    const made = report('town', 'two-axis', [[{ a: { x: 2, y: 9 } }], [{ a: { x: 4, y: 1 } }]])
    const vote = made.sections.find(({ kind }) => kind === 'two-axis')!
    expect(vote.blocks).toContainEqual({
      type: 'text',
      text: expect.stringContaining('la médiane des médianes n’est pas celle de tout le monde'),
    })
  })

  it('tells grades, scales and orders by town, before those by person', () => {
    const blocksOf = (kind: string, lille: unknown[], paris: unknown[]) =>
      report('town', kind, [lille, paris])
        .sections.find((one) => one.kind === kind)!
        .blocks.slice(1, 3)
    const [graded] = blocksOf('majority-judgment', Array(9).fill({ a: 5, b: 1 }), [{ a: 1, b: 1 }])
    expect(graded).toMatchObject({
      type: 'stack',
      rows: [
        { label: NASTY, rank: 1, counts: [0, 50, 0, 0, 0, 50], mention: 'Insuffisant +' },
        { label: 'Un bail', rank: 2, counts: [0, 100, 0, 0, 0, 0] },
      ],
    })
    const [mean, levels] = blocksOf('roti', Array(9).fill(5), [2])
    expect(mean).toMatchObject({ text: 'Moyenne des villes\u00a0: 3,5, médiane\u00a0: 3,5.' })
    expect(levels).toMatchObject({
      type: 'drawing',
      rows: expect.arrayContaining([expect.arrayContaining([5])]),
    })
    const [order] = blocksOf('ranking', [[['b'], ['a']]], [[['b'], ['a']]])
    expect(order).toMatchObject({
      type: 'table',
      rows: [
        [1, 'Un bail'],
        [2, NASTY],
      ],
    })
  })

  it('has the return on time invested among its figures, where it was asked', () => {
    const figures = report('town', 'roti', [[5, 5, 5], [2]]).figures
    expect(figures.find(({ id }) => id === 'roti')).toMatchObject({ text: '3,5' })
    expect(report('town', 'dot-vote', DOTS).figures.some(({ id }) => id === 'roti')).toBe(false)
  })

  it('tells a score by town as a mean of its own scale, never in percent', () => {
    const made = report('town', 'score', [
      [
        { a: 4, b: 1 },
        { a: 4, b: 1 },
      ],
      [{ a: 2, b: 3 }],
    ])
    const vote = made.sections.find(({ kind }) => kind === 'score')!
    const ranking = vote.blocks.find((block) => block.type === 'ranking')!
    expect([ranking.unit, ranking.rows.map(({ value }) => value)]).toEqual(['moyenne', [3, 2]])
  })

  it('has every town, theme and motion, each note as it was written, and no name', () => {
    const made = report('person', 'dot-vote', DOTS)
    expect(made.sections.map(({ kind }) => kind)).toEqual([
      'tour-stops',
      'brainstorm',
      'dot-vote',
      'tour-themes',
      'tour-motions',
    ])
    const outline = outlineOf(made)
    const listed = outline.chapters.flatMap(({ passages }) =>
      passages.flatMap((one) =>
        one.is === 'notes' ? one.notes.map(({ text }) => `${one.title}: ${text}`) : [],
      ),
    )
    for (const town of ['Lille', 'Paris']) {
      expect(listed).toContain(`${town}: ${NASTY} ${town}`)
      expect(listed).toContain(`Toit (${town}): ${NASTY} ${town}`)
    }
    expect(outline.closing).toContain('État n° 7 du parcours')
    const markdown = writeMarkdown(made)
    expect(markdown).toContain('Nous signons')
    expect(writeCsv(made)).toContain(`"'=HYPERLINK`)
    expect(JSON.stringify(made) + markdown).not.toContain('Ysolde')
  })
})
