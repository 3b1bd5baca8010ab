// The report as Markdown (CommonMark with tables), every text escaped. Called by render.ts.
// Undoing the backslashes and entities of the format gives each text back as it was written.
import type { Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from './blocks.ts'
import { escapeBlock, escapeLine } from './escape-markdown.ts'
import type { Report, Section } from './model.ts'
import { reportWords } from './words.ts'

/** The whole report as one document. */
export function writeMarkdown(report: Report): string {
  const t = reportWords(report.language)
  const sections = report.sections.map((section) => sectionText(section, report, t))
  const { code } = report.workshop
  return paragraphs([
    `# ${escapeLine(report.workshop.title)}`,
    escapeLine([report.subtitle, whenHeld(report, t)].filter(Boolean).join(' ')),
    report.figures.map(({ text, label }) => `- **${escapeLine(text)}** ${escapeLine(label)}`).join('\n'),
    ...(sections.length > 0 ? sections : [escapeLine(t('noActivity'))]),
    '---',
    escapeLine(`${t('revision', { revision: report.revision, code })} ${t('madeWith')}`),
  ])
}

/** To the minute, in universal time: the server does not know the hour of the room. */
function whenHeld({ startedAt, endedAt }: Report, t: Translate): string {
  const moment = (iso: string) => iso.slice(0, 16).replace('T', ' ')
  if (!startedAt) return ''
  return endedAt
    ? t('when', { start: moment(startedAt), end: moment(endedAt) })
    : t('whenStarted', { start: moment(startedAt) })
}

function sectionText(section: Section, report: Report, t: Translate): string {
  const { title, question, exercise, participation } = section
  return paragraphs([
    `## ${escapeLine(title)}`,
    exercise === title ? '' : `*${escapeLine(exercise)}*`,
    question && `> ${escapeBlock(question, '> ')}`,
    ...section.blocks.map((block) => blockText(block, report, t)),
    participation ? escapeLine(t('participation', { ...participation })) : '',
  ])
}

function blockText(block: Block, report: Report, t: Translate): string {
  switch (block.type) {
    case 'text':
      return escapeBlock(block.text, '')
    case 'table':
      return paragraphs([heading(block.title), table(block.head, block.rows)])
    case 'ranking':
      return paragraphs([heading(block.title), ranking(block, t)])
    case 'stack':
      return paragraphs([heading(block.title), stack(block, t)])
    case 'notes':
      return paragraphs(
        block.groups.map(({ title, notes }) => paragraphs([heading(title), list(notes, report.names, t)])),
      )
    default:
      return block satisfies never
  }
}

function ranking({ rows, unit, cut }: Extract<Block, { type: 'ranking' }>, t: Translate): string {
  const details = rows.some((row) => row.detail !== undefined)
  const head = [t('rank'), t('option'), unit, ...(details ? [''] : [])]
  const cells = rows.map((row) => [row.rank, row.label, row.value, ...(details ? [row.detail ?? ''] : [])])
  return paragraphs([table(head, cells), cut ? escapeLine(cut.label) : ''])
}

function stack({ levels, rows }: Extract<Block, { type: 'stack' }>, t: Translate): string {
  const mentions = rows.some((row) => row.mention !== undefined)
  const head = [t('rank'), t('option'), ...(mentions ? [t('mention')] : []), ...levels]
  const cells = rows.map(({ rank, label, mention = '', counts }) => [
    ...[rank, label, ...(mentions ? [mention] : [])],
    ...levels.map((_, i) => counts[i] ?? 0),
  ])
  return table(head, cells)
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

function table(head: string[], rows: (string | number)[][]): string {
  const row = (cells: (string | number)[]) =>
    `| ${cells.map((cell) => escapeLine(String(cell))).join(' | ')} |`
  const rule = `| ${head.map((_, i) => (rows.every((cells) => typeof cells[i] === 'number') ? '--:' : '---')).join(' | ')} |`
  return [row(head), rule, ...rows.map(row)].join('\n')
}

function paragraphs(parts: string[]): string {
  const full = parts.filter((part) => part !== '').map((part) => part.replace(/\n$/, ''))
  return full.join('\n\n')
}
