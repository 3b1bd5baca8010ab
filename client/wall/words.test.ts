// The wall's small readings: settings of a snapshot, days, addresses, sizes of texts.
import { expect, test } from 'vitest'
import type { Snapshot } from '../../shared/wire.ts'
import { doorOf } from './join.ts'
import { isFree, kindsOf, zonesOf } from './layout.ts'
import { QUESTION, sizeOf, SPOTLIGHT, TITLE } from './lengths.ts'
import { whenText } from './when.ts'

test('settings of any shape give a board', () => {
  expect(zonesOf({ columns: ['Garder', 'Changer'] })).toEqual([
    { id: 'col-1', label: 'Garder' },
    { id: 'col-2', label: 'Changer' },
  ])
  expect(zonesOf({ columns: 'no' })).toEqual([])
  expect(
    kindsOf({ kinds: [{ tone: 'ciel', label: 'Envie' }, { tone: 'pink' }, null, { tone: 'craie' }] }),
  ).toEqual([{ tone: 'ciel', label: 'Envie' }, { tone: 'craie' }])
  expect([isFree({ layout: 'free' }), isFree({})]).toEqual([true, false])
  const layout = { kind: 'free' as const, zones: [{ id: 'h1', label: 'H1' }] }
  expect([zonesOf({ columns: ['Garder'] }, layout), isFree({}, layout)]).toEqual([layout.zones, true])
  expect(kindsOf({ kinds: [{ tone: 'ciel' }] }, layout)).toEqual([{ tone: 'ciel' }])
})

test('a day is written out, other words are left as they are', () => {
  expect(whenText('2026-06-05', 'fr')).toBe('vendredi 5 juin')
  expect(whenText('2026-06-05T18:00', 'en')).toBe('Friday 5 June')
  expect(whenText('un soir de juin', 'fr')).toBe('un soir de juin')
  expect(whenText('2026-02-30', 'fr')).toBe('2026-02-30')
  expect(whenText(undefined, 'fr')).toBeUndefined()
})

test('the door is the given link, else this origin with the code', () => {
  const session = { workshop: { code: 'GRVKMT' } } as Snapshot
  expect(doorOf(session, 'http://10.0.0.2:3000')).toEqual({
    url: 'http://10.0.0.2:3000/j/GRVKMT',
    host: '10.0.0.2:3000',
  })
  const linked = { ...session, links: { join: 'https://tablee.example/j/GRVKMT#abc' } } as Snapshot
  expect(doorOf(linked, 'http://10.0.0.2:3000').host).toBe('tablee.example')
})

test('longer texts and longer words are never set larger, and the question never under 42', () => {
  for (const steps of [QUESTION, SPOTLIGHT, TITLE]) {
    const sizes = [1, 10, 20, 40, 80, 160, 320].map((length) => sizeOf('a'.repeat(length), steps))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  }
  expect(sizeOf('ab '.repeat(100), QUESTION)).toBe(42)
  expect(sizeOf('Qui tient les clés ?', SPOTLIGHT)).toBeGreaterThanOrEqual(84)
  expect(sizeOf('a'.repeat(30), SPOTLIGHT)).toBeLessThan(sizeOf('aaaa '.repeat(6), SPOTLIGHT))
})
