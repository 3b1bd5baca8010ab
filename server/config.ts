// Environment to a typed, checked object. Called by main.ts; a wrong value stops the start in one line.
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'

export interface Config {
  port: number
  host: string
  dataDir: string
  /** `postgres://...`: where everything is stored; null: in a file in `dataDir`. */
  databaseUrl: string | null
  /** `redis://...`: joins the nodes that work on one database; null: this one is alone. */
  redisUrl: string | null
  /** Origin put into links and QR codes, without a slash at the end; null: the first LAN address. */
  publicUrl: string | null
  allowedOrigins: string[]
  createKey: string | null
  adminKey: string | null
  /** Certificate and key in PEM, where this process speaks https itself. */
  tls: { cert: Buffer; key: Buffer } | null
  /** The name before `.local` that is announced on the local network, or null. */
  mdnsName: string | null
  maxSeats: number
  /** Where events are told, and what they are signed with; null: nobody is told. */
  webhook: { url: string; secret: string } | null
  retentionDays: number
  /** CIDRs of the proxies whose forwarded headers count. */
  trustProxy: string[]
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** One line for the operator: variable, value, what is allowed. */
export class ConfigError extends Error {}

type Env = Record<string, string | undefined>

/** Reads the environment; throws a ConfigError for the first wrong value. */
export function readConfig(env: Env): Config {
  if (env['REDIS_URL'] && !env['DATABASE_URL'])
    throw new ConfigError(`REDIS_URL=${hideSecret(env['REDIS_URL'])}: needs DATABASE_URL beside it`)
  return {
    port: integer(env, 'PORT', 3000, 0, 65535),
    host: text(
      env,
      'HOST',
      '0.0.0.0',
      (value) => isIP(value) !== 0 || /^[a-z0-9.-]+$/i.test(value),
      'an address or a host name',
    ),
    dataDir: resolve(env['DATA_DIR'] || './data'),
    databaseUrl: env['DATABASE_URL']
      ? url('DATABASE_URL', env['DATABASE_URL'], 'postgres://user:password@host:5432/database')
      : null,
    redisUrl: env['REDIS_URL'] ? url('REDIS_URL', env['REDIS_URL'], 'redis://host:6379') : null,
    publicUrl: env['PUBLIC_URL'] ? origin('PUBLIC_URL', env['PUBLIC_URL']) : null,
    allowedOrigins: list(env['ALLOWED_ORIGINS']).map((value) => origin('ALLOWED_ORIGINS', value)),
    createKey: env['CREATE_KEY'] || null,
    adminKey: env['ADMIN_KEY'] || null,
    maxSeats: integer(env, 'MAX_SEATS', 3000, 1, 1_000_000),
    tls: certificate(env),
    mdnsName:
      text(
        env,
        'MDNS_NAME',
        '',
        (value) => /^[a-z0-9-]{1,63}$/.test(value),
        'small letters, digits, hyphens',
      ) || null,
    webhook: webhook(env),
    retentionDays: integer(env, 'RETENTION_DAYS', 30, 7, 365),
    trustProxy: list(env['TRUST_PROXY']).map(cidr),
    logLevel: oneOf(env, 'LOG_LEVEL', 'info', ['silent', 'error', 'warn', 'info', 'debug']),
  }
}

/** Addresses of this machine that phones in the same room can reach, private ones first. */
export function lanAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const found = all.filter((a) => a.family === 'IPv4' && !a.internal).map((a) => a.address)
  const isPrivate = (address: string) => /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
  return [...found.filter(isPrivate), ...found.filter((address) => !isPrivate(address))]
}

function integer(env: Env, name: string, normal: number, min: number, max: number): number {
  const value = env[name]
  if (value === undefined || value === '') return normal
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw wrong(name, value, `a whole number from ${min} to ${max}`)
  return number
}

function text(
  env: Env,
  name: string,
  normal: string,
  ok: (value: string) => boolean,
  allowed: string,
): string {
  const value = env[name]
  if (value === undefined || value === '') return normal
  if (!ok(value)) throw wrong(name, value, allowed)
  return value
}

function oneOf<T extends string>(env: Env, name: string, normal: T, allowed: readonly T[]): T {
  const value = env[name]
  if (value === undefined || value === '') return normal
  const found = allowed.find((item) => item === value)
  if (!found) throw wrong(name, value, allowed.join(', '))
  return found
}

function origin(name: string, value: string): string {
  const allowed = 'an origin such as https://atelier.example, without a path'
  try {
    const url = new URL(value)
    if (!/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
      throw wrong(name, hideSecret(value), allowed)
    return url.origin
  } catch {
    throw wrong(name, hideSecret(value), allowed)
  }
}

/** Of the scheme of the example, with or without what some add to it (`postgresql:`, `rediss:`). */
function url(name: string, value: string, example: string): string {
  const scheme = example.split(':')[0]!
  if (!URL.canParse(value) || !new RegExp(`^${scheme}(ql|s)?:$`).test(new URL(value).protocol))
    throw wrong(name, hideSecret(value), `a URL such as ${example}`)
  return value
}

/** Both files or neither, and they belong together. */
function certificate(env: Env): Config['tls'] {
  const { TLS_CERT: cert, TLS_KEY: key } = env
  if (!cert && !key) return null
  const read = (name: string, path = '') => {
    if (!existsSync(path)) throw wrong(name, path, 'a PEM file that can be read')
    return readFileSync(path)
  }
  const files = { cert: read('TLS_CERT', cert), key: read('TLS_KEY', key) }
  try {
    createSecureContext(files)
  } catch {
    throw wrong('TLS_KEY', key!, 'the key of the certificate in TLS_CERT, both in PEM')
  }
  return files
}

/** The address has no key in it that a log could show, and the secret is one that nobody guesses. */
function webhook(env: Env): Config['webhook'] {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret = '' } = env
  if (!url) return null
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password || parsed.hash)
    throw wrong('WEBHOOK_URL', hideSecret(url), 'an http or https address, without a password')
  if (secret.length < 16)
    throw wrong('WEBHOOK_SECRET', '…', 'at least 16 characters, where WEBHOOK_URL is set')
  return { url: parsed.href, secret }
}

function cidr(value: string): string {
  const [address, bits] = value.split('/')
  const version = isIP(address ?? '')
  const most = version === 4 ? 32 : 128
  const fine = version !== 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
  if (!fine) throw wrong('TRUST_PROXY', value, 'addresses or CIDRs such as 10.0.0.0/8, separated by commas')
  return value
}

function list(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
}

function wrong(name: string, value: string, allowed: string): ConfigError {
  return new ConfigError(`${name}=${value}: must be ${allowed}`)
}

function hideSecret(url: string): string {
  return url.replace(/^(\w+:\/\/)?.*@/, '$1…@')
}
