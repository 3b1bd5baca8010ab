// A workshop just made, handed from Home to Created: its private link is told once and lives in this tab alone.
// Called by CreateForm, which puts it, and by Created, which reads it until the desk is opened.
import type { Language } from '../../shared/wire.ts'

export interface NewWorkshop {
  workshop: { id: string; code: string; title: string; language: Language }
  tokens: { desk: string; scribe: string; wall: string }
  links: { desk: string; wall: string; join: string }
  activities: number
  minutes: number
}

const KEY = 'tablee/created'

/** False where this browser keeps nothing, not even for one tab. */
export function handOver(made: NewWorkshop): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(made))
    return true
  } catch {
    return false
  }
}

export function handedOver(): NewWorkshop | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as NewWorkshop | null
  } catch {
    return null
  }
}

export function letGo(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    return
  }
}

/** The same page on the address this device is on: its storage and its network are known to work. */
export function hereOf(link: string): string {
  const { pathname, hash } = new URL(link)
  return pathname + hash
}
