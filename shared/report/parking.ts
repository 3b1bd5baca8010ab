// What was put aside for later: the lasting board `parking` as a section of its own. Called by report.ts.
import type { Note } from '../board/note.ts'
import type { Language } from '../wire.ts'
import type { Section } from './model.ts'
import { reportWords } from './words.ts'

/** The section of what was put aside; undefined where nothing was. */
export function parkingSection(all: readonly Note[], language: Language): Section | undefined {
  const notes = all.filter((note) => !note.hidden && note.text.trim() !== '')
  if (notes.length === 0) return undefined
  const t = reportWords(language)
  return {
    id: 'parking',
    kind: 'parking',
    exercise: t('parking'),
    title: t('parking'),
    question: '',
    settings: {},
    blocks: [{ type: 'notes', groups: [{ title: t('parking.later'), notes }] }],
    notes,
    zones: [],
    placed: false,
  }
}
