// Parts of a page that are fetched when they are needed, on a network that comes and goes, from a server that may be newer.
// Called wherever the client imports a chunk of its own while it runs.
import { reloadOnce } from './fresh.ts'

/** Waits between tries, in milliseconds; the last one is repeated. About five minutes in all, then it is an error. */
const WAITS = [500, 1000, 2000, 4000, 8000]
const TRIES = 40
/** A part that fails so often while the server answers is one that the server has no more. */
const DOUBTFUL = 3

/**
 * Imports a chunk and tries again while it cannot be fetched: a phone in a dead spot waits for it instead of breaking.
 * `pause` waits some milliseconds, or less when the device says that it is online again; `outdated` makes an old page new.
 */
export async function lazy<T>(load: () => Promise<T>, pause = untilOnline, outdated = renew): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await load()
    } catch (error) {
      if (tried === TRIES) throw error
      if (tried >= DOUBTFUL) await outdated()
      await pause(WAITS[Math.min(tried, WAITS.length) - 1]!)
    }
  }
}

/** The server answers, and still has no such part: this page is older than it. */
async function renew(): Promise<void> {
  const page = await fetch('/', { cache: 'no-store' }).catch(() => null)
  if (page?.ok) reloadOnce()
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
