// File names: whatever a title holds, the name stays plain.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileName } from './save-file.ts'

it.each([
  ['La ville en partage', 'la-ville-en-partage'],
  ['Œuvrer à l’été : 12 idées !', 'oeuvrer-a-l-ete-12-idees'],
  ['../../etc/passwd', 'etc-passwd'],
  ['a\r\nSet-Cookie: b', 'a-set-cookie-b'],
  ['\u202eexe.md', 'exe-md'],
  ['作業坊', 'atelier'],
])('%j is saved as %s', (title, name) => {
  expect(fileName(title, 'atelier')).toBe(name)
})

it('is plain, short and never empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      expect(fileName(title, 'x')).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
    }),
  )
})
