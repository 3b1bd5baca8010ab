// A page that is older than its server loads itself again: once, because what is typed lies on the device anyway.
// Called by live, documents and lazy parts; rooms ask afterwards, and say so.
import { forget, keep, kept } from './keep.ts'

const AT = 'reloaded'
const TOLD = 'reloaded/told'
/** A second time within these milliseconds would not help either. */
const ONCE = 10 * 60_000

/** True where the page goes now; false where it has done so already, or where this browser could not remember it. */
export function reloadOnce(now = Date.now(), reload = () => location.reload()): boolean {
  const before = kept<number>(AT, 'tab')
  if (before !== null && Math.abs(now - before) < ONCE) return false
  if (!keep(AT, now, 'tab')) return false
  forget(TOLD, 'tab')
  reload()
  return true
}

/** True for the first to ask on the page that came after. */
export function hasReloaded(): boolean {
  if (kept(AT, 'tab') === null || kept(TOLD, 'tab') !== null) return false
  return keep(TOLD, true, 'tab')
}
