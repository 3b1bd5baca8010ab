// From the path to its page: each page is a chunk of its own, loaded when it is asked for.
// Called by index.html.
import { mount, unmount, type Component } from 'svelte'
import { PAGE, SOON } from './lib/goto.ts'
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

function partsOf(path: string): string[] {
  return path.split('/').filter(Boolean)
}

/** An address that means nothing leads home. */
async function pageOf([first = '']: string[]): Promise<Page> {
  return (await lazy(loaders[`./pages/${PAGES[first] ?? 'Home'}.svelte`]!)).default
}

/** What puts the page of the address on the screen, in the place of the one before. */
function createShow(target: HTMLElement): () => Promise<void> {
  let leave: (() => void) | null = null
  return async () => {
    const parts = partsOf(location.pathname)
    const page = await pageOf(parts)
    leave?.()
    const shown = mount(page, { target, props: { path: parts.slice(1).map(decodeURIComponent) } })
    leave = () => {
      void unmount(shown)
      // Whoever hears the page hears the next one from its beginning.
      scrollTo(0, 0)
      target.focus()
    }
    if (/^(s|desk)$/.test(parts[0] ?? '')) becomeApp()
  }
}

/** After everything that somebody waits for; on a line that is cut just then, the next visit does it. */
function becomeApp(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return
  setTimeout(() => {
    import('./lib/app.ts').then((app) => app.becomeApp()).catch(() => undefined)
  }, LEISURE)
}

// Schemas must not compile code on a page: the content policy forbids it, and the library's probe for it would be reported.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
followDevice()
window.addEventListener('hashchange', () => location.reload())
const show = createShow(document.getElementById('page')!)
addEventListener(PAGE, () => void show())
addEventListener(SOON, (event) => void pageOf(partsOf((event as CustomEvent<string>).detail)))
void show()
