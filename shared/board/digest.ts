// A short mark of what a document says: two replicas with equal state vectors and different marks have gone apart.
// Called by the server's checks and by documents in the browser. No secret and no defence, a check against damage.
import * as Y from 'yjs'

/** The roots that documents may have. */
const ROOTS = ['meta', 'notes', 'plan']

/**
 * 53 bits in base 36 (cyrb53 by bryc, public domain) over the content of all roots, keys sorted. A root without content
 * says nothing: it is there as soon as somebody has looked for it.
 */
export function digestOf(doc: Y.Doc): string {
  const hash = { a: 0xdeadbeef, b: 0x41c6ce57 }
  for (const root of ROOTS)
    if (doc.share.has(root) && doc.getMap(root).size > 0) take(hash, said(doc.getMap(root)))
  const { a, b } = finished(hash)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}

function said(value: unknown): string {
  if (value instanceof Y.Text) return JSON.stringify(value.toString())
  if (value instanceof Y.Array) return `[${value.toArray().map(said).join()}]`
  if (!(value instanceof Y.Map)) return JSON.stringify(value) ?? ''
  const entries = [...(value as Y.Map<unknown>).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${said(part)}`).join()}}`
}

interface Hash {
  a: number
  b: number
}

function take(hash: Hash, text: string): void {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    hash.a = Math.imul(hash.a ^ unit, 2654435761)
    hash.b = Math.imul(hash.b ^ unit, 1597334677)
  }
}

function finished({ a, b }: Hash): Hash {
  const mixed = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  const other = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return { a: mixed, b: other }
}
