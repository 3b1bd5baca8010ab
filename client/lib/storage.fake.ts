// A browser's storage for tests in Node. Called by *.test.ts beside it.

/** Behaves as localStorage: values are own keys, methods are not. `full` refuses to keep anything more. */
export class FakeStorage {
  [key: string]: unknown

  static full = false

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (this[key] as string) : null
  }

  setItem(key: string, value: string): void {
    if (FakeStorage.full) throw new Error('QuotaExceededError')
    this[key] = value
  }

  removeItem(key: string): void {
    delete this[key]
  }
}
