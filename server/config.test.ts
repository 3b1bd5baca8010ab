// The environment: defaults, and one line for each wrong value.
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

describe('readConfig', () => {
  test('an empty environment gives the defaults', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      publicUrl: null,
      createKey: null,
      adminKey: null,
      maxSeats: 3000,
      retentionDays: 30,
      trustProxy: [],
      logLevel: 'info',
    })
  })
  test.each([
    ['PORT', '70000'],
    ['PORT', 'x'],
    ['HOST', 'two words'],
    ['PUBLIC_URL', 'atelier.example'],
    ['PUBLIC_URL', 'https://atelier.example/path'],
    ['PUBLIC_URL', 'https://me:secret@atelier.example'],
    ['ALLOWED_ORIGINS', 'https://a.example,ftp://b'],
    ['MAX_SEATS', '0'],
    ['RETENTION_DAYS', '6'],
    ['RETENTION_DAYS', '366'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://u:secret@h/d'],
    ['DATABASE_URL', 'u:secret@h'],
    ['REDIS_URL', 'redis://u:secret@h'],
    ['TLS_CERT', '/nowhere/cert.pem'],
    ['MDNS_NAME', 'two words'],
    ['WEBHOOK_URL', 'ftp://hooks.example'],
    ['WEBHOOK_URL', 'https://me:secret@hooks.example'],
  ])('%s=%s stops the start with one line that names it', (name, value) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(new RegExp(`^${name}=`))
    expect(read).not.toThrow(/secret|\n/)
  })
  test('nodes need a database in common', () => {
    const wrong = () => readConfig({ DATABASE_URL: 'postgres://h/d', REDIS_URL: 'http://u:secret@h' })
    expect(wrong).toThrow(/^REDIS_URL=http:\/\/…@h: must be/)
    const url = 'redis://h:6379'
    expect(readConfig({ DATABASE_URL: 'postgres://h/d', REDIS_URL: url }).redisUrl).toBe(url)
  })
  test('a database is taken as it is given', () => {
    expect(readConfig({}).databaseUrl).toBeNull()
    const url = 'postgres://u:secret@h:5433/d?sslmode=require'
    expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
  })
  test('a webhook needs a secret', () => {
    const url = 'https://hooks.example/tablee'
    expect(readConfig({}).webhook).toBeNull()
    expect(() => readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET: 'too short' })).toThrow(/^WEBHOOK_SECRET=…/)
    const secret = 'x'.repeat(16)
    expect(readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }).webhook).toEqual({ url, secret })
  })
  test('an origin is kept without its slash, lists are split', () => {
    const config = readConfig({ PUBLIC_URL: 'https://atelier.example/', TRUST_PROXY: '10.0.0.0/8, ::1' })
    expect(config.publicUrl).toBe('https://atelier.example')
    expect(config.trustProxy).toEqual(['10.0.0.0/8', '::1'])
  })
})
