// Looking for words and joining texts.
import { expect, it } from 'vitest'
import { contains, mergedText } from './texts.ts'

it('finds a word whatever its case and accents', () => {
  expect(contains('Un vélo cargo par rue', 'VELO')).toBe(true)
  expect(contains('Un velo', 'vélo ')).toBe(true)
  expect(contains('Un vélo', 'auto')).toBe(false)
  expect(contains('Un vélo', '  ')).toBe(true)
  // where a long word may break does not matter
  expect(contains('Konsent\u00adentscheid', 'konsentent')).toBe(true)
})

it('joins two texts, and says nothing twice', () => {
  expect(mergedText('Un local', 'à vélos')).toBe('Un local\nà vélos')
  expect(mergedText('Un local', ' un LOCAL ')).toBe('Un local')
  expect(mergedText('', 'à vélos')).toBe('à vélos')
  expect(mergedText('Un local', '')).toBe('Un local')
})
