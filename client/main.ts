// From the path to its page: each page is a chunk of its own, loaded when it is asked for.
// Called by index.html.
import { mount, type Component } from 'svelte'
import { lazy } from './lib/lazy.ts'
import { followDevice } from './lib/theme.ts'

type Page = Component<{ path: string[] }>

const PAGES: Record<string, string> = {
  '': 'Home',
  created: 'Created',
  j: 'Join',
  s: 'Phone',
  desk: 'Desk',
  plan: 'Plan',
  outline: 'Outline',
  wall: 'Wall',
  report: 'Report',
  replay: 'Replay',
  r: 'Shared',
  tour: 'Tour',
  admin: 'Admin',
}

const loaders = import.meta.glob<{ default: Page }>('./pages/*.svelte')

/** Milliseconds after which a page is busy with nothing of its own. */
const LEISURE = 3000

/** Puts the page of the address on the screen; an address that means nothing leads home. */
async function show(target: HTMLElement): Promise<void> {
  const [first = '', ...rest] = location.pathname.split('/').filter(Boolean)
  const load = loaders[`./pages/${PAGES[first] ?? 'Home'}.svelte`]
  if (!load) return
  const page = (await lazy(load)).default
  mount(page, { target, props: { path: rest.map(decodeURIComponent) } })
}

// Schemas must not compile code on a page: the content policy forbids it, and the library's probe for it would be reported.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
followDevice()
window.addEventListener('hashchange', () => location.reload())
void show(document.getElementById('page')!)
// After everything that somebody waits for; on a line that is cut just then, the next visit does it.
if (isSecureContext && 'serviceWorker' in navigator && /^\/(s|desk)\//.test(location.pathname))
  setTimeout(() => {
    import('./lib/app.ts').then(({ becomeApp }) => becomeApp()).catch(() => undefined)
  }, LEISURE)
