// What a report is made of. Activities return blocks; each format has one small renderer for them.
import type { Note } from '../board/note.ts'

export interface RankedRow {
  rank: number
  label: string
  value: number
  tone?: string
  /** Said after the value: "9 persons". */
  detail?: string
}

export type Block =
  | { type: 'text'; text: string }
  | { type: 'table'; title?: string; head: string[]; rows: (string | number)[][] }
  | { type: 'notes'; groups: { title?: string; notes: Note[] }[] }
  /** `dots`: one sticker drawn for each voice. A line is drawn after `cut` rows, with its sentence. */
  | {
      type: 'ranking'
      title: string
      unit: string
      rows: RankedRow[]
      dots?: true
      cut?: { after: number; label: string }
    }
