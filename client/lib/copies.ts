// Copies of a document on this device, from the first keystroke until the server has stored it durably.
// Called by lib/doc.svelte.ts for pads: a reload in a dead spot loses nothing.
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import { forget, keep, kept } from './keep.ts'

/** Puts the copy aside. Beyond the size of a pad nothing is kept: the server would not take it either. */
export function keepCopy(key: string, doc: Y.Doc): void {
  const bytes = Y.encodeStateAsUpdate(doc)
  if (bytes.length <= LIMITS.pad) keep(key, toText(bytes))
}

/** Applies the kept copy, if there is one. True where there was. */
export function applyCopy(key: string, doc: Y.Doc, origin: unknown): boolean {
  const text = kept<string>(key)
  if (typeof text !== 'string') return false
  try {
    Y.applyUpdate(doc, fromText(text), origin)
    return true
  } catch {
    forget(key)
    return false
  }
}

/** True where each clock of `need` is reached by `have`. */
export function covers(have: Map<number, number>, need: Map<number, number>): boolean {
  for (const [client, clock] of need) if ((have.get(client) ?? 0) < clock) return false
  return true
}

function toText(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

function fromText(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
