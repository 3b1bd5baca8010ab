// Keeps the screen from going to sleep where the browser can (it needs a secure page); elsewhere the wall's menu says so.
// Called by phone/Room.svelte while a timer runs, and by wall/Room.svelte as long as the wall is open.

/** False where this page has no way to keep the screen awake. */
export function canStayAwake(): boolean {
  return 'wakeLock' in navigator
}

/** Milliseconds between a lock that the system took away and the next request. */
const ASK_AGAIN = 5_000

/** Asks for the screen to stay on, again each time the page comes back or the system lets go of it. Gives the way to stop. */
export function stayAwake(): () => void {
  if (!canStayAwake()) return () => {}
  let lock: WakeLockSentinel | null = null
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = async () => {
    clearTimeout(timer)
    if (stopped || document.visibilityState !== 'visible' || (lock && !lock.released)) return
    const got = await navigator.wakeLock.request('screen').catch(() => null)
    if (stopped) return void got?.release()
    lock = got
    // A weak battery or a busy system may refuse or take it back while the page is in full view.
    const later = () => !stopped && (timer = setTimeout(ask, ASK_AGAIN))
    if (got) got.addEventListener('release', later, { once: true })
    else later()
  }
  document.addEventListener('visibilitychange', ask)
  void ask()
  return () => {
    stopped = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}
