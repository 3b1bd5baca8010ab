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
import { writeTourPlace } from './tour-place.ts'
import { writeNumber } from './numbers.ts'
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
  /** A chart with its table. `brief` draws the first rows of a long one, for a slide. */
  | ({ is: 'chart'; title: string; drawing: Drawing; brief?: Brief } & Table)
  | { is: 'notes'; title: string; notes: ListedNote[] }

export interface Brief {
  drawing: Drawing
  /** That there is more, and where. */
  caption: string
}

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
  /** The heading of the list of chapters. */
  contents: string
  annex: { heading: string; parts: AnnexPart[] }
  /** Said where no activity was opened. */
  empty: string
  closing: string
}

/** Tables at the end of a document, under the title of their chapter. */
export interface AnnexPart {
  title: string
  tables: ({ title: string } & Table)[]
}

export function outlineOf(report: Report): Outline {
  const { language, workshop, summary } = report
  const t = reportWords(language)
  const chapters = report.sections.map((section) => chapterOf(section, report, t))
  return {
    language,
    title: workshop.title,
    subtitle: [writeTourPlace(report, t), report.subtitle].filter(Boolean).join('\n'),
    hours: writeHours(report, t),
    figures: report.figures,
    summary: summary ? { heading: t('summary'), text: summary } : null,
    chapters,
    actions: actionTable(report, t),
    contents: t('page.contents'),
    annex: { heading: t('annex'), parts: annexOf(chapters) },
    empty: t('noActivity'),
    closing: writeClosing(report, t),
  }
}

function chapterOf(section: Section, { names, language }: Report, t: Translate): Chapter {
  const write = (value: number) => writeNumber(value, language)
  const { id, title, exercise, question, participation } = section
  return {
    id,
    title,
    exercise: exercise === title ? '' : exercise,
    question,
    participation: participation
      ? t('participation', { voted: participation.voted, of: participation.of })
      : '',
    passages: section.blocks.flatMap((block) => passagesOf(block, names, { t, write })),
  }
}

/** Words of the report, and how its language writes numbers. */
interface Writing {
  t: Translate
  write(value: number): string
}

function passagesOf(block: Block, names: Report['names'], writing: Writing): Passage[] {
  const { t } = writing
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
        charted(block, rankingTable(block, t), writing),
        ...(block.cut ? [{ is: 'text' as const, text: block.cut.label }] : []),
      ]
    case 'stack':
      return [charted(block, stackTable(block, t), writing)]
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

/** Rows of a chart on a slide, and how much higher than wide a chart may be on a page. */
const BRIEF = 8
const TALLEST = 1.4

function charted(
  block: Extract<Block, { type: 'ranking' | 'stack' }>,
  table: Table,
  writing: Writing,
): Passage {
  const { title } = block
  const drawing = drawChart(block, writing.write)
  if (!drawing) return { is: 'table', title, ...table }
  const brief = briefOf(block, writing)
  return { is: 'chart', title, drawing, ...(brief ? { brief } : {}), ...table }
}

function briefOf(
  block: Extract<Block, { type: 'ranking' | 'stack' }>,
  { t, write }: Writing,
): Brief | undefined {
  const of = block.rows.length
  if (of <= BRIEF) return undefined
  const drawing = drawChart({ ...block, rows: block.rows.slice(0, BRIEF) } as typeof block, write)
  return drawing ? { drawing, caption: t('brief', { shown: BRIEF, of }) } : undefined
}

/** What a page shows of a chart: all of it, or its first rows where it would be longer than the page. */
export function pageChart({ drawing, brief }: Extract<Passage, { is: 'chart' }>): Brief {
  return brief && drawing.height > drawing.width * TALLEST ? brief : { drawing, caption: '' }
}

/** The same for readers: every number as its language writes it, where workbooks keep numbers to count with. */
export function inWords(outline: Outline): Outline {
  const { language, chapters, annex } = outline
  const cell = (value: string | number) => (typeof value === 'number' ? writeNumber(value, language) : value)
  const told = <P extends Passage | AnnexPart['tables'][number]>(one: P): P =>
    'rows' in one ? { ...one, rows: one.rows.map((row) => row.map(cell)) } : one
  return {
    ...outline,
    chapters: chapters.map((chapter) => ({ ...chapter, passages: chapter.passages.map(told) })),
    annex: { ...annex, parts: annex.parts.map((part) => ({ ...part, tables: part.tables.map(told) })) },
  }
}

/** A chapter as it is read: without what the annex keeps for the end. */
export function bodyOf({ passages }: Chapter): Passage[] {
  return passages.filter((passage) => passage.is !== 'table' || !passage.aside)
}

/** The tables of charts, and how each vote was held, by chapter; chapters without any are left out. */
function annexOf(chapters: Chapter[]): AnnexPart[] {
  return chapters.flatMap(({ title, passages }) => {
    const tables = passages.filter((one) => one.is === 'chart' || (one.is === 'table' && one.aside === true))
    return tables.length > 0 ? [{ title, tables: tables as AnnexPart['tables'] }] : []
  })
}

/** A chart for whoever does not see it: its title and its first figures. */
export function altOf({ drawing, rows }: Extract<Passage, { is: 'chart' }>): string {
  return [
    drawing.title,
    ...rows.slice(0, 20).map((row) => row.filter((cell) => cell !== '').join(', ')),
  ].join('; ')
}

function listed({ id, text, tone }: Note, name: string | undefined): ListedNote {
  return { id, text, tone, ...(name === undefined ? {} : { name }) }
}

function actionTable(report: Report, t: Translate): Outline['actions'] {
  const rows = looseActionsOf(report).map((action) => actionRow(action.note, report.language))
  if (rows.length === 0) return null
  return { heading: t('actions'), head: [t('decisions.what'), t('decisions.who'), t('decisions.when')], rows }
}
