// The text behind a Wi-Fi's QR code, as cameras read it.
import { expect, test } from 'vitest'
import fc from 'fast-check'
import { wifiText } from './wifi.ts'

test.each([
  [{ name: 'Salle des fêtes', password: 'bienvenue' }, 'WIFI:T:WPA;S:Salle des fêtes;P:bienvenue;;'],
  [{ name: 'Libre' }, 'WIFI:T:nopass;S:Libre;;'],
  [{ name: 'Libre', password: '' }, 'WIFI:T:nopass;S:Libre;;'],
  // The example of ZXing's own page: "foo;bar\baz" in quotes.
  [{ name: '"foo;bar\\baz"' }, 'WIFI:T:nopass;S:\\"foo\\;bar\\\\baz\\";;'],
  [{ name: 'ABCD', password: '1234567890' }, 'WIFI:T:WPA;S:"ABCD";P:"1234567890";;'],
])('%j', (wifi, text) => expect(wifiText(wifi)).toBe(text))

test('whatever the name, the fields can be told apart again', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (name, password) => {
      const fields = [
        ...wifiText({ name, password })
          .slice(5)
          .matchAll(/([TSP]):((?:\\.|[^\\;])*);/gsu),
      ]
      const plain = (text: string) => text.replace(/\\(.)/gs, '$1').replace(/^"([\da-f]+)"$/i, '$1')
      const [, s, p] = fields.map((field) => plain(field[2]!))
      expect([s, p]).toEqual([name, password].map((text) => text.replace(/^"([\da-f]+)"$/i, '$1')))
    }),
  )
})
