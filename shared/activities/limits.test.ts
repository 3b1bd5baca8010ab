// What a room cannot bear is said at the desk in words: nothing to rate, more than is rated live, answers left empty.
import { expect, test } from 'vitest'
import type { Note } from '../board/note.ts'
import { createTranslate, type Translate } from '../i18n/translate.ts'
import type { Paper } from '../voting.ts'
import type { Advice } from './activity.ts'
import { activityOf } from './index.ts'

const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `o${i}`, label: `Idée ${i}` }))
const note = (_: unknown, i: number): Note => ({
  ...{ id: `n${i}`, text: `Note ${i}`, tone: 'ciel', at: [0, 0], order: `a${i}`, under: 'causes' },
})

interface Case {
  kind: string
  /** Settings with so many of what is rated. */
  settings?: (count: number) => object
  /** Or so many notes. */
  notes?: true
  /** How many are too many; nothing where all that there is takes part. */
  most?: number
  none: string[]
}
const listed = (count: number) => ({ options: options(count) })
const LISTED: [kind: string, most: number | undefined, ...none: string[]][] = [
  ['coloured-vote', 20, 'none'],
  ['impact-uncertainty', 25, 'none'],
  ['wind-tunnel', 8, 'none'],
  ['micmac', 15, 'least'],
  ['mactor', 10, 'least', 'noObjective'],
  ['multipol', 12, 'least', 'noCriterion'],
  ['cross-impact', 3, 'least'],
]
const CASES: Case[] = [
  ...LISTED.map(([kind, most, ...none]): Case => ({
    ...{ kind, settings: listed, none },
    ...(most === undefined ? {} : { most }),
  })),
  { kind: 'pestel', settings: () => ({ card: 'weak-signal' }), notes: true, most: 25, none: ['none'] },
  { kind: 'premortem', notes: true, most: 20, none: ['none'] },
  { kind: 'futures-wheel', notes: true, none: ['none'] },
  { kind: 'delphi', settings: () => ({ from: 'a1' }), notes: true, most: 8, none: [] },
]

function paperOf({ kind, settings = () => ({}), notes }: Case, count: number, t: Translate) {
  const it = activityOf(kind)!
  const parsed = it.settings.parse(settings(count))
  const some = notes ? Array.from({ length: count }, note) : []
  return { it, settings: parsed, paper: it.poll!.paper(some, parsed, t) as Paper }
}

for (const one of CASES)
  for (const language of ['fr', 'en'] as const) {
    const t = createTranslate(language, activityOf(one.kind)!.messages[language])
    const said = (advice: Advice[]) =>
      advice.map(({ key, params }) => {
        const words = t(key, params)
        expect(words, `${one.kind} has no words for ${key}`).not.toBe(key)
        // What to do next follows what is wrong.
        expect(words.length, words).toBeGreaterThan(40)
        return key.replace('advice.', '')
      })
    const before = (count: number) => {
      const { it, settings, paper } = paperOf(one, count, t)
      return said(it.poll!.before!(paper.subjects ?? paper.options, settings))
    }

    test(`${one.kind}, ${language}: nothing to rate, and too much of it, is said before the vote`, () => {
      expect(before(0)).toEqual(expect.arrayContaining(one.none))
      if (one.most === undefined) return
      const tooMany = (keys: string[]) => keys.filter((key) => ['many', 'most'].includes(key))
      expect(tooMany(before(one.most))).toEqual([])
      expect(tooMany(before(one.most + 1))).toHaveLength(1)
    })

    test(`${one.kind}, ${language}: without a ballot, and with empty ones, nothing breaks and nothing is left without words`, () => {
      for (const count of [0, 2])
        for (const ballots of [[], [{}], [{}, {}]]) {
          const { it, settings, paper } = paperOf(one, count, t)
          const poll = it.poll!
          const real = ballots.flatMap((ballot) => {
            const read = poll.check(paper, ballot) as { ok?: false }
            return read.ok === false ? [] : [read]
          })
          const result = poll.count(paper, real)
          said(poll.advise?.(paper, result, []) ?? [])
          const round = { type: 'x', paper, result, voted: real.length }
          const blocks = it.report({ settings, notes: [], rounds: [round], language, t } as never)
          expect(blocks.some(({ type }) => type === 'text')).toBe(true)
        }
    })
  }
