// Words of a painted sheet: no line wider than its room, nothing lost, laid out once a note.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Note } from '../../shared/board/note.ts'
import { Lettering, SET, wrapped } from './lettering.ts'

const measure = (text: string) => 7 * text.length

it('goes to the next line as a browser does: at spaces and after hyphens, never at a no-break space', () => {
  expect(wrapped('Ouvrir le samedi', 70, measure)).toEqual(['Ouvrir le', 'samedi'])
  expect(wrapped('Oui\n\nnon  merci', 70, measure)).toEqual(['Oui', '', 'non merci'])
  expect(wrapped('un vice-président', 70, measure)).toEqual(['un vice-', 'président'])
  expect(wrapped('deux mots\u00A0!', 70, measure)).toEqual(['deux', 'mots\u00A0!'])
  expect(wrapped('oui anticonstitution', 70, measure)).toEqual(['oui', 'anticonsti', 'tution'])
  expect(wrapped('', 70, measure)).toEqual([''])
})

it('loses no letter, and no line is wider than its room', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '-', ' ', 'w'), maxLength: 80 })
  fc.assert(
    fc.property(texts, fc.integer({ min: 7, max: 200 }), (text, room) => {
      const lines = wrapped(text, room, measure)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(Math.max(room, 7))
    }),
  )
})

it('is laid out once for each note, and a longer note is higher', () => {
  let asked = 0
  const lettering = new Lettering((text) => (asked++, measure(text)))
  const note = (text: string): Note => ({ id: 'n', text, tone: 'ciel', at: [0, 0], order: 'a' })
  const short = note('Oui')
  const first = lettering.of(short)
  const before = asked
  expect(lettering.of(short)).toBe(first)
  expect(asked).toBe(before)
  expect(first.height).toBe(2 * SET.padding[0] + SET.glyph)
  const long = note('mot '.repeat(100))
  expect(lettering.heightOf(long)).toBeGreaterThan(300)
  expect(lettering.of(long).lines.length).toBeGreaterThan(20)
  expect(lettering.heightOf(long)).toBe(lettering.of(long).height)
})

it('letters what stands on a card beside its text, below it', () => {
  const lettering = new Lettering(measure)
  const { lines } = lettering.of({
    id: 'n',
    text: 'Halle',
    tone: 'ciel',
    at: [0, 0],
    order: 'a',
    fields: { figures: '120' },
  })
  expect(lines.map(({ text }) => text)).toEqual(['Halle', '120'])
})
