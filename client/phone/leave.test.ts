// Leaving a shared phone: the others keep their seats and words, whoever comes first has the device.
import { beforeEach, expect, test, vi } from 'vitest'
import { keep, kept } from '../lib/keep.ts'
import { keepSeat, keptSeat, type Kept } from '../lib/seat.ts'
import { FakeStorage } from '../lib/storage.fake.ts'
import { stepOut } from './leave.ts'
import { besides, whoseTurn } from './turns.ts'

const workshop = { id: 'w1', code: 'GRVKMT', title: 'Assemblée', language: 'fr' as const }
const person = (seat: string, via?: string): Kept => ({
  workshop,
  role: 'participant',
  token: `token-${seat}`,
  seat,
  ...(via === undefined ? {} : { via }),
})
const [lea, zoe, paul] = [person('s1'), person('s2', 's1'), person('s3', 's1')]

beforeEach(() => {
  vi.stubGlobal('localStorage', new FakeStorage())
  vi.stubGlobal('sessionStorage', new FakeStorage())
  keepSeat(lea)
  keep('GRVKMT/beside', [zoe, paul])
  keep('GRVKMT/turn', 's1')
  keep('GRVKMT/notes/a1', 'Léa')
  keep('GRVKMT/s2/notes/a1', 'Zoé')
  keep('GRVKMT/s3/notes/a1', 'Paul')
})

test('the owner leaves: the first of the others has the phone, and nobody else loses a word', () => {
  expect(stepOut(lea, lea)).toBe(true)
  expect(keptSeat('w1', 'participant')).toMatchObject({ seat: 's2', token: 'token-s2', via: 's1' })
  expect(besides('GRVKMT').map(({ seat }) => seat)).toEqual(['s3'])
  expect(['notes/a1', 's2/notes/a1', 's3/notes/a1'].map((key) => kept(`GRVKMT/${key}`))).toEqual([
    null,
    'Zoé',
    'Paul',
  ])
  const heir = keptSeat('w1', 'participant')!
  expect(whoseTurn(heir).seat).toBe('s2')
  expect(stepOut(heir, heir)).toBe(true)
  expect(keptSeat('w1', 'participant')?.seat).toBe('s3')
})

test('one of the others leaves: the owner goes on', () => {
  expect(stepOut(zoe, lea)).toBe(true)
  expect(keptSeat('w1', 'participant')?.seat).toBe('s1')
  expect(besides('GRVKMT').map(({ seat }) => seat)).toEqual(['s3'])
  expect(kept('GRVKMT/s2/notes/a1')).toBeNull()
  expect(kept('GRVKMT/notes/a1')).toBe('Léa')
})

test('the last one leaves: the device is empty', () => {
  keep('GRVKMT/beside', [])
  expect(stepOut(lea, lea)).toBe(false)
  expect([keptSeat('w1', 'participant'), kept('GRVKMT/notes/a1')]).toEqual([null, null])
})
