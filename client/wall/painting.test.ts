// A painted board after any changes shows what painting it whole would show, and a change paints little.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TONES, type Note, type Tone } from '../../shared/board/note.ts'
import { paint, Painting, type Brush } from './painting.ts'

const [WIDTH, HEIGHT, SIZE] = [60, 40, 4]
type Box = [left: number, top: number, wide: number, high: number]

/** A canvas of few pixels: each holds the tone that was drawn last. A blind one only counts. */
class Pixels {
  drawn = 0
  #blind: boolean
  #seen = new Map<string, Tone>()
  #path: Box[] = []
  #clip: Box[] | null = null

  constructor(blind = false) {
    this.#blind = blind
  }
  get picture(): Record<string, Tone> {
    return Object.fromEntries([...this.#seen].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  save(): void {}
  restore(): void {
    this.#clip = null
  }
  beginPath(): void {
    this.#path = []
  }
  rect(...box: Box): void {
    this.#path.push(box)
  }
  clip(): void {
    this.#clip = this.#path
  }
  clearRect(...box: Box): void {
    this.#each(box, (pixel) => this.#seen.delete(pixel))
  }
  drawImage(tone: Tone, ...box: Box): void {
    this.drawn++
    this.#each(box, (pixel) => this.#seen.set(pixel, tone))
  }
  #each([left, top, wide, high]: Box, act: (pixel: string) => void): void {
    if (this.#blind) return
    for (let x = left; x < left + wide; x++)
      for (let y = top; y < top + high; y++) if (this.#inside(x, y)) act(`${x},${y}`)
  }
  #inside(x: number, y: number): boolean {
    return !this.#clip || this.#clip.some(([l, t, w, h]) => x >= l && x < l + w && y >= t && y < t + h)
  }
}

function brushOn(pixels: Pixels): Brush {
  const pictures = Object.fromEntries(TONES.map((tone) => [tone, tone])) as unknown as Brush['pictures']
  return {
    pixels: pixels as unknown as CanvasRenderingContext2D,
    pictures,
    width: WIDTH,
    height: HEIGHT,
    size: SIZE,
    ratio: 1,
  }
}

const note = (n: number, at: Note['at'], tone: Tone): Note => ({ id: `n${n}`, text: '', tone, at, order: '' })
const part = fc.integer({ min: 0, max: 20 }).map((n) => n / 20)
const someNotes = fc
  .uniqueArray(fc.record({ n: fc.nat(30), at: fc.tuple(part, part), tone: fc.constantFrom(...TONES) }), {
    selector: ({ n }) => n,
    maxLength: 20,
  })
  .map((all) => all.map(({ n, at, tone }) => note(n, at, tone)))

/** Notes in the order of laying: what came or moved last is last. */
function relaid(before: readonly Note[], now: readonly Note[]): Note[] {
  const same = (a: Note, b: Note) => a.id === b.id && a.tone === b.tone && String(a.at) === String(b.at)
  const stay = before.filter((old) => now.some((one) => same(one, old)))
  return [...stay, ...now.filter((one) => !stay.some((old) => old.id === one.id))]
}

test('after any changes the picture is that of all notes painted anew', () => {
  fc.assert(
    fc.property(fc.array(someNotes, { minLength: 1, maxLength: 5 }), (boards) => {
      const pixels = new Pixels()
      const brush = brushOn(pixels)
      const painting = new Painting()
      let order: Note[] = []
      for (const board of boards) {
        painting.show(brush, board)
        order = relaid(order, board)
        const whole = new Pixels()
        for (const one of order) paint(brushOn(whole), one)
        expect(pixels.picture).toEqual(whole.picture)
      }
    }),
  )
})

test('one note that moves paints what it touches, three hundred that come paint three hundred', () => {
  const pixels = new Pixels(true)
  const brush = { ...brushOn(pixels), width: 1920, height: 1080 }
  const painting = new Painting()
  const at = (n: number): Note['at'] => [(n * 0.618_034) % 1, (n * 0.414_214) % 1]
  const board = Array.from({ length: 2000 }, (_, n) => note(n, at(n), 'ciel'))
  painting.show(brush, board)
  pixels.drawn = 0
  painting.show(brush, board.with(7, note(7, [0.5, 0.5], 'ciel')))
  expect(pixels.drawn).toBeLessThan(10)
  painting.show(brush, board)
  pixels.drawn = 0
  painting.show(brush, [...board, ...Array.from({ length: 300 }, (_, n) => note(2000 + n, at(n), 'menthe'))])
  expect(pixels.drawn).toBe(300)
  pixels.drawn = 0
  painting.show({ ...brush }, board)
  expect(pixels.drawn).toBe(2000)
})
