// A verdict names whom it can, and counts them where they are too many.
import { expect, test } from 'vitest'
import common from '../../../shared/i18n/common.fr.json' with { type: 'json' }
import { createTranslate } from '../../../shared/i18n/translate.ts'
import { leadersOf, leadersVerdict, shortLabel, shortNames } from './verdict.ts'

const t = createTranslate('fr', common)
const LONG =
  'Une bibliothèque d’outils par quartier, tenue à tour de rôle par celles et ceux qui s’en servent'

test('one is in front, a few are tied, many are counted', () => {
  expect(leadersVerdict(['La halle'], t)).toBe('«\u00a0La halle\u00a0» arrive en tête.')
  expect(leadersVerdict(['A', 'B'], t)).toBe('Égalité en tête\u00a0: «\u00a0A\u00a0», «\u00a0B\u00a0».')
  expect(leadersVerdict(['A', 'B', 'C', 'D'], t)).toBe('4 propositions à égalité en tête.')
})

test('where nobody is ranked nothing is said', () => {
  expect(leadersVerdict([], t)).toBe('')
})

test('a long label is cut at the end of a word', () => {
  expect(shortLabel(LONG)).toBe('Une bibliothèque d’outils par quartier, tenue à tour de rôle…')
  expect(shortLabel('x'.repeat(100))).toBe(`${'x'.repeat(64)}…`)
  expect(shortLabel('  deux\nlignes ')).toBe('deux lignes')
})

test('several names are cut so that they fit into one sentence', () => {
  expect(shortNames([LONG, LONG, LONG], t)!.length).toBeLessThan(120)
})

test('leaders are those of the first rank', () => {
  const rows = [{ label: 'A', rank: 1 }, { label: 'B', rank: 1 }, { label: 'C', rank: 3 }, { label: 'D' }]
  expect(leadersOf(rows)).toEqual(['A', 'B'])
})
