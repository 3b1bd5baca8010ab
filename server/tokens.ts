// Tokens and codes: 128 random bits each, stored only as a hash. Called by seats and the HTTP routes.
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { CODE_LENGTH, CODE_LETTERS } from '../shared/ids.ts'

/** 128 random bits, base64url, 22 characters. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

/** SHA-256 in hex; what the store keeps and looks up. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Compares two secrets in constant time, whatever their lengths. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(a), 'hex'), Buffer.from(hashToken(b), 'hex'))
}

/**
 * A secret of one workshop for one purpose (invite, a wall's or scribe's link): 128 bits, base64url.
 * It needs the installation's secret, which lies beside the database and not in it, so a copy of the database opens no door.
 */
export function derive(secret: Buffer, key: string, purpose: string): string {
  return createHmac('sha256', secret)
    .update(`${key}\n${purpose}`)
    .digest()
    .subarray(0, 16)
    .toString('base64url')
}

/** A random join code. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')
}
