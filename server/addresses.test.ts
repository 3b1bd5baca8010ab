// Which addresses a desk may choose from.
import { expect, test } from 'vitest'
import { createAddresses } from './addresses.ts'

const bare = { publicUrl: null, host: '0.0.0.0', tls: null, mdnsName: null }
const two = () => ['192.168.1.20', '10.0.0.7']

test.each([
  ['every interface', bare, ['http://192.168.1.20:3000', 'http://10.0.0.7:3000']],
  ['PUBLIC_URL wins', { ...bare, publicUrl: 'https://atelier.example' }, ['https://atelier.example']],
  ['one host alone', { ...bare, host: '10.0.0.7' }, ['http://10.0.0.7:3000']],
  ['an IPv6 host', { ...bare, host: 'fd00::7' }, ['http://[fd00::7]:3000']],
  [
    'a name of the local network comes last',
    { ...bare, mdnsName: 'tablee' },
    ['http://192.168.1.20:3000', 'http://10.0.0.7:3000', 'http://tablee.local:3000'],
  ],
])('%s', (_, config, expected) => {
  const { all, origin } = createAddresses(config, () => 3000, two)
  expect([all(), origin()]).toEqual([expected, expected[0]])
})

test('without a network there is the machine itself, with a certificate https', () => {
  expect(
    createAddresses(
      bare,
      () => 80,
      () => [],
    ).origin(),
  ).toBe('http://localhost:80')
  const tls = { cert: Buffer.from('c'), key: Buffer.from('k') }
  expect(createAddresses({ ...bare, tls }, () => 443, two).origin()).toBe('https://192.168.1.20:443')
})
