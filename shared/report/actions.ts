// What people have agreed to do: notes that carry an owner or a date. Called by the outline, Markdown, the page and ics.ts.
import type { Note } from '../board/note.ts'
import { isLasting } from '../ids.ts'
import type { Report } from './model.ts'

export interface Action {
  note: Note
  /** The activity whose board it lies on. */
  section: string
  owner: string
  /** As it was typed. */
  date: string
}

/** Every visible note with an owner or a date, in the order of the report. */
export function actionsOf({ sections }: Pick<Report, 'sections'>): Action[] {
  return sections.flatMap(({ id, notes }) =>
    notes.flatMap((note) => {
      const [owner, date] = [said(note, 'owner'), said(note, 'date')]
      return owner || date ? [{ note, section: id, owner, date }] : []
    }),
  )
}

/** Those that no section has in a table already: the decisions of the workshop list their own. */
export function looseActionsOf(report: Pick<Report, 'sections'>): Action[] {
  return actionsOf(report).filter(({ section }) => !isLasting(section))
}

function said({ fields }: Note, field: string): string {
  return String(fields?.[field] ?? '').trim()
}
