// One report in one format, as bytes. Runs in the printing process (printer.ts): a large report never holds up a room.
import { drawReport } from '../../shared/report/board-drawing.ts'
import { canvasOf } from '../../shared/report/canvas.ts'
import { reportTable } from '../../shared/report/csv.ts'
import type { Drawing } from '../../shared/report/drawing.ts'
import { excalidrawOf } from '../../shared/report/excalidraw.ts'
import { FORMATS, plainName, type Format } from '../../shared/report/formats.ts'
import { writeIcs } from '../../shared/report/ics.ts'
import type { Report } from '../../shared/report/model.ts'
import { inWords, outlineOf } from '../../shared/report/outline.ts'
import { writePages } from '../../shared/report/page.ts'
import { renderReport } from '../../shared/report/render.ts'
import { writeSvg } from '../../shared/report/svg.ts'
import { writeArchive, type ArchivedFile } from './archive.ts'
import type { Rasterise } from './png.ts'

export type DrawPng = (drawing: Drawing) => Uint8Array

/** `activity` asks a picture for one board instead of all. */
export interface PrintOrder {
  format: Format
  report: Report
  activity?: string
}

/** The file, or null where a picture was asked of an activity that the report does not have. */
export async function print({ format, report, activity }: PrintOrder): Promise<Uint8Array | null> {
  if (format === 'png' || format === 'svg') {
    const drawing = drawReport(report, activity)
    if (!drawing) return null
    return format === 'svg' ? utf8(writeSvg(drawing)) : drawWith(await rasteriser(), 1.5)(drawing)
  }
  return WRITERS[format](report)
}

type Writer = (report: Report) => Uint8Array | Promise<Uint8Array>

/** Each library is loaded when it is needed. */
const WRITERS: Record<Exclude<Format, 'png' | 'svg'>, Writer> = {
  md: (report) => utf8(renderReport('md', report).body),
  csv: (report) => utf8(renderReport('csv', report).body),
  json: (report) => utf8(renderReport('json', report).body),
  canvas: (report) => json(canvasOf(report)),
  excalidraw: (report) => json(excalidrawOf(report)),
  ics: (report) => utf8(writeIcs(report)),
  xlsx: async (report) => {
    const { writeWorkbook } = await import('./xlsx.ts')
    return writeWorkbook(outlineOf(report), reportTable(report))
  },
  docx: async (report) => {
    const { writeDocx } = await import('./docx.ts')
    return writeDocx(inWords(outlineOf(report)), drawWith(await rasteriser(), 2))
  },
  odt: async (report) => {
    const { writeOdt } = await import('./odt.ts')
    return writeOdt(inWords(outlineOf(report)), drawWith(await rasteriser(), 2))
  },
  pptx: async (report) => {
    const { writePptx } = await import('./pptx.ts')
    return writePptx(inWords(outlineOf(report)), drawWith(await rasteriser(), 2))
  },
  pdf: async (report) => {
    const { writePdf } = await import('./pdf.ts')
    return writePdf(inWords(outlineOf(report)))
  },
  zip: async (report) => {
    const files: ArchivedFile[] = []
    for (const format of Object.keys(FORMATS).filter((one) => one !== 'zip') as Format[]) {
      const bytes = (await print({ format, report }))!
      files.push({ name: plainName(report.workshop.code, format), type: FORMATS[format], bytes })
    }
    return writeArchive(report, [...files, ...cardFiles(report)])
  },
}

/** The cards that are pages of their own, numbered as they stand in the report. */
function cardFiles(report: Report): ArchivedFile[] {
  const name = plainName(report.workshop.code, 'md').replace(/\.md$/, '')
  return writePages(report).map((page, i) => ({
    name: `${name}-card-${i + 1}.md`,
    type: FORMATS.md,
    bytes: utf8(page),
  }))
}

async function rasteriser(): Promise<Rasterise> {
  const { rasterise } = await import('./png.ts')
  return rasterise
}

function drawWith(rasterise: Rasterise, zoom: number): DrawPng {
  return (drawing) => rasterise(drawing, zoom)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function json(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(value, null, 2)}\n`)
}
