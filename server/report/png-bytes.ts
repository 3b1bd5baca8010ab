// A picture as a PNG file (W3C PNG, third edition). Called by png.ts for pictures that it has painted on.
import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './stamps.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Each row as its difference from the one above: of flat papers hardly anything is left. */
const UP = 2
/** Boards are plain: more effort makes them hardly smaller. */
const EFFORT = 3

/** Eight bits a channel, red, green, blue and opacity. */
export function writePng({ width, height, pixels }: Picture): Uint8Array {
  const row = 4 * width
  const rows = Buffer.alloc(height * (row + 1))
  for (let y = 0; y < height; y++) {
    const [to, from] = [y * (row + 1), y * row]
    rows[to] = UP
    for (let i = 0; i < row; i++)
      rows[to + 1 + i] = pixels[from + i]! - (y === 0 ? 0 : pixels[from - row + i]!)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 6, 0, 0, 0], 8)
  const data = deflateSync(rows, { level: EFFORT })
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
