// The wheel on the room screen: which consequences are cards, where they lie, what is told as shapes on a card instead.
// Called by Wall.svelte. Lengths are pixels of the 1920 x 1080 canvas; the same wheel is always drawn the same way.
import type { Note } from '../../board/note.ts'
import { below, type Branch } from '../../board/tree.ts'
import { anyOverlap, apart, type Rect } from './apart.ts'
import { layWheel } from './layout.ts'

export interface Node extends Rect {
  note: Note
  /** 1 on the inner ring, 2 on the outer one. */
  order: 1 | 2
  /** Consequences told as lines of this card. */
  lines: Note[]
  /** Consequences told as shapes on it. */
  shapes: Note[]
  /** What it is tied to: the id of its cause, or null for the centre. */
  cause: string | null
}

export interface Wheel {
  centre: Rect
  rings: { rx: number; ry: number }[]
  nodes: Node[]
  /** Direct consequences that found no place. */
  left: Note[]
}

export interface Area {
  width: number
  height: number
}

const WIDTHS = { 1: 318, 2: 286 } as const
/** Lines of further consequences on one card. */
const MOST_LINES = 2
const MOST_CARDS = 24
const GAP = 14
const CENTRE = { width: 400, height: 196 }

/** `heightOf` tells how high a card is by its text, its width, and how many lines and rows of shapes follow. */
export type HeightOf = (text: string, width: number, lines: number, shapes: number) => number

/** Draws two rings while their cards have room, with fewer and fewer children each, else one ring whose cards tell what follows, else the fullest branches alone. */
export function drawWheel(branches: readonly Branch[], area: Area, most: number, heightOf: HeightOf): Wheel {
  for (let children = most; children > 0; children--) {
    const cards = branches.flatMap((branch) => twoRings(branch, children))
    const wheel = cards.length <= MOST_CARDS && settle(cards, branches, area, heightOf)
    if (wheel) return wheel
  }
  for (let some = Math.min(branches.length, 12); some > 0; some--) {
    const kept = fullest(branches, some)
    const wheel = settle(kept.map(oneRing), kept, area, heightOf)
    if (wheel)
      return { ...wheel, left: branches.filter((one) => !kept.includes(one)).map(({ note }) => note) }
  }
  return { ...frame(area, 0), nodes: [], left: branches.map(({ note }) => note) }
}

type Bare = Omit<Node, keyof Rect>

function twoRings(branch: Branch, most: number): Bare[] {
  const children = branch.children.slice(0, most)
  const more = branch.children.slice(most).flatMap((child) => [child.note, ...below(child)])
  return [
    { note: branch.note, order: 1, lines: [], shapes: more, cause: null },
    ...children.map((child): Bare => {
      const further = below(child)
      return {
        note: child.note,
        order: 2,
        lines: further.slice(0, MOST_LINES),
        shapes: further.slice(MOST_LINES),
        cause: branch.note.id,
      }
    }),
  ]
}

function oneRing(branch: Branch): Bare {
  return { note: branch.note, order: 1, lines: [], shapes: below(branch), cause: null }
}

/** The branches from which most follows, in their own order. */
function fullest(branches: readonly Branch[], some: number): Branch[] {
  const by = branches.map((branch, i) => ({ branch, i, size: below(branch).length }))
  const kept = new Set(
    by
      .sort((a, b) => b.size - a.size || a.i - b.i)
      .slice(0, some)
      .map(({ i }) => i),
  )
  return branches.filter((_, i) => kept.has(i))
}

function settle(
  cards: readonly Bare[],
  branches: readonly Branch[],
  area: Area,
  heightOf: HeightOf,
): Wheel | null {
  const outer = cards.some(({ order }) => order === 2)
  const { centre, rings } = frame(area, outer ? 2 : cards.length > 0 ? 1 : 0)
  const tree = {
    id: 'centre',
    children: branches.map(({ note }) => ({
      id: note.id,
      children: cards.filter(({ cause }) => cause === note.id).map((card) => ({ id: card.note.id })),
    })),
  }
  const { positions } = layWheel(tree, 0, 0, 1)
  const nodes = cards.map((card): Node => {
    const [x, y] = positions[card.note.id] ?? [0, -1]
    const ring = rings[card.order - 1]!
    const far = Math.hypot(x, y) || 1
    const width = WIDTHS[card.order]
    return {
      ...card,
      x: centre.x + (x / far) * ring.rx,
      y: centre.y + (y / far) * ring.ry,
      width,
      height: heightOf(card.note.text, width, card.lines.length, card.shapes.length),
    }
  })
  const placed = apart(nodes, centre, area, GAP)
  return anyOverlap(placed, centre) ? null : { centre, rings, nodes: placed, left: [] }
}

/** The centre, and as many rings as are drawn around it. */
function frame({ width, height }: Area, rings: number): Pick<Wheel, 'centre' | 'rings'> {
  const centre = { x: width / 2, y: height / 2, ...CENTRE }
  const outer = { rx: width / 2 - WIDTHS[2] / 2, ry: height / 2 - 50 }
  if (rings < 2) return { centre, rings: rings === 0 ? [] : [{ rx: outer.rx * 0.8, ry: outer.ry * 0.84 }] }
  return { centre, rings: [{ rx: width * 0.285, ry: height * 0.33 }, outer] }
}
