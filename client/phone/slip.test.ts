// @vitest-environment jsdom
// A slip is read from the address once and is then not to be seen there.
import { beforeEach, expect, test } from 'vitest'
import { slipIn, takeSlip } from './slip.ts'

beforeEach(() => history.replaceState(null, '', '/j/GRVKMT'))

test('a fragment with the mark is a slip, any other is an invite', () => {
  expect(slipIn('slip.AbC_-123')).toBe('AbC_-123')
  expect(slipIn('slip.')).toBe('')
  expect(slipIn('AbC_-123')).toBeNull()
  expect(slipIn('')).toBeNull()
})

test('it leaves the address bar and is still there after a reload', () => {
  history.replaceState(null, '', '/j/GRVKMT#slip.AbC')
  expect(takeSlip()).toBe('AbC')
  expect(location.href).toMatch(/\/j\/GRVKMT$/)
  expect(takeSlip()).toBe('AbC')
})

test('an invite stays where it is', () => {
  history.replaceState(null, '', '/j/GRVKMT#invite')
  expect(takeSlip()).toBeNull()
  expect(location.hash).toBe('#invite')
})
