// The paragraphs and tables of the Word document, and its styles. Called by docx.ts.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { regionOf } from '../../shared/i18n/place.ts'
import type { Language } from '../../shared/wire.ts'
import { isRightToLeft } from '../../shared/report/direction.ts'
import { INK, LINE, paperOf, QUIET, RAIL, SIGNS } from '../../shared/report/drawing.ts'
import type { ListedNote } from '../../shared/report/outline.ts'
import { columnShares, isFigure } from '../../shared/report/tables.ts'
import { cleanXml } from '../../shared/report/xml.ts'

/** A colour as Word writes it. */
export const hex = (colour: string): string => colour.slice(1)
const FONT = 'Calibri'
/** Width of the text on the page, in twentieths of a point. */
export const TEXT = 9500

/** `language`: in which spelling is checked. */
export const stylesIn = (language: Language) => ({
  default: {
    document: {
      run: {
        ...{ font: FONT, size: 22, color: hex(INK) },
        language: { value: `${language}-${regionOf(language)}` },
      },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { font: FONT, size: 60, bold: true, color: hex(RAIL) },
      paragraph: { spacing: { after: 120 } },
    },
    heading1: {
      run: { font: FONT, size: 34, bold: true, color: hex(RAIL) },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 26, bold: true, color: hex(INK) },
      paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { font: FONT, size: 22, bold: true, color: hex(INK) },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
    },
  },
})

/** A note on its paper: the colour as ground, its sign before the text. */
export function noteParagraph({ text, tone, name }: ListedNote): Paragraph {
  const { fill, edge } = paperOf(tone)
  return new Paragraph({
    ...directed(text),
    shading: { type: ShadingType.CLEAR, fill: hex(fill), color: 'auto' },
    border: {
      left: { style: BorderStyle.SINGLE, size: 24, color: hex(edge), space: 6 },
      // Without a border between them, notes on the same paper would grow together.
      between: { style: BorderStyle.SINGLE, size: 24, color: 'FFFFFF', space: 1 },
    },
    spacing: { after: 90, line: 260 },
    indent: { left: 160, right: 160 },
    children: [
      new TextRun({ text: `${SIGNS[tone]} `, color: hex(edge), size: 16 }),
      ...runs(text, { size: 21 }),
      ...(name === undefined ? [] : runs(` (${name})`, { italics: true, color: hex(QUIET) })),
    ],
  })
}

export function table(head: string[], rows: (string | number)[][]): Table {
  const numeric = head.map((_, i) => rows.every((row) => isFigure(row[i])))
  const cell = (value: string | number, i: number, bold: boolean) =>
    new TableCell({
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        bottom: { style: BorderStyle.SINGLE, size: 4, color: hex(LINE) },
      },
      children: [
        plain(
          String(value),
          { spacing: { after: 0 }, ...(numeric[i] ? { alignment: AlignmentType.END } : {}) },
          { bold, size: 20 },
        ),
      ],
    })
  const line = (cells: (string | number)[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((value, i) => cell(value, i, tableHeader)),
    })
  return new Table({
    width: { size: TEXT, type: WidthType.DXA },
    columnWidths: columnShares({ head, rows }).map((share) => Math.floor(share * TEXT)),
    layout: TableLayoutType.FIXED,
    rows: [line(head, true), ...rows.map((row) => line(row, false))],
  })
}

export const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

export function heading(text: string, level: 1 | 2 | 3, pageBreakBefore = false): Paragraph {
  return new Paragraph({ heading: LEVELS[level], pageBreakBefore, ...directed(text), children: runs(text) })
}

export function plain(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...directed(text), ...options, children: runs(text, run) })
}

export function directed(text: string): { bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

/** One run for each line of a text; tabs as the format writes them. */
export function runs(text: string, options: IRunOptions = {}): TextRun[] {
  const rightToLeft = isRightToLeft(text)
  return cleanXml(text)
    .split(/\r\n|\r|\n/)
    .map((line, i) => {
      const children = line
        .split(/(\t)/)
        .filter(Boolean)
        .map((part) => (part === '\t' ? new Tab() : part))
      return new TextRun({ ...options, children, rightToLeft, ...(i > 0 ? { break: 1 } : {}) })
    })
}
