// Parts of a page that are fetched when they are needed, on a network that comes and goes.
// Called wherever the client imports a chunk of its own while it runs.

/** Waits between tries, in milliseconds; the last one is repeated. About five minutes in all, then it is an error. */
const WAITS = [500, 1000, 2000, 4000, 8000]
const TRIES = 40

/**
 * Imports a chunk and tries again while it cannot be fetched: a phone in a dead spot waits for it instead of breaking.
 * `pause` waits some milliseconds, or less when the device says that it is online again.
 */
export async function lazy<T>(load: () => Promise<T>, pause = untilOnline): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await load()
    } catch (error) {
      if (tried === TRIES) throw error
      await pause(WAITS[Math.min(tried, WAITS.length) - 1]!)
    }
  }
}

function untilOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    function done() {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
  })
}
