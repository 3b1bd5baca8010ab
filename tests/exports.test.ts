// Every format of the report is opened by a reader that did not write it, and says what the model says, in both languages,
// with the nastiest texts.
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Note } from '../shared/board/note.ts'
import { FORMATS, type Format } from '../shared/report/formats.ts'
import type { Report } from '../shared/report/model.ts'
import { makeReport } from '../shared/report/report.ts'
import { NASTY, note, sample } from '../shared/report/samples.ts'
import { cleanXml } from '../shared/report/xml.ts'
import { print } from '../server/report/print.ts'
import {
  odfText,
  readPdf,
  sheetText,
  slideNumber,
  slideText,
  squeeze,
  wordText,
} from './support/documents.ts'
import { allOf, readXml, readZip } from './support/zip.ts'

const TEXTS = [
  ...NASTY,
  'مرحبا بالعالم (نص) 123',
  'שלום עולם',
  '中文 日本語',
  '_x0041_ <w:t>',
  'Une phrase qui tient cinq cents signes, '.repeat(13).slice(0, 500),
]

function reportIn(language: 'fr' | 'en', more: Partial<Report> = {}): Report {
  const input = sample({ language, summary: 'Un bail <à plusieurs> & des outils.' })
  const typed: Note[] = TEXTS.map((text, i) => note(`t${i}`, text))
  const action = note('act', 'Recenser les outils', { fields: { owner: 'Nadia', date: '2026-06-12' } })
  input.notes['a1'] = [...input.notes['a1']!, ...typed, action]
  return { ...makeReport(input), ...more }
}

const printed = new Map<string, Buffer>()
const file = (language: 'fr' | 'en', format: Format) => printed.get(`${language}.${format}`)!

beforeAll(async () => {
  for (const language of ['fr', 'en'] as const)
    for (const format of Object.keys(FORMATS).filter((one) => one !== 'zip') as Format[])
      printed.set(
        `${language}.${format}`,
        Buffer.from((await print({ format, report: reportIn(language) }))!),
      )
})

/** What XML can hold of a text, its line ends as every reader sees them. */
const inXml = (text: string) => cleanXml(text).replace(/\r\n?/g, '\n')
const visible = reportIn('fr').sections[0]!.notes.map(({ text }) => text)

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('docx: each note is a paragraph, with its breaks, tabs and direction', () => {
    const files = readZip(file(language, 'docx'))
    for (const [name, bytes] of files) if (/\.(xml|rels)$/.test(name)) readXml(bytes)
    const paragraphs = allOf(readXml(files.get('word/document.xml')!), 'p')
    const texts = paragraphs.map(wordText)
    for (const text of visible)
      expect(
        texts.some((one) => one.replace(/^\S /, '') === inXml(text) || one === inXml(text)),
        text,
      ).toBe(true)
    const arabic = paragraphs.find((paragraph) => wordText(paragraph).includes('مرحبا'))!
    expect(allOf(arabic, 'bidi')).toHaveLength(1)
    expect(texts).toContain('Un bail <à plusieurs> & des outils.')
    expect(texts.join('\n')).toContain('2026')
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(1)
  })

  test('odt: the type of the file comes first, and each note is a paragraph', () => {
    const files = readZip(file(language, 'odt'))
    expect([...files.entries()][0]!.map(String)).toEqual([
      'mimetype',
      'application/vnd.oasis.opendocument.text',
    ])
    const content = readXml(files.get('content.xml')!)
    readXml(files.get('styles.xml')!)
    const listed = allOf(readXml(files.get('META-INF/manifest.xml')!), 'file-entry').map((one) =>
      one.getAttribute('manifest:full-path'),
    )
    expect(listed).toEqual(expect.arrayContaining(['/', 'content.xml', 'styles.xml', 'Pictures/chart1.png']))
    const texts = [...allOf(content, 'p'), ...allOf(content, 'h')].map(odfText)
    for (const text of visible)
      expect(
        texts.some((one) => one.replace(/^\S /, '') === inXml(text) || one === inXml(text)),
        text,
      ).toBe(true)
  })

  test('xlsx: each text is a string cell, and no cell is a formula', () => {
    const files = readZip(file(language, 'xlsx'))
    const strings = allOf(readXml(files.get('xl/sharedStrings.xml')!), 'si').map((one) =>
      sheetText(one.textContent),
    )
    const sheets = ['sheet1', 'sheet2', 'sheet3'].map((name) =>
      readXml(files.get(`xl/worksheets/${name}.xml`)!),
    )
    expect(sheets.flatMap((sheet) => allOf(sheet, 'f'))).toEqual([])
    const said = new Set(
      sheets.flatMap((sheet) =>
        allOf(sheet, 'c')
          .filter((cell) => cell.getAttribute('t') === 's')
          .map((cell) => strings[Number(cell.textContent)]),
      ),
    )
    for (const text of visible.filter((one) => one !== ''))
      expect(said, text).toContain(text.replace(/\r\n?/g, '\n'))
  })

  test('pptx: the cover, one slide for each activity, and an appendix with every note on a card', () => {
    const files = readZip(file(language, 'pptx'))
    const slides = [...files.keys()]
      .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
      .sort((a, b) => slideNumber(a) - slideNumber(b))
    const shapes = slides.map((name) => allOf(readXml(files.get(name)!), 'sp').map(slideText))
    expect(shapes[0]).toContain('La ville en partage')
    const appendix = shapes.findIndex((texts) => /^(Annexes|Appendices)$/.test(texts.join('')))
    const titles = shapes.slice(1, appendix).map((texts) => texts.find((text) => text !== ''))
    const activities = reportIn(language).sections.map(({ title }) => title)
    expect(titles.slice(1, 1 + activities.length)).toEqual(activities)
    expect(titles).toHaveLength(activities.length + 2)
    const all = new Set(shapes.slice(appendix).flat())
    for (const text of visible) expect(all, text).toContain(inXml(text))
  })

  test('pdf, docx and odt: a list of chapters that leads to each, and the tables of charts at the end', async () => {
    const titles = reportIn(language).sections.map(({ title }) => title)
    const { contents, links } = await readPdf(file(language, 'pdf'))
    expect(contents.filter((title) => titles.includes(title))).toEqual(titles)
    expect(links).toBe(titles.length)
    const word = readXml(readZip(file(language, 'docx')).get('word/document.xml')!)
    const paragraphs = allOf(word, 'p').map(wordText)
    for (const title of titles)
      expect(paragraphs.filter((text) => text.startsWith(title)).length).toBeGreaterThan(1)
    const order = [titles[0]!, titles[1]!, language === 'fr' ? 'Annexes' : 'Appendices']
    const places = order.map((text) => paragraphs.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const open = readXml(readZip(file(language, 'odt')).get('content.xml')!)
    const marks = allOf(open, 'bookmark-start').map((one) => one.getAttribute('text:name'))
    expect(allOf(open, 'bookmark-ref').map((one) => one.getAttribute('text:ref-name'))).toEqual(marks)
  })

  test('svg: each note is one text whose lines make it again', () => {
    const texts = allOf(readXml(file(language, 'svg')), 'text').map((one) => one.textContent)
    for (const text of visible) expect(texts, text).toContain(cleanXml(text))
    expect(
      Number(readXml(file(language, 'svg')).documentElement.getAttribute('width')),
    ).toBeGreaterThanOrEqual(800)
  })

  test('png: an image of at least 800 pixels with something on it', () => {
    const { width, height, colours } = readPng(file(language, 'png'))
    expect(width).toBeGreaterThanOrEqual(800)
    expect(height).toBeGreaterThan(400)
    expect(colours).toBeGreaterThan(10)
  })

  test('JSON Canvas and Excalidraw hold each note with a place', () => {
    const canvas = JSON.parse(file(language, 'canvas').toString()) as {
      nodes: { id: string; type: string; text?: string; x: number; width: number }[]
    }
    const scene = JSON.parse(file(language, 'excalidraw').toString()) as {
      type: string
      elements: { id: string; type: string; originalText?: string }[]
    }
    expect(canvas.nodes.filter(({ type }) => type === 'text').map(({ text }) => text)).toEqual(
      expect.arrayContaining(visible.filter((text) => text !== 'Des lieux')),
    )
    for (const list of [canvas.nodes, scene.elements])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    expect(canvas.nodes.every(({ x, width }) => Number.isInteger(x) && width > 0)).toBe(true)
    expect(scene.type).toBe('excalidraw')
    expect(
      scene.elements.filter(({ type }) => type === 'text').map(({ originalText }) => originalText),
    ).toEqual(expect.arrayContaining(visible))
  })

  test('pdf: tagged, in its language, and every text can be read', async () => {
    const { text, marked, lang, fonts } = await readPdf(file(language, 'pdf'))
    expect(marked).toBe(true)
    expect(lang).toBe(language)
    expect(fonts.every((name) => /^[A-Z]{6}\+/.test(name))).toBe(true)
    const squeezed = squeeze(text)
    const plain = visible.filter(
      (one) => !/[\p{Cf}\p{Cc}\uff00-\uffef\p{Script=Arabic}\p{Script=Hebrew}]/u.test(one),
    )
    for (const one of plain) expect(squeezed, one).toContain(squeeze(one))
    for (const word of ['שלום', '中文']) expect(squeezed).toContain(word)
  })
})

test('P4: no file asks another host for anything when it is opened', () => {
  const fetched =
    /TargetMode="External"|<(?:\w+:)?(?:image|img|script|iframe)\b[^>]*=["']?https?:|@import|url\(["']?https?:/i
  for (const [name, bytes] of printed) {
    const zipped = bytes.subarray(0, 2).toString() === 'PK'
    for (const [part, content] of zipped ? readZip(bytes) : [['', bytes] as const]) {
      const text = content.toString('latin1')
      if (!/\.(csv|json|ics|canvas|excalidraw)$/.test(name)) expect(text, name + part).not.toMatch(fetched)
      if (name.endsWith('.pdf')) expect(text).not.toMatch(/\/(URI|JavaScript|Launch|GoToR|SubmitForm)\b/)
      if (name.endsWith('.svg')) expect(text).not.toMatch(/href=/)
      if (name.endsWith('.md')) expect(text).not.toMatch(/(^|[^\\])!\[/)
    }
  }
  expect('<image x="1" href="https://elsewhere.example/a.png"/>').toMatch(fetched)
})

test('md, csv and json hold the summary, the action and every note', () => {
  expect(file('fr', 'md').toString()).toContain('## Suites')
  expect(file('en', 'md').toString()).toContain('## Next steps')
  expect(file('fr', 'csv').toString()).toContain('"Recenser les outils"')
  const { activities } = JSON.parse(file('fr', 'json').toString()) as {
    activities: { notes: { text: string }[] }[]
  }
  expect(activities[0]!.notes.map(({ text }) => text)).toEqual(visible)
})

test('ics: an event on the day of each action', () => {
  const lines = file('fr', 'ics').toString().split('\r\n')
  expect(lines).toContain('DTSTART;VALUE=DATE:20260612')
  expect(lines).toContain('SUMMARY:Recenser les outils (Nadia)')
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
})

test('zip: every format, each with the checksum that the manifest tells', async () => {
  const files = readZip(Buffer.from((await print({ format: 'zip', report: makeReport(sample()) }))!))
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as {
    revision: number
    files: { name: string; sha256: string; bytes: number }[]
  }
  expect(manifest.revision).toBe(12)
  expect(manifest.files.map(({ name }) => name.split('.').at(-1)).sort()).toEqual(
    Object.keys(FORMATS)
      .filter((one) => one !== 'zip')
      .sort(),
  )
  expect([...files.keys()]).toEqual(['manifest.json', ...manifest.files.map(({ name }) => name)])
  for (const { name, sha256 } of manifest.files)
    expect(sha256).toBe(createHash('sha256').update(files.get(name)!).digest('hex'))
})

test('first names stand beside the notes only where they were asked for', async () => {
  const report = makeReport(sample({ names: { n1: 'Ysolde' } }))
  for (const format of ['md', 'csv', 'json'] as const)
    expect(Buffer.from((await print({ format, report }))!).toString()).toContain('Ysolde')
  const docx = readZip(Buffer.from((await print({ format: 'docx', report }))!))
  expect(docx.get('word/document.xml')!.toString()).toContain('(Ysolde)')
  for (const bytes of printed.values()) expect(bytes.includes('Ysolde')).toBe(false)
})

test('a picture of one activity, and none of an activity that is not there', async () => {
  const report = makeReport(sample())
  const one = Buffer.from((await print({ format: 'svg', report, activity: 'a1' }))!).toString()
  expect(one).toContain('Une camionnette')
  expect(one).not.toContain('Les idées à creuser')
  expect(await print({ format: 'png', report, activity: 'nothing' })).toBeNull()
})

/** Width, height, and how many different bytes its pixels have; throws where the data does not unpack to that size. */
function readPng(png: Buffer): { width: number; height: number; colours: number } {
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const pixels = inflateSync(Buffer.concat(data))
  if (pixels.length !== height * (1 + width * 4)) throw new Error('not the size that it says')
  return { width, height, colours: new Set(pixels).size }
}
