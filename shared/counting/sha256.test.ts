import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

test('the digests published with the standard', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
})

test('any text has the digest that the operating system gives', () => {
  const same = fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
    expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'))
  })
  fc.assert(same)
})
