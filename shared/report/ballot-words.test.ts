// A ballot of every type that can be read back says each thing it names.
import { expect, test } from 'vitest'
import { ballotWords } from './ballot-words.ts'

const t = (key: string) => `<${key}>`
const options = ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() }))
const more = { grades: ['bad', 'good'], min: 0, max: 1, labels: ['no', 'yes'] }

test.each<[string, unknown, string[]]>([
  ['single', 'a', ['A']],
  ['single', 'blank', ['Blanc']],
  ['approval', ['a', 'b'], ['A', 'B']],
  ['approval', [], ['Blanc']],
  ['dots', { b: 2 }, ['B × 2']],
  ['credits', { a: 3, b: -1 }, ['A × 3', 'B × -1']],
  ['score', { a: 0, b: 5 }, ['A · 0', 'B · 5']],
  ['grades', { a: 0 }, ['A · <bad>']],
  ['ranking', [['b'], ['a']], ['1. B', '2. A']],
  ['ranking', [['a', 'b']], ['1. A = B']],
  ['axes', { a: { x: 1, y: 7.5 } }, ['A → 1 ↑ 7.5']],
  ['opinions', { a: 1, b: -1 }, ['A · <paper.agree>', 'B · <paper.disagree>']],
  ['scale', 1, ['1 · <yes>']],
  ['scale', { value: 0, reason: 'trop tôt' }, ['0 · <no> · trop tôt']],
  ['consent', { answer: 'objection', reason: 'le coût' }, ['<answer.objection> · le coût']],
  ['nomination', { option: 'b' }, ['B']],
  ['number', { value: 3, reason: 'une tendance' }, ['3 · une tendance']],
])('%s %j', (type, choice, words) => {
  expect(ballotWords({ type, paper: { options, rev: 1, ...more } }, choice, t, 'Blanc')).toEqual(words)
})
