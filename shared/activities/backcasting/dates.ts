// Notes that have a month, for the road map. Called by the activity's report and by its face.
import { cardLine } from '../../board/card.ts'
import { byOrder, type Note } from '../../board/note.ts'

export interface Dated {
  note: Note
  /** 2027-03. */
  month: string
  /** Months since the year 0. */
  at: number
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/

/** Visible notes with a month, the earliest first; what is not a month is no date. */
export function datedNotes(notes: readonly Note[]): Dated[] {
  return notes
    .flatMap((note): Dated[] => {
      const month = cardLine(note, 'date')
      const [, year, number] = MONTH.exec(month) ?? []
      return year && number && !note.hidden
        ? [{ note, month, at: Number(year) * 12 + Number(number) - 1 }]
        : []
    })
    .sort((a, b) => a.at - b.at || byOrder(a.note, b.note))
}
