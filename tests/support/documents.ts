// What documents say, read by other means than those that write them. Called by the tests of exports and of tours.
import { allOf, readXml, readZip, type XmlNode } from './zip.ts'

export const DOCUMENTS = ['docx', 'odt', 'xlsx', 'pptx', 'pdf'] as const

/** Every paragraph, cell and shape of a document; of a PDF, its whole text. */
export async function textsOf(format: (typeof DOCUMENTS)[number], bytes: Buffer): Promise<string[]> {
  if (format === 'pdf') return [(await readPdf(bytes)).text]
  const files = readZip(bytes)
  const part = (name: string) => readXml(files.get(name)!)
  if (format === 'docx') return allOf(part('word/document.xml'), 'p').map(wordText)
  if (format === 'odt') {
    const content = part('content.xml')
    return [...allOf(content, 'p'), ...allOf(content, 'h')].map(odfText)
  }
  if (format === 'xlsx')
    return allOf(part('xl/sharedStrings.xml'), 'si').map((one) => sheetText(one.textContent))
  const slides = [...files.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  return slides.flatMap((name) => {
    const slide = part(name)
    return [...allOf(slide, 'sp'), ...allOf(slide, 'tc')].map(slideText)
  })
}

/** Without white space and bullets: pages break lines where they like. */
export const squeeze = (text: string) => text.replace(/[\s\u25cf]+/g, '')

export function wordText(paragraph: XmlNode): string {
  return allOf(paragraph, 'r')
    .flatMap((run) => [...run.childNodes])
    .map((part) =>
      part.localName === 't'
        ? part.textContent
        : part.localName === 'br'
          ? '\n'
          : part.localName === 'tab'
            ? '\t'
            : '',
    )
    .join('')
}

export function odfText(element: XmlNode): string {
  return [...element.childNodes]
    .map((node) => {
      if (node.nodeType === 3) return node.textContent ?? ''
      if (node.localName === 's') return ' '.repeat(Number(node.getAttribute('text:c') ?? 1))
      return node.localName === 'tab' ? '\t' : node.localName === 'line-break' ? '\n' : odfText(node)
    })
    .join('')
}

export function sheetText(text: string | null): string {
  return (text ?? '')
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n')
}

export function slideText(shape: XmlNode): string {
  return allOf(shape, 'p')
    .map((paragraph) =>
      allOf(paragraph, 't')
        .map((one) => one.textContent)
        .join(''),
    )
    .join('\n')
}

export function slideNumber(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)![1])
}

export async function readPdf(bytes: Buffer) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const [marks, meta] = [await document.getMarkInfo(), await document.getMetadata()]
  let text = ''
  const fonts = new Set<string>()
  let links = 0
  for (let i = 1; i <= document.numPages; i++) {
    const page = await document.getPage(i)
    const { items } = await page.getTextContent()
    for (const item of items) if ('str' in item) text += item.str
    links += (await page.getAnnotations()).filter(({ subtype, dest }) => subtype === 'Link' && dest).length
    for (const name of bytes.toString('latin1').matchAll(/\/BaseFont \/([^\s/]+)/g)) fonts.add(name[1]!)
  }
  const lang = (meta.info as { Language?: string }).Language
  const contents = ((await document.getOutline()) ?? []).map(({ title }) => title)
  await document.destroy()
  return { text, contents, links, marked: marks?.Marked === true, lang, fonts: [...fonts] }
}
