/* The shell of desk and phone for dead spots: pages come from the network and only without one from here; parts of pages never
   change under their name, so the kept ones are as good. Registered by client/lib/app.ts, where the context is secure. */
/* global self, caches, fetch, clients, URL */
const SHELF = 'tablee-shell-1'
/** Parts kept; the oldest go first. */
const MOST = 400

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  // Whoever asks the server itself whether it is there, or newer, is answered by the server.
  if (request.method !== 'GET' || origin !== self.location.origin || request.cache === 'no-store') return
  if (request.mode === 'navigate' && kindOf(pathname)) event.respondWith(page(request, kindOf(pathname)))
  else if (pathname.startsWith('/assets/')) event.respondWith(part(request))
})

/** The page says what it is made of, since it was loaded before this was there. */
self.addEventListener('message', (event) => {
  const { shell, parts } = event.data ?? {}
  if (!Array.isArray(parts)) return
  event.waitUntil(keepAll(shell, parts))
})

/** `s` and `desk`: the same document whatever the workshop, without anything of it. */
function kindOf(pathname) {
  return /^\/(s|desk)\/[^/]+$/.exec(pathname)?.[1]
}

async function page(request, kind) {
  const shelf = await caches.open(SHELF)
  try {
    const answer = await fetch(request)
    if (answer.ok) await shelf.put(`/shell/${kind}`, answer.clone())
    return answer
  } catch (error) {
    const kept = await shelf.match(`/shell/${kind}`)
    if (kept) return kept
    throw error
  }
}

/** A part that the server has no more is told as it is: the page then knows that it is old. */
async function part(request) {
  const shelf = await caches.open(SHELF)
  const kept = await shelf.match(request.url, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok && answer.status === 200) await shelf.put(request.url, answer.clone())
  return answer
}

async function keepAll(shell, parts) {
  const shelf = await caches.open(SHELF)
  const own = parts.filter((path) => new URL(path, self.location.origin).pathname.startsWith('/assets/'))
  for (const path of own) {
    if (await shelf.match(path, { ignoreVary: true })) continue
    const answer = await fetch(path).catch(() => null)
    if (answer?.ok) await shelf.put(path, answer)
  }
  const kind = kindOf(new URL(shell, self.location.origin).pathname)
  const document = kind ? await fetch(shell).catch(() => null) : null
  if (document?.ok) await shelf.put(`/shell/${kind}`, document)
  const keys = await shelf.keys()
  const old = keys.filter(({ url }) => new URL(url).pathname.startsWith('/assets/'))
  for (const key of old.slice(0, Math.max(0, old.length - MOST))) await shelf.delete(key)
}
