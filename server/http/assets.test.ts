// Built files in the packing that a browser takes, with the headers that caches and unfinished downloads go by.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assets } from './assets.ts'
import { securityHeaders } from './headers.ts'

const SCRIPT = Buffer.from('export const answer = 42\n'.repeat(100))
const folder = mkdtempSync(join(tmpdir(), 'assets-'))
let server: Server

beforeAll(async () => {
  mkdirSync(join(folder, 'texts'))
  for (const name of ['kit.js', 'texts/phone.fr.json']) {
    writeFileSync(join(folder, name), SCRIPT)
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(SCRIPT))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(SCRIPT))
  }
  writeFileSync(join(folder, 'small.js'), 'export {}')
  const app = express().use(securityHeaders(false)).use('/assets', assets(folder))
  server = createServer(app)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

interface Got {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** As it travels: no client unpacks it on the way. */
function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: `/assets/${path}`, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', reject).end()
  })
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ['identity', undefined, (body: Buffer) => body],
])('to a browser that takes %s', async (taken, encoding, unpack) => {
  for (const [path, type] of [
    ['kit.js', 'text/javascript; charset=utf-8'],
    ['texts/phone.fr.json', 'application/json; charset=utf-8'],
  ] as const) {
    const { status, headers, body } = await get(path, { 'accept-encoding': taken })
    expect([status, headers['content-encoding'], headers['content-type']]).toEqual([200, encoding, type])
    expect(headers.vary).toBe('Accept-Encoding')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(unpack(body)).toEqual(SCRIPT)
  }
})

test('each packing has a tag of its own, and an unfinished download goes on where it was', async () => {
  const whole = await get('kit.js', { 'accept-encoding': 'br' })
  const other = await get('kit.js', { 'accept-encoding': 'gzip' })
  expect(whole.headers.etag).not.toBe(other.headers.etag)
  const again = await get('kit.js', { 'accept-encoding': 'br', 'if-none-match': whole.headers.etag! })
  expect([again.status, again.body.length]).toEqual([304, 0])
  const rest = await get('kit.js', { 'accept-encoding': 'br', range: 'bytes=10-' })
  expect([rest.status, rest.headers['content-encoding']]).toEqual([206, 'br'])
  expect(rest.body).toEqual(whole.body.subarray(10))
})

test('what has no packed form comes as it is, and no file says how a page may behave', async () => {
  const { headers, body } = await get('small.js', { 'accept-encoding': 'br' })
  expect([headers['content-encoding'], body.toString()]).toEqual([undefined, 'export {}'])
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toBeUndefined()
  expect((await get('none.js', { 'accept-encoding': 'br' })).status).toBe(404)
})
