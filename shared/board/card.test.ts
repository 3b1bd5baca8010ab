// The further lines of a card: their names and their order.
import { expect, test } from 'vitest'
import { cardLines } from './card.ts'

test('lines come as the card asks for them, each under its name; a choice says by itself what it is', () => {
  const fields = {
    consent: 'Citable en public',
    figures: '120',
    by: 'Maëlle',
    where: ' ',
    state: 'parked',
    group: 1,
  }
  const asked = [
    { key: 'where', label: 'Où' },
    { key: 'figures', label: 'Chiffres' },
    { key: 'consent', label: 'Peut-on le citer ?', type: 'choice' as const },
  ]
  expect(cardLines({ fields }, asked)).toEqual([
    { label: 'Chiffres', text: '120' },
    { label: '', text: 'Citable en public' },
    { label: '', text: 'Maëlle' },
    { label: '', text: 'parked' },
  ])
  expect(cardLines({})).toEqual([])
})
