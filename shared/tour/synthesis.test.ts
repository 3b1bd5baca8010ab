// What a tour says of its towns is what they have left, and nothing of it is lost or told twice.
import { describe, expect, it } from 'vitest'
import { activityOf } from '../activities/index.ts'
import { createTranslate } from '../i18n/translate.ts'
import type { Motion, Outcome, Stop, Theme, TourPlan } from './model.ts'
import { synthesize } from './synthesis.ts'

const dots = activityOf('dot-vote')!
const options = ['a', 'b'].map((id) => ({ id, label: id }))

function outcome(town: string, texts: string[], ballots: Record<string, number>[], over = true): Outcome {
  const settings = dots.settings.parse({ options })
  const paper = dots.poll!.paper([], settings, createTranslate('fr', dots.messages.fr))
  const vote = {
    paper,
    participation: { voted: ballots.length, of: ballots.length + 1 },
    result: dots.poll!.count(paper, ballots),
    ballots: { list: ballots, salt: 's' },
  }
  const own = { title: town, question: '' }
  return {
    v: 1,
    workshop: { id: town, code: 'CCCCCC', title: town, language: 'fr', createdAt: '2026-05-22T18:00:00Z' },
    revision: 1,
    people: ballots.length,
    over,
    activities: [
      {
        ...own,
        id: 'a1',
        kind: 'brainstorm',
        notes: texts.map((text, i) => ({ id: `n${i}`, text, tone: 'soleil' })),
      },
      { ...own, id: 'a2', kind: 'dot-vote', notes: [], ...vote },
    ],
  }
}

const stop = (id: string, more: Partial<Stop> = {}): Stop => ({ id, town: id, version: 1, ...more })

function plan(themes: Theme[] = [], motions: Motion[] = []): TourPlan {
  const programme = { v: 1 as const, title: '', activities: [] }
  const shown: TourPlan['shown'] = []
  return {
    title: 'Tour',
    about: '',
    language: 'fr',
    programme,
    version: 1,
    dates: [],
    themes,
    motions,
    shown,
    weighting: 'person',
  }
}

const ref = (town: string, note: string) => ({ stop: town, activity: 'a1', note })

describe('a synthesis', () => {
  const outcomes = {
    lille: outcome('lille', ['toit', 'pain'], [{ a: 2 }, { a: 2, b: 1 }]),
    paris: outcome('paris', ['eau'], [{ b: 1 }], false),
  }
  const stops = [stop('lille'), stop('paris'), stop('marseille')]

  it('adds up people, notes and votes, and says which towns are still to come', () => {
    const { totals, stops: lines } = synthesize(plan(), stops, outcomes)
    expect(totals).toEqual({ stops: 3, over: 1, people: 3, notes: 3, votes: 3, sorted: 0 })
    expect(lines.map(({ state }) => state)).toEqual(['over', 'live', 'planned'])
  })

  it('tells an exercise town by town and together, by person and by town', () => {
    const { exercises } = synthesize(plan(), stops, outcomes)
    const vote = exercises.find(({ kind }) => kind === 'dot-vote')!
    expect(vote.towns.map(({ stop: town, voted }) => [town, voted])).toEqual([
      ['lille', 2],
      ['paris', 1],
    ])
    expect((vote.together!.result as { totals: object }).totals).toEqual({ a: 4, b: 2 })
    // Lille gives 4/5 and 1/5, Paris nothing and all: a is first by person, b by town.
    expect(vote.byTown).toEqual({
      is: 'shares',
      options: [
        { option: 'b', share: '3/5', rank: 1 },
        { option: 'a', share: '2/5', rank: 2 },
      ],
    })
    expect(JSON.stringify(vote)).not.toContain('salt')
  })

  it('counts themes by town, and forgets notes that are not there any more', () => {
    const theme = {
      id: 't1',
      label: 'Toit',
      notes: [ref('lille', 'n0'), ref('paris', 'n0'), ref('paris', 'n9')],
    }
    const { themes, totals } = synthesize(plan([theme]), stops, outcomes)
    expect(themes[0]).toMatchObject({ byStop: { lille: 1, paris: 1 }, label: 'Toit' })
    expect(themes[0]!.notes.map(({ text }) => text)).toEqual(['toit', 'eau'])
    expect(totals.sorted).toBe(2)
  })

  it('traces a motion to its towns and notes, and to what the assembly decided', () => {
    const themes = [{ id: 't1', label: 'Toit', notes: [ref('lille', 'n0'), ref('lille', 'n1')] }]
    const motion: Motion = { id: 'a2', title: 'M', text: '', themes: ['t1'], state: 'agenda' }
    const withAssembly = [...stops, stop('ag', { assembly: true })]
    const all = { ...outcomes, ag: outcome('ag', [], [{ a: 1 }]) }
    const { motions, exercises } = synthesize(plan(themes, [motion]), withAssembly, all)
    expect(motions[0]).toMatchObject({ stops: ['lille'], notes: 2, decided: { stop: 'ag', voted: 1, of: 2 } })
    expect(exercises.flatMap(({ towns }) => towns.map((town) => town.stop))).not.toContain('ag')
  })
})
