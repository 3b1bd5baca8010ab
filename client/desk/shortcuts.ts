// A key press carried out: from keys.ts to the verbs of control.ts and the table. Called by Room.svelte.
import {
  addMinutes,
  goBack,
  goOn,
  reveal,
  setWall,
  spotlight,
  toggleClock,
  toggleLock,
  toggleScreen,
  vote,
} from './control.ts'
import type { Desk } from './desk.svelte.ts'
import { isPressable, isTyping, shortcutOf, type Shortcut } from './keys.ts'

const VERBS: Record<Exclude<Shortcut, 'escape'>, (desk: Desk) => void> = {
  timer: toggleClock,
  more: (desk) => addMinutes(desk, 1),
  less: (desk) => addMinutes(desk, -1),
  reveal,
  lock: toggleLock,
  vote,
  spotlight: (desk) => spotlight(desk),
  next: goOn,
  back: goBack,
  code: (desk) => toggleScreen(desk, 'code'),
  blank: (desk) => toggleScreen(desk, 'blank'),
  night: (desk) => setWall(desk, { night: !desk.session.wall?.night }),
  note: (desk) => desk.table?.add(desk.table.parentHere),
  group: (desk) => desk.table?.addGroup(),
  search: (desk) => (desk.searching = true),
  undo: (desk) => desk.undo(),
  redo: (desk) => desk.table?.redo(),
  help: (desk) => (desk.dialog = 'help'),
}

/** Does what the key says, unless somebody is typing or the shortcuts are off. Esc always deselects. */
export function press(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || isTyping(event.target)) return
  const shortcut = shortcutOf(event)
  if (!shortcut) return
  if (shortcut === 'escape') return deselect(desk)
  if (!desk.keysOn || desk.session.ended) return
  if (shortcut === 'timer' && isPressable(event.target)) return
  event.preventDefault()
  VERBS[shortcut](desk)
}

function deselect(desk: Desk): void {
  desk.searching = false
  if (desk.table) desk.table.selected = null
}
