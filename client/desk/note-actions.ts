// What the menu of one note offers. Called by NoteToolbar and BoardList.
import Palette from '@lucide/svelte/icons/palette'
import ArrowLeft from '@lucide/svelte/icons/arrow-left'
import ArrowRight from '@lucide/svelte/icons/arrow-right'
import Combine from '@lucide/svelte/icons/combine'
import Eye from '@lucide/svelte/icons/eye'
import EyeOff from '@lucide/svelte/icons/eye-off'
import Link from '@lucide/svelte/icons/link'
import Parking from '@lucide/svelte/icons/circle-parking'
import Pencil from '@lucide/svelte/icons/pencil'
import Trash2 from '@lucide/svelte/icons/trash-2'
import Ungroup from '@lucide/svelte/icons/ungroup'
import { TONES, type Note } from '../../shared/board/note.ts'
import { hasTies, type Tie } from '../../shared/board/ties.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { MenuItem } from '../ui/Menu.svelte'
import { isGrouped } from './places.ts'
import type { Tabletop } from './tabletop.svelte.ts'

/** In constant order; what makes no sense for this note is left out. `toneName` gives the word for a paper. */
export function noteActions(
  table: Tabletop,
  note: Note,
  toneName: (tone: string) => string,
  t: Translate,
  park: (note: Note) => void,
): MenuItem[] {
  const { id } = note
  const group = note.fields?.['group'] === 1
  const hidden = note.hidden === true
  const colours = TONES.filter((tone) => tone !== note.tone).map((tone) => ({
    label: t('note.colour', { name: toneName(tone) }),
    icon: Palette,
    run: () => table.colour(id, tone),
  }))
  return [
    { label: t(group ? 'group.rename' : 'note.edit'), icon: Pencil, run: () => table.edit(id) },
    ...(group
      ? []
      : [{ label: t('note.merge'), icon: Combine, run: () => (table.moving = { note: id, how: 'merge' }) }]),
    ...(!group && hasTies(table.layout)
      ? [{ label: t('tie.choose'), icon: Link, run: () => (table.moving = { note: id, how: 'tie' }) }]
      : []),
    ...(isGrouped(table.ground, note)
      ? [{ label: t('note.ungroup'), icon: Ungroup, run: () => table.lift(id) }]
      : []),
    {
      label: t(hidden ? 'note.restore' : 'note.hide'),
      icon: hidden ? Eye : EyeOff,
      run: () => table.hide(id, !hidden),
    },
    ...(group ? [] : [{ label: t('note.park'), icon: Parking, run: () => park(note) }]),
    ...(group ? sideways(table, id, t) : colours),
    {
      label: t(group ? 'group.remove' : 'note.remove'),
      icon: Trash2,
      danger: true,
      run: () => table.remove(id),
    },
  ]
}

/** A group that is a column changes places with the column beside it. */
function sideways(table: Tabletop, id: string, t: Translate): MenuItem[] {
  const groups = table.columns.filter((column) => column.group)
  const at = groups.findIndex((column) => column.id === id)
  if (at === -1) return []
  const to = (before: string | undefined) => () => table.move(id, { parent: null, before: before ?? null })
  return [
    {
      label: t('group.left'),
      icon: ArrowLeft,
      disabled: at === 0,
      run: to(groups[at - 1]?.id),
    },
    {
      label: t('group.right'),
      icon: ArrowRight,
      disabled: at === groups.length - 1,
      run: to(groups[at + 2]?.id),
    },
  ]
}

/** Ties two notes, or unties them, where this desk may write. */
export function tieNotes(table: Tabletop, { from, to, label }: Tie, on: boolean): void {
  if (!table.writable) return
  table.redoable = 0
  table.doc.patch(from, { tie: { to, label: on ? label : null } })
}
