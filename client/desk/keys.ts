// Which key does what on the desk. Called by the page for every key press, and by the list of shortcuts.

export type Shortcut =
  | 'timer'
  | 'more'
  | 'less'
  | 'reveal'
  | 'lock'
  | 'vote'
  | 'spotlight'
  | 'next'
  | 'back'
  | 'code'
  | 'blank'
  | 'night'
  | 'note'
  | 'group'
  | 'search'
  | 'undo'
  | 'redo'
  | 'help'
  | 'escape'

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const PLAIN: Record<string, Shortcut> = {
  ' ': 'timer',
  '+': 'more',
  '=': 'more',
  '-': 'less',
  '−': 'less',
  r: 'reveal',
  l: 'lock',
  v: 'vote',
  s: 'spotlight',
  q: 'code',
  b: 'blank',
  d: 'night',
  n: 'note',
  g: 'group',
  '/': 'search',
  '?': 'help',
  Escape: 'escape',
}

/** The action of a key press, or null. Letters work in either case. */
export function shortcutOf(press: Press): Shortcut | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = press
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) {
    if (altKey || letter !== 'z') return letter === 'y' && !altKey ? 'redo' : null
    return shiftKey ? 'redo' : 'undo'
  }
  if (altKey) return null
  if (shiftKey && key === 'ArrowRight') return 'next'
  if (shiftKey && key === 'ArrowLeft') return 'back'
  return PLAIN[letter] ?? null
}

/** True while somebody writes, or is inside a dialog or a menu: keys then belong to that. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('input, textarea, select, [contenteditable=true], dialog, [role=menu]') !== null
}

/** True where Space presses what has the focus. */
export function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role=tab], summary') !== null
}
