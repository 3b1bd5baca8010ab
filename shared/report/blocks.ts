// What a report is made of. Activities return blocks; each format has one small renderer for them.
import type { Note } from '../board/note.ts'
import type { Drawing } from './drawing.ts'

export interface RankedRow {
  rank: number
  label: string
  value: number
  tone?: string
  /** Said after the value: "9 persons". */
  detail?: string
}

/** How the ballots on one option are spread over the levels. */
export interface StackedRow {
  label: string
  rank: number
  /** One for each level. */
  counts: number[]
  /** The verdict in words: "Good +". */
  mention?: string
}

export type Block =
  | { type: 'text'; text: string }
  /** `aside`: how a result came about; pages fold it, slides leave it out. */
  | { type: 'table'; title?: string; head: string[]; rows: (string | number)[][]; aside?: true }
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
  /** A bar for each row, cut by levels from the worst to the best; drawn from the best on, unless `first` says otherwise. */
  | { type: 'stack'; title: string; levels: string[]; rows: StackedRow[]; first?: 'worst' }
  /** A map, a plane or a wheel, and the same as a table for whoever does not see it. */
  | { type: 'drawing'; title: string; drawing: Drawing; head: string[]; rows: (string | number)[][] }
