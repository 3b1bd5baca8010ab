// The report as Markdown (CommonMark with tables), every text escaped. Called by render.ts.
// Undoing the backslashes and entities of the format gives each text back as it was written.
import type { Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import { looseActionsOf } from './actions.ts'
import type { Block } from './blocks.ts'
import { actionRow } from './decisions.ts'
import { escapeBlock, escapeLine } from './escape-markdown.ts'
import type { Language } from '../wire.ts'
import type { Report, Section } from './model.ts'
import { rankingTable, stackTable, type Table } from './tables.ts'
import { writeTourPlace } from './tour-place.ts'
import { writeNumber } from './numbers.ts'
import { reportWords, writeClosing, writeHours } from './words.ts'

/** The whole report as one document. */
export function writeMarkdown(report: Report): string {
  const t = reportWords(report.language)
  const sections = report.sections.map((section) => sectionText(section, report, t))
  return paragraphs([
    `# ${escapeLine(report.workshop.title)}`,
    escapeLine([writeTourPlace(report, t), report.subtitle, writeHours(report, t)].filter(Boolean).join(' ')),
    report.figures.map(({ text, label }) => `- **${escapeLine(text)}** ${escapeLine(label)}`).join('\n'),
    ...(report.summary ? [`## ${t('summary')}`, escapeBlock(report.summary, '')] : []),
    ...(sections.length > 0 ? sections : [escapeLine(t('noActivity'))]),
    actionsText(report, t),
    '---',
    escapeLine(writeClosing(report, t)),
  ])
}

function sectionText(section: Section, report: Report, t: Translate): string {
  const { title, question, exercise, participation } = section
  return paragraphs([
    `## ${escapeLine(title)}`,
    exercise === title ? '' : `*${escapeLine(exercise)}*`,
    question && `> ${escapeBlock(question, '> ')}`,
    ...section.blocks.map((block) => blockText(block, report, t)),
    participation ? escapeLine(t('participation', { voted: participation.voted, of: participation.of })) : '',
  ])
}

function actionsText(report: Report, t: Translate): string {
  const rows = looseActionsOf(report).map((action) => actionRow(action.note, report.language))
  if (rows.length === 0) return ''
  const head = [t('decisions.what'), t('decisions.who'), t('decisions.when')]
  return paragraphs([`## ${t('actions')}`, table({ head, rows }, report.language)])
}

/** One block in Markdown, its texts escaped. */
export function blockText(block: Block, report: Report, t: Translate): string {
  switch (block.type) {
    case 'text':
      return escapeBlock(block.text, '')
    case 'table':
    case 'drawing':
      return paragraphs([heading(block.title), table(block, report.language)])
    case 'ranking':
      return paragraphs([
        heading(block.title),
        table(rankingTable(block, t), report.language),
        block.cut ? escapeLine(block.cut.label) : '',
      ])
    case 'stack':
      return paragraphs([heading(block.title), table(stackTable(block, t), report.language)])
    case 'notes':
      return paragraphs(
        block.groups.map(({ title, notes }) => paragraphs([heading(title), list(notes, report.names, t)])),
      )
    default:
      return block satisfies never
  }
}

function list(notes: Note[], names: Report['names'], t: Translate): string {
  if (notes.length === 0) return escapeLine(t('notesCount', { count: 0 }))
  return notes.map((note) => `- ${escapeBlock(note.text, '  ')}${signature(names?.[note.id])}`).join('\n')
}

function signature(name: string | undefined): string {
  return name === undefined ? '' : ` *(${escapeLine(name)})*`
}

function heading(title: string | undefined): string {
  return title === undefined ? '' : `### ${escapeLine(title)}`
}

function table({ head, rows }: Table, language: Language): string {
  const say = (cell: string | number) => (typeof cell === 'number' ? writeNumber(cell, language) : cell)
  const row = (cells: (string | number)[]) => `| ${cells.map((cell) => escapeLine(say(cell))).join(' | ')} |`
  const rule = `| ${head.map((_, i) => (rows.every((cells) => typeof cells[i] === 'number') ? '--:' : '---')).join(' | ')} |`
  return [row(head), rule, ...rows.map(row)].join('\n')
}

function paragraphs(parts: string[]): string {
  const full = parts.filter((part) => part !== '').map((part) => part.replace(/\n$/, ''))
  return full.join('\n\n')
}
