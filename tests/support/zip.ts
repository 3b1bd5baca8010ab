// Reads archives and the XML inside them by other means than those that write them: Node's zlib and a browser's parser.
// Called by the tests of exports.
import { crc32, inflateRawSync } from 'node:zlib'
import { createRequire } from 'node:module'

/** What the tests need of a browser's nodes, whose types this project does not have. */
export interface XmlNode {
  nodeType: number
  localName: string
  textContent: string | null
  children: Iterable<XmlNode>
  childNodes: Iterable<XmlNode>
  documentElement: XmlNode
  getAttribute(name: string): string | null
  getElementsByTagName(name: string): Iterable<XmlNode>
}

interface Browser {
  JSDOM: new (html: string) => {
    window: { DOMParser: new () => { parseFromString(text: string, type: string): XmlNode } }
  }
}

/** The files of an archive by name, in their order; throws where a length or a checksum is wrong. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const files = new Map<string, Buffer>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((from) => zip.readUInt16LE(at + from)) as [
      number,
      number,
      number,
    ]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const stored = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const bytes = zip.readUInt16LE(at + 10) === 0 ? stored : inflateRawSync(stored)
    if (bytes.length !== zip.readUInt32LE(at + 24) || crc32(bytes) !== zip.readUInt32LE(at + 16))
      throw new Error(`${name} is damaged`)
    files.set(name, bytes)
    at += 46 + nameLength + extra + comment
  }
  return files
}

/** An XML document; throws where it is not well formed. */
export function readXml(bytes: Buffer | string): XmlNode {
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as Browser
  const { window } = new JSDOM('')
  const document = new window.DOMParser().parseFromString(bytes.toString(), 'application/xml')
  const [wrong] = document.getElementsByTagName('parsererror')
  if (wrong) throw new Error(wrong.textContent ?? 'not XML')
  return document
}

/** Every element below it of this local name, in document order. */
export function allOf(root: XmlNode, name: string): XmlNode[] {
  return [...root.childNodes].flatMap((node) => [
    ...(node.localName === name ? [node] : []),
    ...allOf(node, name),
  ])
}
