// The page as an app of the device, where the context is secure: its shell is kept for dead spots, and the browser may offer to
// keep its link on the home screen. Called by main.ts on desks and phones, at leisure; on a plain address nothing of it is loaded.

/** Scripts may come from our own worker file alone: the page's policy asks for every such address by name. */
interface Policies {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown }
}

const WORKER = '/sw.js'

/** Never rejects: a device that keeps no shell is as good as before. */
export async function becomeApp(): Promise<void> {
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = `/manifest.webmanifest?at=${encodeURIComponent(location.pathname)}`
  document.head.append(link)
  try {
    await navigator.serviceWorker.register(workerUrl() as string)
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ shell: location.pathname, parts: loaded() })
  } catch {
    // A private window, or no room on the device.
  }
}

function workerUrl(): unknown {
  const { trustedTypes } = window as { trustedTypes?: Policies }
  const policy = trustedTypes?.createPolicy('tablee-worker', {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError('not our worker')
      return url
    },
  })
  return policy ? policy.createScriptURL(WORKER) : WORKER
}

/** Everything of our own that this page has loaded so far. */
function loaded(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set(names.filter((name) => name.startsWith(`${location.origin}/assets/`)))]
}
