// Keeps the screen from going to sleep where the browser can; elsewhere (plain HTTP) the menu says so instead.
// Called by wall/Room.svelte.

/** False where this page has no way to keep the screen awake. */
export function canStayAwake(): boolean {
  return 'wakeLock' in navigator
}

/** Asks for the screen to stay on, again each time the page comes back. Gives the way to stop. */
export function stayAwake(): () => void {
  if (!canStayAwake()) return () => {}
  let lock: WakeLockSentinel | null = null
  let stopped = false
  const ask = async () => {
    if (document.visibilityState !== 'visible') return
    const got = await navigator.wakeLock.request('screen').catch(() => null)
    if (stopped) await got?.release()
    else lock = got
  }
  void ask()
  document.addEventListener('visibilitychange', ask)
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}
