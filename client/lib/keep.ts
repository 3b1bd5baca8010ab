// What this device keeps: one small text by key. A browser that keeps nothing must not stop anybody.
// Called by seats, ballots, documents and drafts; keys begin with the workshop's code or id.

const PREFIX = 'tablee/'

/** The kept value, or null where there is none, or where it cannot be read. */
export function kept<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(PREFIX + key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** False where the browser refuses to keep anything (private window, no room left). */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(PREFIX + key)
  } catch {
    return
  }
}

/** All kept keys with this beginning, without our own prefix. */
export function keptKeys(beginning: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + beginning))
      .map((key) => key.slice(PREFIX.length))
  } catch {
    return []
  }
}
