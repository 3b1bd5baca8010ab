// The report as an OpenDocument text. No kept library keeps white space, line breaks and direction, so the few elements
// that a report needs are written here (OpenDocument 1.3) and packed by fflate. Called by the printers.
import { zipSync } from 'fflate'
import { isRightToLeft } from '../../shared/report/direction.ts'
import { SIGNS } from '../../shared/report/drawing.ts'
import type { Chapter, ListedNote, Outline, Passage } from '../../shared/report/outline.ts'
import { columnShares } from '../../shared/report/tables.ts'
import { cleanXml, escapeXml } from '../../shared/report/xml.ts'
import { columnStyle, CONTENT_STYLES, NAMESPACES, writeStyles } from './odt-styles.ts'
import type { DrawPng } from './print.ts'

const MIME = 'application/vnd.oasis.opendocument.text'
/** Width of the text on the page, in centimetres. */
const WIDTH = 17

interface Pictures {
  /** The name of the picture in the package. */
  add(png: Uint8Array): string
}

/** The whole file. `draw` makes the pictures of charts. */
export function writeOdt(outline: Outline, draw: DrawPng): Uint8Array {
  const files = new Map<string, Uint8Array>()
  const pictures: Pictures = {
    add(png) {
      const name = `Pictures/chart${files.size + 1}.png`
      files.set(name, png)
      return name
    },
  }
  const body = [
    ...cover(outline),
    ...outline.chapters.flatMap((chapter) => chapterParts(chapter, draw, pictures)),
    ...(outline.chapters.length === 0 ? [paragraph('Text', outline.empty)] : []),
    ...(outline.actions
      ? [heading(outline.actions.heading, 1), table(outline.actions.head, outline.actions.rows)]
      : []),
    paragraph('Quiet', outline.closing),
  ]
  return pack(outline, body.join('\n'), files)
}

function pack({ title, language }: Outline, body: string, pictures: Map<string, Uint8Array>): Uint8Array {
  const text = (words: string) =>
    new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${words}\n`)
  const content = `<office:document-content ${NAMESPACES} office:version="1.3">${CONTENT_STYLES}<office:body><office:text>
${body}
</office:text></office:body></office:document-content>`
  const meta = `<office:document-meta ${NAMESPACES} office:version="1.3"><office:meta><dc:title>${escapeXml(title)}</dc:title><dc:language>${language}</dc:language><meta:generator>Tablée</meta:generator></office:meta></office:document-meta>`
  const parts = ['content.xml', 'styles.xml', 'meta.xml']
  const entry = (path: string, type: string) =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${[
    entry('/', MIME),
    ...parts.map((path) => entry(path, 'text/xml')),
    ...[...pictures.keys()].map((path) => entry(path, 'image/png')),
  ].join('')}</manifest:manifest>`
  return zipSync({
    // First and not compressed: readers look for it at a fixed place.
    mimetype: [new TextEncoder().encode(MIME), { level: 0 }],
    'content.xml': text(content),
    'styles.xml': text(writeStyles(language)),
    'meta.xml': text(meta),
    ...Object.fromEntries(pictures),
    'META-INF/manifest.xml': text(manifest),
  })
}

function cover({ title, subtitle, hours, figures, summary }: Outline): string[] {
  const cells = figures.map(
    ({ text, label }) =>
      `<table:table-cell table:style-name="BandCell">${paragraph('BandFigure', text)}${paragraph('BandLabel', label)}</table:table-cell>`,
  )
  const band = `<table:table table:style-name="Wide"><table:table-column table:number-columns-repeated="${cells.length}"/><table:table-row>${cells.join('')}</table:table-row></table:table>`
  return [
    paragraph('Title', title),
    ...[subtitle, hours].filter(Boolean).map((line) => paragraph('Quiet', line)),
    ...(cells.length > 0 ? [band] : []),
    ...(summary ? [heading(summary.heading, 1), paragraph('Lead', summary.text)] : []),
  ]
}

function chapterParts(chapter: Chapter, draw: DrawPng, pictures: Pictures): string[] {
  const { title, exercise, question, participation, passages } = chapter
  return [
    heading(title, 1),
    ...(exercise ? [paragraph('Exercise', exercise)] : []),
    ...(question ? [paragraph('Question', question)] : []),
    ...(participation ? [paragraph('Quiet', participation)] : []),
    ...passages.flatMap((passage) => passageParts(passage, draw, pictures)),
  ]
}

function passageParts(passage: Passage, draw: DrawPng, pictures: Pictures): string[] {
  const title = passage.is === 'text' || passage.title === '' ? [] : [heading(passage.title, 2)]
  switch (passage.is) {
    case 'text':
      return [paragraph('Text', passage.text)]
    case 'table':
      return [...title, table(passage.head, passage.rows)]
    case 'chart':
      return [...title, picture(passage.drawing, draw, pictures), table(passage.head, passage.rows)]
    case 'notes':
      return [...title, ...passage.notes.map(noteParagraph)]
    default:
      return passage satisfies never
  }
}

function picture(drawing: Parameters<DrawPng>[0], draw: DrawPng, pictures: Pictures): string {
  const href = pictures.add(draw(drawing))
  const height = ((drawing.height / drawing.width) * WIDTH).toFixed(2)
  const name = escapeXml(drawing.title)
  return `<text:p text:style-name="Text"><draw:frame draw:name="${href}" text:anchor-type="as-char" svg:width="${WIDTH}cm" svg:height="${height}cm"><draw:image xlink:href="${href}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${name}</svg:title></draw:frame></text:p>`
}

function noteParagraph({ text, tone, name }: ListedNote): string {
  const style = isRightToLeft(text) ? `Note-${tone}-rtl` : `Note-${tone}`
  const sign = `<text:span text:style-name="Sign-${tone}">${SIGNS[tone]} </text:span>`
  const signed = name === undefined ? '' : `<text:span text:style-name="Name"> (${inline(name)})</text:span>`
  return `<text:p text:style-name="${style}">${sign}${inline(text)}${signed}</text:p>`
}

function table(head: string[], rows: (string | number)[][]): string {
  const cell = (style: string) => (value: string | number) =>
    `<table:table-cell table:style-name="Cell">${paragraph(typeof value === 'number' ? 'CellNumber' : style, String(value))}</table:table-cell>`
  const row = (cells: (string | number)[], style: string) =>
    `<table:table-row>${cells.map(cell(style)).join('')}</table:table-row>`
  const columns = columnShares({ head, rows }).map((share) => columnStyle(share * WIDTH))
  return [
    '<table:table table:style-name="Wide">',
    ...columns.map((style) => `<table:table-column table:style-name="${style}"/>`),
    `<table:table-header-rows>${row(head, 'CellHead')}</table:table-header-rows>`,
    ...rows.map((cells) => row(cells, 'CellText')),
    '</table:table>',
  ].join('')
}

function heading(text: string, level: 1 | 2): string {
  const style = `Heading_20_${level}${isRightToLeft(text) ? '-rtl' : ''}`
  return `<text:h text:style-name="${style}" text:outline-level="${level}">${inline(text)}</text:h>`
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}${isRightToLeft(text) ? '-rtl' : ''}">${inline(text)}</text:p>`
}

/** A text with its breaks, tabs and white space as OpenDocument writes them, which else takes two spaces for one. */
function inline(text: string): string {
  return escapeXml(cleanXml(text).replace(/\r\n?/g, '\n'))
    .replace(/^ | {2,}| $/gm, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>')
}
