// Who was proposed stands in the order of the paper, with what changed.
import { expect, test } from 'vitest'
import { countNominations } from './count.ts'
import { changesOf, proposed } from './drawing.ts'

const options = ['ada', 'bo', 'cy'].map((id) => ({ id, label: id }))
const ids = ['ada', 'bo', 'cy']

test('people nobody proposed are not there; the others keep the order of the paper', () => {
  const now = countNominations(ids, [{ option: 'cy' }, { option: 'ada', reason: 'écoute' }, { option: 'cy' }])
  expect(proposed(options, now)).toEqual([
    { id: 'ada', label: 'ada', count: 1, before: null, reasons: ['écoute'] },
    { id: 'cy', label: 'cy', count: 2, before: null, reasons: [] },
  ])
})

test('who was left by all in the second round is still named', () => {
  const before = countNominations(ids, [{ option: 'bo' }, { option: 'cy' }])
  const now = countNominations(ids, [{ option: 'cy' }, { option: 'cy' }])
  expect(proposed(options, now, before).map(({ id, count, before: was }) => [id, was, count])).toEqual([
    ['bo', 1, 0],
    ['cy', 1, 2],
  ])
})

test('who changed is told with both names, in the order of the alphabet; whoever confirmed, or came later, is not', () => {
  const line = (name: string, was: string | undefined, to: string) => ({
    ...(name ? { name } : {}),
    choice: { option: to },
    ...(was === undefined ? {} : { was: { option: was } }),
  })
  const named = [
    line('Zoé', 'bo', 'ada'),
    line('Ana', 'cy', 'bo'),
    line('Léa', 'cy', 'cy'),
    line('Oumar', undefined, 'cy'),
  ]
  expect(changesOf(options, [...named, line('', 'gone', 'ada'), line('', 'bo', 'cy')])).toEqual([
    { name: '', from: 'bo', to: 'cy' },
    { name: 'Ana', from: 'cy', to: 'bo' },
    { name: 'Zoé', from: 'bo', to: 'ada' },
  ])
})
