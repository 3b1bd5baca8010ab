// Keeps the screen awake while a timer runs, where the browser can (it needs a secure page). Called by Room.svelte.

/** Asks for the screen to stay on; gives the way to let it sleep again. */
export function keepAwake(): () => void {
  let over = false
  let lock: WakeLockSentinel | null = null
  const ask = async () => {
    if (over || document.visibilityState !== 'visible') return
    lock = await navigator.wakeLock?.request('screen').catch(() => null)
    if (over) void lock?.release()
  }
  document.addEventListener('visibilitychange', ask)
  void ask()
  return () => {
    over = true
    document.removeEventListener('visibilitychange', ask)
    void lock?.release()
  }
}
