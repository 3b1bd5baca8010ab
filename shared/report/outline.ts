// The report as a document: a cover, a summary, chapters of passages, actions. Word processors, slides, sheets and PDF
// are written from it, so that they all say the same. Called by the writers of the server.
import type { Note, Tone } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Language } from '../wire.ts'
import { looseActionsOf } from './actions.ts'
import type { Block } from './blocks.ts'
import { drawChart } from './chart.ts'
import { actionRow } from './decisions.ts'
import type { Drawing } from './drawing.ts'
import type { Figure, Report, Section } from './model.ts'
import { rankingTable, stackTable, type Table } from './tables.ts'
import { reportWords, writeClosing, writeHours } from './words.ts'

export interface ListedNote {
  id: string
  text: string
  tone: Tone
  /** First name, where it was asked for. */
  name?: string
}

export type Passage =
  | { is: 'text'; text: string }
  | ({ is: 'table'; title: string; aside?: true } & Table)
  /** A chart is always followed by its table. */
  | ({ is: 'chart'; title: string; drawing: Drawing } & Table)
  | { is: 'notes'; title: string; notes: ListedNote[] }

export interface Chapter {
  id: string
  title: string
  /** What the exercise is called, and the question that was asked; empty where the title says it. */
  exercise: string
  question: string
  participation: string
  passages: Passage[]
}

export interface Outline {
  language: Language
  title: string
  subtitle: string
  hours: string
  figures: Figure[]
  summary: { heading: string; text: string } | null
  chapters: Chapter[]
  actions: ({ heading: string } & Table) | null
  /** Said where no activity was opened. */
  empty: string
  closing: string
}

export function outlineOf(report: Report): Outline {
  const { language, workshop, summary } = report
  const t = reportWords(language)
  return {
    language,
    title: workshop.title,
    subtitle: report.subtitle,
    hours: writeHours(report, t),
    figures: report.figures,
    summary: summary ? { heading: t('summary'), text: summary } : null,
    chapters: report.sections.map((section) => chapterOf(section, report, t)),
    actions: actionTable(report, t),
    empty: t('noActivity'),
    closing: writeClosing(report, t),
  }
}

function chapterOf(section: Section, { names }: Report, t: Translate): Chapter {
  const { id, title, exercise, question, participation } = section
  return {
    id,
    title,
    exercise: exercise === title ? '' : exercise,
    question,
    participation: participation
      ? t('participation', { voted: participation.voted, of: participation.of })
      : '',
    passages: section.blocks.flatMap((block) => passagesOf(block, names, t)),
  }
}

function passagesOf(block: Block, names: Report['names'], t: Translate): Passage[] {
  switch (block.type) {
    case 'text':
      return [{ is: 'text', text: block.text }]
    case 'table':
      return [
        {
          ...{ is: 'table', title: block.title ?? '', head: block.head, rows: block.rows },
          ...(block.aside ? { aside: true } : {}),
        },
      ]
    case 'ranking':
      return [
        charted(block, rankingTable(block, t)),
        ...(block.cut ? [{ is: 'text' as const, text: block.cut.label }] : []),
      ]
    case 'stack':
      return [charted(block, stackTable(block, t))]
    case 'drawing': {
      const { title, drawing, head, rows } = block
      return [{ is: 'chart', title, drawing, head, rows }]
    }
    case 'notes':
      return block.groups.map(({ title, notes }) => ({
        is: 'notes',
        title: title ?? '',
        notes: notes.map((note) => listed(note, names?.[note.id])),
      }))
    default:
      return block satisfies never
  }
}

function charted(block: Extract<Block, { type: 'ranking' | 'stack' }>, table: Table): Passage {
  const drawing = drawChart(block)
  return drawing
    ? { is: 'chart', title: block.title, drawing, ...table }
    : { is: 'table', title: block.title, ...table }
}

function listed({ id, text, tone }: Note, name: string | undefined): ListedNote {
  return { id, text, tone, ...(name === undefined ? {} : { name }) }
}

function actionTable(report: Report, t: Translate): Outline['actions'] {
  const rows = looseActionsOf(report).map((action) => actionRow(action.note, report.language))
  if (rows.length === 0) return null
  return { heading: t('actions'), head: [t('decisions.what'), t('decisions.who'), t('decisions.when')], rows }
}
