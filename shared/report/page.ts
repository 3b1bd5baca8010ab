// A card of an evening as a page of its own, in Markdown: an experience that is passed on without the rest of the report.
// Called by the archive of all formats (server/report/print.ts).
import { cardLines } from '../board/card.ts'
import { columnsOf } from '../board/columns.ts'
import type { Note } from '../board/note.ts'
import { below } from '../board/tree.ts'
import { escapeBlock, escapeLine } from './escape-markdown.ts'
import { blockText } from './markdown.ts'
import type { Report, Section } from './model.ts'
import { reportWords } from './words.ts'

/** One page for each exercise that asks for it and has something written on it, in the order of the report. */
export function writePages(report: Report): string[] {
  return report.sections
    .filter((section) => section.page && section.notes.length > 0)
    .map((section) => `${pageText(section, report)}\n`)
}

function pageText(section: Section, report: Report): string {
  const t = reportWords(report.language)
  const { title, question, exercise, notes, zones } = section
  const parts = columnsOf(notes, zones).flatMap(({ title: part, branches }) => {
    const written = branches.flatMap((branch) => [branch.note, ...below(branch)])
    if (written.length === 0) return []
    const list = written.map((note) => noteText(note, section, report)).join('\n')
    return [`## ${escapeLine(part ?? t('otherNotes'))}`, list]
  })
  return [
    `# ${escapeLine(title)}`,
    exercise === title ? '' : `*${escapeLine(exercise)}*`,
    escapeLine(report.workshop.title),
    escapeLine(report.subtitle),
    question && `> ${escapeBlock(question, '> ')}`,
    ...parts,
    // What the room kept of it.
    ...section.blocks.filter(({ type }) => type === 'ranking').map((block) => blockText(block, report, t)),
  ]
    .filter((text) => text !== '')
    .join('\n\n')
}

function noteText(note: Note, { fields }: Section, { names }: Report): string {
  const name = names?.[note.id]
  const lines = cardLines(note, fields).map(({ label, text }) => {
    const said = label ? `**${escapeLine(label)}** ` : ''
    return `  - ${said}${escapeBlock(text, '    ')}`
  })
  return [
    `- ${escapeBlock(note.text, '  ')}${name === undefined ? '' : ` *(${escapeLine(name)})*`}`,
    ...lines,
  ].join('\n')
}
