// The report for machines, in the form of the contract, section 2. Called by render.ts.
import type { Note } from '../board/note.ts'
import type { Report, Section } from './model.ts'

export interface JsonNote {
  id: string
  text: string
  tone: string
  under?: string
  at?: [number, number]
  /** Only in an export that was asked to hold first names. */
  name?: string
}

export interface JsonReport {
  v: 1
  workshop: Report['workshop']
  revision: number
  activities: ({ notes: JsonNote[] } & Pick<Section, 'id' | 'kind' | 'title' | 'question'> &
    Pick<Section, 'paper' | 'participation' | 'result' | 'fingerprint' | 'ballots'>)[]
}

/** The report as a plain value; `result` is exactly what the activity counted. */
export function jsonReport(report: Report): JsonReport {
  const { v, workshop, revision, sections, names } = report
  const activities = sections.map(
    ({ id, kind, title, question, paper, participation, result, fingerprint, ballots, ...section }) => ({
      id,
      kind,
      title,
      question,
      notes: section.notes.map((note) => jsonNote(note, section.placed, names?.[note.id])),
      ...(paper ? { paper } : {}),
      ...(participation ? { participation } : {}),
      ...(result === undefined ? {} : { result }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(ballots ? { ballots } : {}),
    }),
  )
  return { v, workshop, revision, activities }
}

function jsonNote({ id, text, tone, under, at }: Note, placed: boolean, name: string | undefined): JsonNote {
  return {
    id,
    text,
    tone,
    ...(under === undefined ? {} : { under }),
    ...(placed ? { at } : {}),
    ...(name === undefined ? {} : { name }),
  }
}
