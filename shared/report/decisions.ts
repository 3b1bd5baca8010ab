// What was decided and what is to be done, noted at the desk after any activity: a section of its own. Called by report.ts.
import type { Note } from '../board/note.ts'
import type { Language } from '../wire.ts'
import type { Block } from './blocks.ts'
import type { Section } from './model.ts'
import { reportWords, writeDate } from './words.ts'

/** The section of the lasting board `decisions`; undefined where nothing was noted. */
export function decisionsSection(all: readonly Note[], language: Language): Section | undefined {
  const notes = all.filter((note) => !note.hidden && note.text.trim() !== '')
  if (notes.length === 0) return undefined
  const t = reportWords(language)
  const actions = notes.filter(isAction)
  const decided = notes.filter((note) => !isAction(note))
  const table: Block = {
    type: 'table',
    title: t('decisions.todo'),
    head: [t('decisions.what'), t('decisions.who'), t('decisions.when')],
    rows: actions.map((note) => actionRow(note, language)),
  }
  return {
    id: 'decisions',
    kind: 'decisions',
    exercise: t('decisions'),
    title: t('decisions'),
    question: '',
    settings: {},
    blocks: [
      ...(decided.length > 0
        ? [{ type: 'notes' as const, groups: [{ title: t('decisions.decided'), notes: decided }] }]
        : []),
      ...(actions.length > 0 ? [table] : []),
    ],
    notes,
    zones: [],
    placed: false,
  }
}

/** What, who, until when; the date in words where it is one. */
export function actionRow({ text, fields }: Note, language: Language): string[] {
  const said = (field: string) => String(fields?.[field] ?? '').trim()
  const date = said('date')
  return [text, said('owner'), date === '' ? '' : writeDate(date, language)]
}

/** True for what somebody is to do, unlike what was decided. */
function isAction({ fields }: Note): boolean {
  return fields?.['what'] === 'action'
}
