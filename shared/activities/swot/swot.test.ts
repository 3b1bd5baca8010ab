// SWOT: who meets whom is asked of phones in the last step, drawn beside the quadrants, and told by the report.
import { expect, test } from 'vitest'
import { MEETS } from '../../board/ties.ts'
import type { Note } from '../../board/note.ts'
import { reportWords } from '../../report/words.ts'
import { swot } from './activity.ts'

const t = reportWords('fr', swot)
const settings = swot.settings.parse({})
const note = (text: string, under: string, links?: Note['links']): Note => ({
  id: text,
  text,
  tone: 'craie',
  at: [0, 0],
  order: text,
  under,
  ...(links ? { links } : {}),
})

test('the last step ties notes and moves none; without help from phones it only talks', () => {
  expect(swot.steps(settings).at(-1)).toMatchObject({ id: 'talk', arrange: true, asks: { ties: true } })
  expect(swot.steps(swot.settings.parse({ arrange: false })).at(-1)).not.toHaveProperty('arrange')
})

test('every pair of places has its words, in the report the strengths and opportunities first', () => {
  const { meets = [] } = swot.layout!(settings, t)
  const words = meets.map((pair) => t(`pair.${pair.join('-')}`))
  expect(new Set(words).size).toBe(4)
  const notes = [
    note('la dette', 'weaknesses', { 'la loi': MEETS }),
    note('la halle', 'strengths', { 'la fête': MEETS, 'la dette': MEETS, ailleurs: MEETS }),
    note('la fête', 'opportunities'),
    note('la loi', 'threats'),
  ]
  const told = swot.report({ settings, notes, rounds: [], language: 'fr', t })
  expect(told.find((block) => block.type === 'table')).toEqual({
    type: 'table',
    title: 'Croisements',
    head: ['Rencontre', 'Au dedans', 'Au dehors'],
    rows: [
      [words[0], 'la halle', 'la fête'],
      [words[3], 'la dette', 'la loi'],
    ],
  })
})
