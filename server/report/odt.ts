// The report as an OpenDocument text. No kept library keeps white space, line breaks and direction, so the few elements
// that a report needs are written here (OpenDocument 1.3) and packed by fflate. Called by the printers.
import { zipSync } from 'fflate'
import { isRightToLeft } from '../../shared/report/direction.ts'
import { SIGNS } from '../../shared/report/drawing.ts'
import {
  altOf,
  bodyOf,
  pageChart,
  type Chapter,
  type ListedNote,
  type Outline,
  type Passage,
} from '../../shared/report/outline.ts'
import { columnShares, isFigure } from '../../shared/report/tables.ts'
import { cleanXml, escapeXml } from '../../shared/report/xml.ts'
import { columnStyle, CONTENT_STYLES, NAMESPACES, writeStyles } from './odt-styles.ts'
import type { DrawPng } from './print.ts'

const MIME = 'application/vnd.oasis.opendocument.text'
/** Width of the text on the page, and most of its height, in centimetres. */
const WIDTH = 17
const HIGHEST = 22
/** Centimetres to a unit of a drawing, at most: what is small stays small. */
const LARGEST = 0.025

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
    ...outline.chapters.flatMap((chapter, i) => chapterParts(chapter, i, draw, pictures)),
    ...(outline.chapters.length === 0 ? [paragraph('Text', outline.empty)] : []),
    ...(outline.actions
      ? [heading(outline.actions.heading, 1), table(outline.actions.head, outline.actions.rows)]
      : []),
    ...annexParts(outline),
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

/** Everything before the first chapter, which begins a page of its own. */
function cover(outline: Outline): string[] {
  const { title, subtitle, hours, figures, summary, chapters } = outline
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
    ...(chapters.length > 1 ? [contents(outline)] : []),
  ]
}

/** The list of chapters, as a word processor makes it anew; the page of each is that of its bookmark. */
function contents({ contents, chapters }: Outline): string {
  const lines = chapters.map(
    ({ title }, i) =>
      `<text:p text:style-name="Contents"><text:a text:style-name="Link" text:visited-style-name="Link" xlink:type="simple" xlink:href="#part${i}">${inline(title)}</text:a><text:tab/><text:bookmark-ref text:reference-format="page" text:ref-name="part${i}"/></text:p>`,
  )
  return `<text:table-of-content text:name="contents"><text:table-of-content-source text:outline-level="1"/><text:index-body><text:index-title text:name="contents-title">${paragraph('ContentsTitle', contents)}</text:index-title>${lines.join('')}</text:index-body></text:table-of-content>`
}

function annexParts({ annex }: Outline): string[] {
  if (annex.parts.length === 0) return []
  return [
    heading(annex.heading, 1, { opening: true }),
    ...annex.parts.flatMap(({ title, tables }) => [
      heading(title, 2),
      ...tables.flatMap((one) => [
        ...(one.title === '' ? [] : [heading(one.title, 3)]),
        table(one.head, one.rows),
      ]),
    ]),
  ]
}

function chapterParts(chapter: Chapter, at: number, draw: DrawPng, pictures: Pictures): string[] {
  const { title, exercise, question, participation } = chapter
  return [
    heading(title, 1, { opening: at === 0, bookmark: `part${at}` }),
    ...(exercise ? [paragraph('Exercise', exercise)] : []),
    ...(question ? [paragraph('Question', question)] : []),
    ...(participation ? [paragraph('Facts', participation)] : []),
    ...bodyOf(chapter).flatMap((passage) => passageParts(passage, draw, pictures)),
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
      return [...title, picture(passage, draw, pictures)]
    case 'notes':
      return [...title, ...passage.notes.map(noteParagraph)]
    default:
      return passage satisfies never
  }
}

function picture(passage: Extract<Passage, { is: 'chart' }>, draw: DrawPng, pictures: Pictures): string {
  const { drawing, caption } = pageChart(passage)
  const href = pictures.add(draw(drawing))
  const scale = Math.min(WIDTH / drawing.width, HIGHEST / drawing.height, LARGEST)
  const [width, height] = [drawing.width, drawing.height].map((length) => (length * scale).toFixed(2))
  const said = `<svg:title>${escapeXml(drawing.title)}</svg:title><svg:desc>${escapeXml(altOf(passage))}</svg:desc>`
  const below = caption === '' ? '' : paragraph('Quiet', caption)
  return `<text:p text:style-name="Text"><draw:frame draw:name="${href}" text:anchor-type="as-char" svg:width="${width}cm" svg:height="${height}cm"><draw:image xlink:href="${href}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>${said}</draw:frame></text:p>${below}`
}

function noteParagraph({ text, tone, name }: ListedNote): string {
  const style = isRightToLeft(text) ? `Note-${tone}-rtl` : `Note-${tone}`
  const sign = `<text:span text:style-name="Sign-${tone}">${SIGNS[tone]} </text:span>`
  const signed = name === undefined ? '' : `<text:span text:style-name="Name"> (${inline(name)})</text:span>`
  return `<text:p text:style-name="${style}">${sign}${inline(text)}${signed}</text:p>`
}

function table(head: string[], rows: (string | number)[][]): string {
  const cell = (style: string) => (value: string | number) =>
    `<table:table-cell table:style-name="Cell">${paragraph(isFigure(value) ? 'CellNumber' : style, String(value))}</table:table-cell>`
  const row = (cells: (string | number)[], style: string) =>
    `<table:table-row table:style-name="Row">${cells.map(cell(style)).join('')}</table:table-row>`
  const columns = columnShares({ head, rows }).map((share) => columnStyle(share * WIDTH))
  return [
    '<table:table table:style-name="Wide">',
    ...columns.map((style) => `<table:table-column table:style-name="${style}"/>`),
    `<table:table-header-rows>${row(head, 'CellHead')}</table:table-header-rows>`,
    ...rows.map((cells) => row(cells, 'CellText')),
    '</table:table>',
  ].join('')
}

/** `opening` begins a page; a bookmark is what the list of chapters points to. */
function heading(text: string, level: 1 | 2 | 3, { opening = false, bookmark = '' } = {}): string {
  const style = `${opening ? 'Opening' : `Heading_20_${level}`}${isRightToLeft(text) ? '-rtl' : ''}`
  const mark = (edge: string) => (bookmark ? `<text:bookmark-${edge} text:name="${bookmark}"/>` : '')
  return `<text:h text:style-name="${style}" text:outline-level="${level}">${mark('start')}${inline(text)}${mark('end')}</text:h>`
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
