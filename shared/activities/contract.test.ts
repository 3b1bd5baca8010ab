// What every exercise of the list promises to the house, whatever it is about.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesFor, settingSchemas, settingsOf, someNotes } from '../../tests/support/ballots.ts'
import type { Note } from '../board/note.ts'
import { createTranslate, type Translate } from '../i18n/translate.ts'
import en from '../i18n/report.en.json' with { type: 'json' }
import fr from '../i18n/report.fr.json' with { type: 'json' }
import { isId } from '../ids.ts'
import { activityTexts, faceTexts, LANGUAGES } from '../languages.ts'
import type { Paper } from '../voting.ts'
import { isRefusal, type Language } from '../wire.ts'
import { ballotTypeOf, type AnyActivity, type Poll } from './activity.ts'
import { ACTIVITIES } from './index.ts'

type AnyPoll = Poll<unknown, Paper, unknown, unknown>

/** Texts as a report gets them; asking for one that does not exist is an error here. */
function strict(activity: AnyActivity, language: Language): Translate {
  const texts = { ...faceTexts('report', { fr, en }, language), ...activityTexts(activity, language) }
  const t = createTranslate(language, texts)
  return (key, params) => {
    if (!Object.hasOwn(texts, key)) throw new Error(`no message "${key}" in ${language}`)
    return t(key, params)
  }
}

describe.each(ACTIVITIES)('$kind', (activity) => {
  const variants = settingsOf(activity)

  test('its settings need nothing, and drop what they do not know', () => {
    expect(activity.settings.parse({ nobodyKnowsThis: 1 })).toEqual(activity.settings.parse({}))
  })

  test('its steps are distinct, and one of them opens the poll with some settings if there is one', () => {
    for (const settings of variants) {
      const steps = activity.steps(settings)
      expect(steps.length).toBeGreaterThan(0)
      expectDistinctIds(steps)
      if (!activity.poll) expect(steps.some((step) => step.poll)).toBe(false)
    }
    const polled = variants.some((settings) => activity.steps(settings).some((step) => step.poll))
    expect(polled).toBe(activity.poll !== undefined)
  })

  test.each(LANGUAGES)('everything it asks for is said in %s', (language) => {
    const steps = variants.flatMap((settings) => activity.steps(settings).map((step) => `step.${step.id}`))
    const settings = Object.entries(settingSchemas(activity)).flatMap(([name, schema]) => [
      `setting.${name}`,
      ...(schema.enum ?? []).map((value) => `setting.${name}.${value}`),
    ])
    const needed = new Set(['name', 'summary', ...steps, ...settings])
    expect([...needed].filter((key) => !activityTexts(activity, language)[key])).toEqual([])
  })

  test.each(LANGUAGES)('the zones of its layout are distinct places in %s', (language) => {
    const t = strict(activity, language)
    for (const settings of variants) expectDistinctIds(activity.layout?.(settings, t).zones ?? [])
  })

  test('what it lays out at the start are notes', () => {
    const seeds = fc.property(someNotes, fc.constantFrom(...variants), (carried, settings) => {
      expectDistinctIds(
        activity.seed?.(
          settings,
          { notes: carried, drivers: carried, worlds: carried },
          strict(activity, 'en'),
        ) ?? [],
      )
    })
    fc.assert(seeds)
  })

  test.each(['fr', 'en'])('its report never fails in %s', (language) => {
    const t = strict(activity, language)
    const anyRoom = fc.property(someNotes, fc.constantFrom(...variants), (notes, settings) => {
      for (const rounds of roundsOf(activity, notes, settings)) {
        const blocks = activity.report({ settings, notes, rounds, language, t })
        expect(JSON.parse(JSON.stringify(blocks))).toEqual(blocks)
      }
    })
    fc.assert(anyRoom, { examples: variants.map((settings) => [[], settings]) })
  })
})

describe.each(ACTIVITIES.filter(({ layout }) => layout))('the cards of $kind', (activity) => {
  test.each(['fr', 'en'])('are told with every line that was filled in, in %s', (language) => {
    const t = strict(activity, language)
    for (const settings of settingsOf(activity)) {
      if (activity.steps(settings).every(({ pads }) => pads === 'off')) continue
      const { zones, fields = [], kinds = [] } = activity.layout!(settings, t)
      const places = zones.length > 0 ? zones.map(({ id }) => id) : ['nowhere']
      const notes = places.map((under, i): Note => {
        const lines = Object.fromEntries(fields.map(({ key }) => [key, `${key} of ${under}`]))
        const tone = kinds[i % Math.max(1, kinds.length)]?.tone ?? 'craie'
        return {
          id: `n${i}`,
          text: `text of ${under}`,
          tone,
          at: [0.5, 0.5],
          order: `a${i}`,
          under,
          fields: lines,
        }
      })
      const told = JSON.stringify(activity.report({ settings, notes, rounds: [], language, t }))
      for (const { text } of notes) expect(told).toContain(text)
    }
  })
})

function expectDistinctIds(things: readonly { id: string }[]): void {
  expect(things.filter((thing) => !isId(thing.id))).toEqual([])
  expect(new Set(things.map((thing) => thing.id)).size).toBe(things.length)
}

/** No round; one not counted; one without ballots; one with some; two in a row. */
function roundsOf({ poll }: AnyActivity, notes: Note[], settings: unknown) {
  if (!poll) return [[]]
  const paper = poll.paper(notes, settings, (key) => key)
  const uncounted = { paper, voted: 0 }
  const silent = { paper, result: poll.count(paper, []), voted: 0 }
  const ballots = accepted(poll, paper, 3)
  const counted = { paper, result: poll.count(paper, ballots), voted: ballots.length }
  return [[], [uncounted], [silent], [counted], [silent, counted]]
}

function accepted(poll: AnyPoll, paper: Paper, count: number): unknown[] {
  return fc
    .sample(choicesFor(ballotTypeOf(poll, paper), paper), { numRuns: count, seed: 1 })
    .map((choice) => poll.check(paper, choice))
    .filter((ballot) => !isRefusal(ballot))
}

const POLLS = ACTIVITIES.filter((activity) => activity.poll).map((activity) => ({
  kind: activity.kind,
  poll: activity.poll!,
  papers: fc
    .tuple(someNotes, fc.constantFrom(...settingsOf(activity)))
    .map(([notes, settings]) => activity.poll!.paper(notes, settings, (key) => key)),
}))

test.each(ACTIVITIES.filter(({ poll }) => poll))(
  'what $kind hands on is never a scale of its own',
  ({ poll, settings, legacy }) => {
    const own = poll!.paper([], settings.parse({}), (key) => key).options
    expect(legacy !== undefined || own.length === 0).toBe(true)
  },
)

describe.each(POLLS)('the poll of $kind', ({ poll, papers }) => {
  test('its paper is plain and its options distinct', () => {
    const plain = fc.property(papers, (paper) => {
      expect(JSON.parse(JSON.stringify(paper))).toEqual(paper)
      expectDistinctIds(paper.options)
    })
    fc.assert(plain)
  })

  test('a ballot it took stays the same when it is taken again from the disk', () => {
    let taken = 0
    const again = fc.property(withChoices(poll, papers), ({ paper, choices }) => {
      for (const ballot of choices.map((choice) => poll.check(paper, choice))) {
        if (isRefusal(ballot)) continue
        taken++
        expect(poll.check(paper, JSON.parse(JSON.stringify(ballot)))).toEqual(ballot)
      }
    })
    fc.assert(again)
    expect(taken).toBeGreaterThan(20)
  })

  test('the order of ballots never matters, and the result is plain', () => {
    const anyOrder = fc.property(
      withChoices(poll, papers).chain(({ paper, choices }) => {
        const ballots = choices.map((choice) => poll.check(paper, choice)).filter((it) => !isRefusal(it))
        return fc.record({
          paper: fc.constant(paper),
          ballots: fc.constant(ballots),
          mixed: fc.shuffledSubarray(ballots, { minLength: ballots.length }),
        })
      }),
      ({ paper, ballots, mixed }) => {
        const result = poll.count(paper, ballots)
        expect(poll.count(paper, mixed)).toEqual(result)
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      },
    )
    fc.assert(anyOrder)
  })

  test('no ballots make a result', () => {
    const silent = fc.property(papers, (paper) => {
      const result = poll.count(paper, [])
      expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    })
    fc.assert(silent)
  })

  test('nothing that can come from outside makes it throw', () => {
    const keyed = (paper: Paper) => {
      const keys = fc.constantFrom('x', '__proto__', ...paper.options.map((option) => option.id))
      return fc.oneof(fc.anything(), fc.dictionary(keys, fc.anything()), fc.array(keys))
    }
    const foreign = fc.property(
      papers.chain((paper) => fc.tuple(fc.constant(paper), keyed(paper))),
      ([paper, choice]) => {
        const answer = poll.check(paper, choice)
        if (!isRefusal(answer)) poll.count(paper, [answer])
      },
    )
    fc.assert(foreign, { numRuns: 1000 })
  })
})

function withChoices(poll: AnyPoll, papers: fc.Arbitrary<Paper>) {
  return papers.chain((paper) =>
    fc.record({ paper: fc.constant(paper), choices: fc.array(choicesFor(ballotTypeOf(poll, paper), paper)) }),
  )
}
