// Lines from milestones to what they are needed for, between the cards of the drawing. Called by NeedLines.svelte.
// Deterministic: the same cards and links give the same lines. A line that would run behind a third card goes round it.

/** In pixels of the canvas. */
export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Line {
  from: string
  to: string
  /** An SVG path. */
  path: string
}

type Point = [x: number, y: number]

/** A level stretch of a line that goes round. */
interface Track {
  left: number
  right: number
  y: number
}

/** How far a curve bends out of the edge of a card, at least. */
const BEND = 34
/** A line that goes round: how far it runs out of a card, and the next ones further so that they lie apart. */
const OUT = { first: 12, apart: 7, most: 4 }
/** Between cards and tracks: from the edge, from each other, and how many lie side by side. */
const TRACK = { edge: 5, apart: 9, most: 6 }
const CORNER = 8

/** A line for each link whose two cards lie in the drawing, in the order of the links; `titles` are gone round like cards. */
export function layLines(
  links: readonly { from: string; to: string }[],
  cards: ReadonlyMap<string, Rect>,
  titles: readonly Rect[] = [],
): Line[] {
  const tracks: Track[] = []
  return links.flatMap(({ from, to }) => {
    const [a, b] = [cards.get(from), cards.get(to)]
    if (!a || !b) return []
    const others = [...cards].flatMap(([id, card]) => (id === from || id === to ? [] : [card]))
    const round = roundOthers(a, b, others, titles, tracks)
    if (round) tracks.push(round.track)
    return [{ from, to, path: round?.path ?? curve(a, b) }]
  })
}

/** From the edge of one card to the facing edge of the other; within a column, round by the right side. */
function curve(from: Rect, to: Rect): string {
  const [y1, y2] = [middle(from), middle(to)]
  const way = direction(from, to)
  const [x1, x2] = [way < 0 ? from.x : end(from), way > 0 ? to.x : end(to)]
  const bend = way === 0 ? BEND : Math.max(BEND, Math.abs(x2 - x1) / 2)
  const [out, into] = way === 0 ? [1, 1] : [way, -way]
  const bends: Point[] = [
    [x1 + out * bend, y1],
    [x2 + into * bend, y2],
    [x2, y2],
  ]
  return `M${say([x1, y1])}C${bends.map(say).join(' ')}`
}

/** By a free track where a third card lies in between; undefined where none does, or no track is left. */
function roundOthers(
  from: Rect,
  to: Rect,
  others: readonly Rect[],
  titles: readonly Rect[],
  taken: readonly Track[],
): { path: string; track: Track } | undefined {
  const way = direction(from, to)
  if (way === 0) return undefined
  const [x1, x2] = way > 0 ? [end(from), to.x] : [from.x, end(to)]
  const [y1, y2] = [middle(from), middle(to)]
  const span = { left: Math.min(x1, x2), right: Math.max(x1, x2) }
  const within = (some: readonly Rect[]) => some.filter((one) => one.x < span.right && end(one) > span.left)
  const between = within(others)
  const [top, foot] = [Math.min(y1, y2), Math.max(y1, y2)]
  if (between.every((card) => card.y > foot || card.y + card.height < top)) return undefined
  const used = taken.filter((track) => track.left < span.right && track.right > span.left)
  const y = freeTrack(between, within(titles), used, y1, y2)
  if (y === undefined) return undefined
  const out = way * (OUT.first + OUT.apart * (taken.length % OUT.most))
  const corners: Point[] = [
    [x1 + out, y1],
    [x1 + out, y],
    [x2 - out, y],
    [x2 - out, y2],
  ]
  return { path: rounded([[x1, y1], ...corners, [x2, y2]]), track: { ...span, y } }
}

/** The level nearest to both ends at which nothing lies, the higher one of two. */
function freeTrack(
  cards: readonly Rect[],
  titles: readonly Rect[],
  used: readonly Track[],
  y1: number,
  y2: number,
): number | undefined {
  const steps = Array.from({ length: TRACK.most }, (_, i) => TRACK.edge + i * TRACK.apart)
  const far = (y: number) => Math.abs(y - y1) + Math.abs(y - y2)
  return cards
    .flatMap((card) => steps.flatMap((step) => [card.y - step, card.y + card.height + step]))
    .filter(
      (y) =>
        y >= 0 &&
        cards.every((card) => isClear(card, y, TRACK.edge - 1)) &&
        titles.every((title) => isClear(title, y, 0)) &&
        used.every((track) => Math.abs(track.y - y) >= TRACK.apart - 1),
    )
    .sort((a, b) => far(a) - far(b) || a - b)[0]
}

/** True for a level that keeps off a card. */
function isClear({ y, height }: Rect, level: number, air: number): boolean {
  return level <= y - air || level >= y + height + air
}

/** Right, left, or neither where the cards lie over each other. */
function direction(from: Rect, to: Rect): number {
  if (to.x >= end(from)) return 1
  return from.x >= end(to) ? -1 : 0
}

/** Straight from point to point, round at the corners. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return `M${say(point)}`
      if (!after) return `L${say(point)}`
      const radius = Math.min(CORNER, distance(point, before) / 2, distance(point, after) / 2)
      return `L${say(toward(point, before, radius))}Q${say(point)} ${say(toward(point, after, radius))}`
    })
    .join('')
}

function toward([x, y]: Point, [toX, toY]: Point, by: number): Point {
  return [x + Math.sign(toX - x) * by, y + Math.sign(toY - y) * by]
}

/** Of two points on a level or over each other. */
function distance(a: Point, b: Point): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])
}

function say(point: Point): string {
  return point.map((value) => Math.round(value * 10) / 10 + 0).join(' ')
}

function end({ x, width }: Rect): number {
  return x + width
}

function middle({ y, height }: Rect): number {
  return y + height / 2
}
