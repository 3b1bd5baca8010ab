// What is made once for many is what the library would have sent to each.
import { describe, expect, it } from 'vitest'
import * as ws from 'ws'
import { wireMessage, wireText } from './wire-socket.ts'

type Parser = {
  on(event: 'message', fn: (data: Buffer, isBinary: boolean) => void): void
  write(bytes: Buffer): void
}

function parsed(message: Buffer): [Buffer, boolean][] {
  const heard: [Buffer, boolean][] = []
  // The library's own parser, which its types leave out.
  const { Receiver } = ws as unknown as { Receiver: new (options: object) => Parser }
  const parser = new Receiver({ isServer: false })
  parser.on('message', (data, isBinary) => heard.push([data, isBinary]))
  parser.write(message)
  return heard
}

describe('a message for the wire', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])(
    'of %d bytes is read as one binary message',
    (length) => {
      const payload = new Uint8Array(length).map((_, i) => i % 251)
      const [[data, isBinary] = [Buffer.alloc(0), false], ...more] = parsed(wireMessage(payload))
      expect(more).toEqual([])
      expect(isBinary).toBe(true)
      expect(Buffer.from(payload).equals(data)).toBe(true)
    },
  )

  it.each(['', '2', 'é'.repeat(62), 'é'.repeat(63), 'mot '.repeat(20_000)])(
    'of a text is read as it was',
    (text) => {
      const [[data, isBinary] = [Buffer.alloc(0), true], ...more] = parsed(wireText(text))
      expect(more).toEqual([])
      expect(isBinary).toBe(false)
      expect(data.toString()).toBe(text)
    },
  )
})
