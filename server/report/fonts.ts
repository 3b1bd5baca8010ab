// The fonts of pictures and PDF, from packages: Atkinson Hyperlegible for what it has, DejaVu for other scripts, Noto Emoji,
// and UnifontEX, which has something for nearly every character there is. Nothing is fetched. Called by png.ts and pdf-text.ts.
import { promises as files } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'

const ATKINSON = '@expo-google-fonts/atkinson-hyperlegible-next'

const FILES = {
  text: `${ATKINSON}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`,
  bold: `${ATKINSON}/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf`,
  wide: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  wideBold: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  last: '@fontsource/unifontex/files/unifontex-latin-400-normal.woff',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
} as const

export type FontName = keyof typeof FILES
const FONT_NAMES = Object.keys(FILES) as FontName[]

/** All of them as OpenType files, by name. */
export async function loadFonts(): Promise<Map<FontName, Buffer>> {
  const entries = FONT_NAMES.map(async (name) => {
    const bytes = await files.readFile(fileURLToPath(import.meta.resolve(FILES[name])))
    return [name, FILES[name].endsWith('.woff') ? unpackWoff(bytes) : bytes] as const
  })
  return new Map(await Promise.all(entries))
}

/** A WOFF 1.0 file as the OpenType file that it was made of: its tables, each inflated, under a directory of their own. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, i) => {
    const entry = 44 + i * 20
    const [from, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ]
    const stored = woff.subarray(from, from + packed)
    const bytes = packed < length ? inflateSync(stored) : stored
    return { tag: woff.subarray(entry, entry + 4), sum: woff.subarray(entry + 16, entry + 20), bytes }
  })
  const head = Buffer.alloc(12 + count * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const step = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(step * 16, 6)
  head.writeUInt16BE(Math.log2(step), 8)
  head.writeUInt16BE((count - step) * 16, 10)
  let offset = head.length
  const parts = tables.map(({ tag, sum, bytes }, i) => {
    const entry = 12 + i * 16
    tag.copy(head, entry)
    sum.copy(head, entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    bytes.copy(padded)
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...parts])
}
