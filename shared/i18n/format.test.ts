// Texts said with their values, in both languages: what ICU promises of the parts that our catalogues use.
import { describe, expect, it } from 'vitest'
import { createTranslate } from './translate.ts'

const said = (text: string, params: Record<string, string | number> = {}, language: 'fr' | 'en' = 'fr') =>
  createTranslate(language, { text })('text', params)

const NOTES = '{n, plural, =0 {aucune note} one {# note} other {# notes}}'

describe('a text', () => {
  it.each([
    ['Bonjour', {}, 'Bonjour'],
    ['Il reste {seconds} s.', { seconds: 1234 }, 'Il reste 1234 s.'],
    ['« {label} »', { label: '<b>{x}</b>' }, '« <b>{x}</b> »'],
    ['l’{a}', { a: 'un' }, 'l’un'],
    ["'{tel quel}'", {}, '{tel quel}'],
    ['Bonjour {name} !', {}, 'Bonjour  !'],
  ])('%s', (text, params, expected) => expect(said(text, params)).toBe(expected))

  it.each([
    [0, 'aucune note'],
    [1, '1 note'],
    [2, '2 notes'],
    [1500, '1\u00a0500 notes'],
    [2_000_000, '2\u00a0000\u00a0000 notes'],
  ])('counts %i as French does, with a space that our fonts have', (n, expected) => {
    expect(said(NOTES, { n })).toBe(expected)
  })

  it('counts as English does: nothing is several', () => {
    const text = '{n, plural, one {# note} other {# notes}}'
    expect([0, 1, 2, 1500].map((n) => said(text, { n }, 'en'))).toEqual([
      '0 notes',
      '1 note',
      '2 notes',
      '1,500 notes',
    ])
    expect(said('{n, plural, one {# note} other {# notes}}', { n: 0 })).toBe('0 note')
  })

  it('chooses by a word, and falls back on the rest', () => {
    const text = '{kind, select, yes {oui {n}} other {non}}'
    expect(said(text, { kind: 'yes', n: 3 })).toBe('oui 3')
    expect(said(text, { kind: 'perhaps' })).toBe('non')
  })

  it('takes an offset off what is counted, and the inner plural counts for itself', () => {
    const text = '{n, plural, offset:1 =1 {vous seul} one {vous et # autre} other {vous et # autres}}'
    expect([1, 2, 5].map((n) => said(text, { n }))).toEqual([
      'vous seul',
      'vous et 1 autre',
      'vous et 4 autres',
    ])
    const nested = '{m, plural, =0 {{s, plural, one {# seconde} other {# secondes}}} other {# min}}'
    expect([said(nested, { m: 0, s: 9 }), said(nested, { m: 4, s: 9 })]).toEqual(['9 secondes', '4 min'])
  })

  it('writes a number as its style says', () => {
    expect(said('{n, number}', { n: 2026.5 })).toBe('2\u00a0026,5')
    expect(said('{n, number, ::group-off}', { n: 2026 })).toBe('2026')
  })
})
