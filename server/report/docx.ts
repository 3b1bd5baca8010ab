// The report as a Word document. Called by the printers.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { regionOf } from '../../shared/i18n/place.ts'
import { isRightToLeft } from '../../shared/report/direction.ts'
import { INK, LINE, paperOf, QUIET, RAIL, SIGNS } from '../../shared/report/drawing.ts'
import type { Chapter, ListedNote, Outline, Passage } from '../../shared/report/outline.ts'
import { columnShares } from '../../shared/report/tables.ts'
import { cleanXml } from '../../shared/report/xml.ts'
import type { DrawPng } from './print.ts'

const hex = (colour: string) => colour.slice(1)
const FONT = 'Calibri'
/** Width of the text on the page, in pixels and in twentieths of a point. */
const WIDTH = 600
const TEXT = 9500

/** The whole file. `draw` makes the pictures of charts. */
export async function writeDocx(outline: Outline, draw: DrawPng): Promise<Uint8Array> {
  const document = new Document({
    title: cleanXml(outline.title),
    description: cleanXml(outline.subtitle),
    creator: 'Tablée',
    styles: stylesIn(outline.language),
    sections: [
      {
        properties: { page: { margin: { top: 1100, bottom: 1100, left: 1200, right: 1200 } } },
        footers: { default: pageFooter() },
        children: [
          ...cover(outline),
          ...outline.chapters.flatMap((chapter) => chapterParts(chapter, draw)),
          ...(outline.chapters.length === 0 ? [plain(outline.empty)] : []),
          ...(outline.actions
            ? [heading(outline.actions.heading, 1), table(outline.actions.head, outline.actions.rows)]
            : []),
          plain(outline.closing, { spacing: { before: 480 } }, { color: hex(QUIET), size: 18 }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

/** `language`: in which spelling is checked. */
const stylesIn = (language: string) => ({
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
  },
})

function pageFooter(): Footer {
  const children = [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })]
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children })] })
}

function cover({ title, subtitle, hours, figures, summary }: Outline): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, ...directed(title), children: runs(title) }),
    ...[subtitle, hours].filter(Boolean).map((line) => plain(line, {}, { color: hex(QUIET) })),
    ...(figures.length > 0 ? [band(figures)] : []),
    ...(summary ? [heading(summary.heading, 1), plain(summary.text, {}, { size: 24 })] : []),
  ]
}

/** The figures on a dark band, as on the page. */
function band(figures: Outline['figures']): Table {
  const cells = figures.map(({ text, label }) => {
    const white = { color: 'FFFFFF' }
    return new TableCell({
      borders: { top: NONE, left: NONE, right: NONE, bottom: NONE },
      shading: { type: ShadingType.CLEAR, fill: hex(RAIL), color: 'auto' },
      margins: { top: 140, bottom: 100, left: 160, right: 100 },
      children: [
        plain(text, { spacing: { after: 0 } }, { ...white, bold: true, size: 36 }),
        plain(label, {}, white),
      ],
    })
  })
  return new Table({
    width: { size: TEXT, type: WidthType.DXA },
    columnWidths: figures.map(() => Math.floor(TEXT / figures.length)),
    layout: TableLayoutType.FIXED,
    rows: [new TableRow({ children: cells })],
  })
}

function chapterParts(
  { title, exercise, question, participation, passages }: Chapter,
  draw: DrawPng,
): FileChild[] {
  return [
    heading(title, 1),
    ...(exercise ? [plain(exercise, {}, { color: hex(QUIET), bold: true, size: 20 })] : []),
    ...(question ? [plain(question, { indent: { left: 240 } }, { italics: true, size: 24 })] : []),
    ...(participation ? [plain(participation, {}, { color: hex(QUIET) })] : []),
    ...passages.flatMap((passage) => passageParts(passage, draw)),
  ]
}

function passageParts(passage: Passage, draw: DrawPng): FileChild[] {
  const title = passage.is === 'text' || passage.title === '' ? [] : [heading(passage.title, 2)]
  switch (passage.is) {
    case 'text':
      return [plain(passage.text)]
    case 'table':
      return [...title, table(passage.head, passage.rows)]
    case 'chart': {
      const { width, height, title: name } = passage.drawing
      const transformation = { width: WIDTH, height: Math.round((height / width) * WIDTH) }
      const altText = { name: 'chart', title: cleanXml(name), description: cleanXml(name) }
      const image = new ImageRun({ type: 'png', data: draw(passage.drawing), transformation, altText })
      return [
        ...title,
        new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [image] }),
        table(passage.head, passage.rows),
      ]
    }
    case 'notes':
      return [...title, ...passage.notes.map(noteParagraph)]
    default:
      return passage satisfies never
  }
}

/** A note on its paper: the colour as ground, its sign before the text. */
function noteParagraph({ text, tone, name }: ListedNote): Paragraph {
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

function table(head: string[], rows: (string | number)[][]): Table {
  const numeric = head.map((_, i) => rows.every((row) => typeof row[i] === 'number'))
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

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function heading(text: string, level: 1 | 2): Paragraph {
  const at = level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return new Paragraph({ heading: at, ...directed(text), children: runs(text) })
}

function plain(text: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
  return new Paragraph({ ...directed(text), ...options, children: runs(text, run) })
}

function directed(text: string): { bidirectional?: true } {
  return isRightToLeft(text) ? { bidirectional: true } : {}
}

/** One run for each line of a text; tabs as the format writes them. */
function runs(text: string, options: IRunOptions = {}): TextRun[] {
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
