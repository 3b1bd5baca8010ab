// The report as a Word document. Called by the printers.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import { QUIET, RAIL } from '../../shared/report/drawing.ts'
import {
  altOf,
  bodyOf,
  pageChart,
  type Chapter,
  type Outline,
  type Passage,
} from '../../shared/report/outline.ts'
import { cleanXml } from '../../shared/report/xml.ts'
import {
  directed,
  heading,
  hex,
  NONE,
  noteParagraph,
  plain,
  runs,
  stylesIn,
  table,
  TEXT,
} from './docx-parts.ts'
import type { DrawPng } from './print.ts'

/** Width of the text on the page, and most of its height, in pixels. */
const WIDTH = 600
const HIGHEST = 800

/** Laying out more notes than this takes seconds: Word then fills in the pages of the list of chapters itself. */
const ESTIMATED = 800

/** The whole file. `draw` makes the pictures of charts. */
export async function writeDocx(outline: Outline, draw: DrawPng): Promise<Uint8Array> {
  const document = new Document({
    title: cleanXml(outline.title),
    description: cleanXml(outline.subtitle),
    creator: 'Tablée',
    styles: stylesIn(outline.language),
    ...(noteCount(outline) <= ESTIMATED ? { pageNumbers: estimatePageNumbers } : {}),
    sections: [
      {
        properties: { page: { margin: { top: 1100, bottom: 1100, left: 1200, right: 1200 } } },
        footers: { default: pageFooter() },
        children: [
          ...cover(outline),
          ...outline.chapters.flatMap((chapter, i) => chapterParts(chapter, draw, i === 0)),
          ...(outline.chapters.length === 0 ? [plain(outline.empty)] : []),
          ...(outline.actions
            ? [heading(outline.actions.heading, 1), table(outline.actions.head, outline.actions.rows)]
            : []),
          ...annexParts(outline),
          plain(outline.closing, { spacing: { before: 480 } }, { color: hex(QUIET), size: 18 }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function noteCount({ chapters }: Outline): number {
  const passages = chapters.flatMap((chapter) => chapter.passages)
  return passages.reduce((sum, one) => sum + (one.is === 'notes' ? one.notes.length : 0), 0)
}

function pageFooter(): Footer {
  const children = [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 18 })]
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.END, children })] })
}

/** Everything before the first chapter, which begins a page of its own. */
function cover({ title, subtitle, hours, figures, summary, chapters, contents }: Outline): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, ...directed(title), children: runs(title) }),
    ...[subtitle, hours].filter(Boolean).map((line) => plain(line, {}, { color: hex(QUIET) })),
    ...(figures.length > 0 ? [band(figures)] : []),
    ...(summary ? [heading(summary.heading, 1), plain(summary.text, {}, { size: 24 })] : []),
    ...(chapters.length > 1
      ? [
          plain(
            contents,
            { spacing: { before: 480, after: 120 } },
            { bold: true, size: 34, color: hex(RAIL) },
          ),
          new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-1' }),
        ]
      : []),
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

/** A head stays with what follows it. */
function chapterParts(chapter: Chapter, draw: DrawPng, first: boolean): FileChild[] {
  const { title, exercise, question, participation } = chapter
  const keepNext = true
  return [
    heading(title, 1, first),
    ...(exercise ? [plain(exercise, { keepNext }, { color: hex(QUIET), bold: true, size: 20 })] : []),
    ...(question ? [plain(question, { keepNext, indent: { left: 240 } }, { italics: true, size: 24 })] : []),
    ...(participation ? [plain(participation, { keepNext }, { color: hex(QUIET) })] : []),
    ...bodyOf(chapter).flatMap((passage) => passageParts(passage, draw)),
  ]
}

function passageParts(passage: Passage, draw: DrawPng): FileChild[] {
  const title = passage.is === 'text' || passage.title === '' ? [] : [heading(passage.title, 2)]
  switch (passage.is) {
    case 'text':
      return [plain(passage.text)]
    case 'table':
      return [...title, table(passage.head, passage.rows)]
    case 'chart':
      return [...title, ...chart(passage, draw)]
    case 'notes':
      return [...title, ...passage.notes.map(noteParagraph)]
    default:
      return passage satisfies never
  }
}

function chart(passage: Extract<Passage, { is: 'chart' }>, draw: DrawPng): Paragraph[] {
  const { drawing, caption } = pageChart(passage)
  const { width, height, title } = drawing
  const scale = Math.min(WIDTH / width, HIGHEST / height, 0.9)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const altText = { name: 'chart', title: cleanXml(title), description: cleanXml(altOf(passage)) }
  const image = new ImageRun({ type: 'png', data: draw(drawing), transformation, altText })
  return [
    new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [image] }),
    ...(caption ? [plain(caption, {}, { color: hex(QUIET), size: 18 })] : []),
  ]
}

function annexParts({ annex }: Outline): FileChild[] {
  if (annex.parts.length === 0) return []
  return [
    heading(annex.heading, 1, true),
    ...annex.parts.flatMap(({ title, tables }) => [
      heading(title, 2),
      ...tables.flatMap((one) => [
        ...(one.title === '' ? [] : [heading(one.title, 3)]),
        table(one.head, one.rows),
      ]),
    ]),
  ]
}
