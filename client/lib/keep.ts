// What this device keeps: one small text by key. A browser that keeps nothing must not stop anybody.
// Called by seats, ballots, documents and drafts; keys begin with the workshop's code or id.

const PREFIX = 'tablee/'

/** `device` keeps until it is told to forget; `tab` outlives a reload, and ends with the tab. */
export type Drawer = 'device' | 'tab'

/** The kept value, or null where there is none, or where it cannot be read. */
export function kept<T>(key: string, drawer: Drawer = 'device'): T | null {
  try {
    const text = storage(drawer).getItem(PREFIX + key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** False where the browser refuses to keep anything (private window, no room left). */
export function keep(key: string, value: unknown, drawer: Drawer = 'device'): boolean {
  try {
    storage(drawer).setItem(PREFIX + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forget(key: string, drawer: Drawer = 'device'): void {
  try {
    storage(drawer).removeItem(PREFIX + key)
  } catch {
    return
  }
}

/** All kept keys with this beginning, without our own prefix. */
export function keptKeys(beginning: string, drawer: Drawer = 'device'): string[] {
  try {
    return Object.keys(storage(drawer))
      .filter((key) => key.startsWith(PREFIX + beginning))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}

function storage(drawer: Drawer): Storage {
  return drawer === 'tab' ? sessionStorage : localStorage
}
