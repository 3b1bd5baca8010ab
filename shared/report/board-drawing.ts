// The boards of a report as drawings, one or all of them under each other. Called by svg and png exports and by documents.
import { AREA_TITLE, CARD, pictureOf, type Area, type BoardPicture, type Card } from './board-picture.ts'
import { CHART_WIDTH, drawChart } from './chart.ts'
import {
  INK,
  LEADING,
  paperOf,
  QUIET,
  SIGNS,
  stackDrawings,
  TABLE,
  type Drawing,
  type Mark,
  type Words,
} from './drawing.ts'
import type { Report, Section } from './model.ts'
import type { Language } from '../wire.ts'
import { writeNumber } from './numbers.ts'
import { wrapLines } from './wrap.ts'

/** A picture is never narrower than this. */
const LEAST_WIDTH = 860
const MARGIN = 28

/** Every board of the report with its charts, or those of one activity; null where the report has no such activity. */
export function drawReport(report: Report, activity?: string): Drawing | null {
  const sections = report.sections.filter((section) => activity === undefined || section.id === activity)
  if (activity !== undefined && sections.length === 0) return null
  const { title } = report.workshop
  const drawings = [
    ...(activity === undefined ? [drawTitle(title, report.subtitle)] : []),
    ...sections.flatMap((section) => drawSection(section, report.language)),
  ]
  return within(stackDrawings(drawings, title, 26))
}

/** Title and question, then the charts, then the board. */
function drawSection(section: Section, language: Language): Drawing[] {
  const charts = section.blocks.flatMap((block) => {
    // A tree is its board, which follows.
    if (block.type === 'drawing' && section.tree) return []
    const chart = drawChart(block, (value) => writeNumber(value, language))
    return chart ? [chart] : []
  })
  return [
    drawTitle(section.title, section.question, 26),
    ...charts,
    ...(section.notes.length > 0 ? [drawBoard(pictureOf(section), section.title)] : []),
  ]
}

/** A board alone, from (0, 0). */
export function drawBoard({ width, height, areas, cards, ties }: BoardPicture, title: string): Drawing {
  const places = new Map(cards.map((card) => [card.note.id, card]))
  const lines = ties.flatMap(({ from, to }): Mark[] => {
    const [a, b] = [places.get(from), places.get(to)]
    if (!a || !b) return []
    return [{ is: 'line', x1: middle(a).x, y1: middle(a).y, x2: middle(b).x, y2: middle(b).y, stroke: QUIET }]
  })
  return { width, height, title, marks: [...areas.flatMap(drawArea), ...lines, ...cards.flatMap(drawCard)] }
}

function drawArea({ x, y, w, h, lines }: Area): Mark[] {
  const box: Mark = { is: 'box', x, y, w, h, fill: TABLE, round: 12 }
  if (lines.length === 0) return [box]
  return [box, words(lines, x + 12, y + 12 + AREA_TITLE, AREA_TITLE, { bold: true })]
}

function drawCard({ note, x, y, w, h, lines }: Card): Mark[] {
  const { fill, edge } = paperOf(note.tone)
  const base = y + CARD.pad + CARD.text
  return [
    { is: 'box', x, y, w, h, fill, stroke: edge, round: 3 },
    words([SIGNS[note.tone]], x + CARD.pad, base, CARD.text - 2, { fill: edge }),
    words(lines, x + CARD.pad + CARD.sign, base, CARD.text, {}),
  ]
}

function drawTitle(title: string, below: string, size = 38): Drawing {
  const lines = wrapLines(title, CHART_WIDTH, size)
  const small = below === '' ? [] : wrapLines(below, CHART_WIDTH, 18)
  const under = lines.length * size * LEADING
  const marks: Mark[] = [words(lines, 0, size, size, { bold: true })]
  if (small.length > 0) marks.push(words(small, 0, under + 20, 18, { fill: QUIET }))
  return { width: CHART_WIDTH, height: under + small.length * 18 * LEADING + 6, title, marks }
}

function middle({ x, y, w, h }: Card): { x: number; y: number } {
  return { x: x + w / 2, y: y + h / 2 }
}

function words(lines: string[], x: number, y: number, size: number, more: Partial<Words>): Words {
  return { is: 'words', x, y, lines, size, fill: INK, ...more }
}

/** A margin all around, and the least width. */
function within(drawing: Drawing): Drawing {
  const marks = drawing.marks.map((mark): Mark => {
    if (mark.is === 'line')
      return {
        ...mark,
        x1: mark.x1 + MARGIN,
        x2: mark.x2 + MARGIN,
        y1: mark.y1 + MARGIN,
        y2: mark.y2 + MARGIN,
      }
    return { ...mark, x: mark.x + MARGIN, y: mark.y + MARGIN }
  })
  const width = Math.max(LEAST_WIDTH, drawing.width + 2 * MARGIN)
  return { ...drawing, width, height: drawing.height + 2 * MARGIN, marks }
}
