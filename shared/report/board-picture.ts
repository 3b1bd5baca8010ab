// Where everything lies on the picture of a board: cards, columns or zones, ties. Called by drawn boards, canvas.ts and excalidraw.ts.
import { columnsOf, type Column } from '../board/columns.ts'
import type { Note } from '../board/note.ts'
import { below, forest, type Branch } from '../board/tree.ts'
import { LEADING } from './drawing.ts'
import type { Section } from './model.ts'
import { layRings } from './rings.ts'
import { wrapLines } from './wrap.ts'

export interface Card {
  note: Note
  x: number
  y: number
  w: number
  h: number
  lines: string[]
}

/** A column, a group or a zone of the board. */
export interface Area {
  id: string
  title: string
  lines: string[]
  x: number
  y: number
  w: number
  h: number
}

export interface BoardPicture {
  width: number
  height: number
  areas: Area[]
  cards: Card[]
  /** Ids of notes: links, and what lies under what where the board is a tree. */
  ties: { from: string; to: string; label: string }[]
}

export const CARD = { width: 216, text: 15, pad: 12, sign: 18 }
export const AREA_TITLE = 18
const GAP = 12
const INDENT = 16
/** Width of a board whose notes lie where they were put. */
const FREE = { width: 1600, height: 1000 }

/** What is drawn of a section. */
export type Drawn = Pick<Section, 'notes' | 'zones' | 'placed' | 'tree'>

/** The board of a section, from (0, 0); every visible note is on it. */
export function pictureOf(section: Drawn): BoardPicture {
  if (section.placed) return freeBoard(section)
  return (section.tree && wheelBoard(section.notes)) || columnBoard(section)
}

function freeBoard({ notes, zones, tree }: Drawn): BoardPicture {
  const { width, height } = FREE
  const areas = zones.flatMap(({ id, label, box }): Area[] => {
    if (!box) return []
    const [x, y, w, h] = [box[0] * width, box[1] * height, box[2] * width, box[3] * height]
    return [{ id, title: label, lines: wrapLines(label, w - 2 * CARD.pad, AREA_TITLE), x, y, w, h }]
  })
  const cards = notes.map((note) => {
    const card = cardOf(note, CARD.width)
    const x = note.at[0] * width - card.w / 2
    const y = note.at[1] * height - card.h / 2
    return { ...card, x, y }
  })
  return framed(areas, cards, tiesOf(notes, tree === true))
}

/** One tree as rings around its root, what is tied to nothing in columns below it; null where no ring has room. */
function wheelBoard(notes: Note[]): BoardPicture | null {
  const roots = forest(notes)
  const root = roots.reduce((most, one) => (below(one).length > below(most).length ? one : most), roots[0]!)
  const places = root && layRings(root)
  if (!places) return null
  const inside = new Set([root.note, ...below(root)])
  const cards = [...inside].map((note) => {
    const [x, y] = places.get(note.id)!
    const card = cardOf(note, CARD.width)
    return { ...card, x: x - card.w / 2, y: y - card.h / 2 }
  })
  const ties = tiesOf([...inside], true)
  const wheel = framed([], cards, ties)
  const loose = notes.filter((note) => !inside.has(note))
  if (loose.length === 0) return wheel
  const rest = columnBoard({ notes: loose, zones: [], placed: false })
  const lower = <T extends { y: number }>(one: T): T => ({ ...one, y: one.y + wheel.height + 3 * GAP })
  return framed(rest.areas.map(lower), [...wheel.cards, ...rest.cards.map(lower)], [...ties, ...rest.ties])
}

/** Columns side by side, the tall ones in several; rows of them where there are many. */
function columnBoard({ notes, zones }: Drawn): BoardPicture {
  const columns = columnsOf(notes, zones).filter((column) => column.zone || !isEmpty(column))
  const across = Math.max(6, Math.ceil(Math.sqrt(notes.length / 2)))
  const areas: Area[] = []
  const cards: Card[] = []
  let [x, y, row] = [0, 0, 0]
  for (const column of columns) {
    const laid = layColumn(column, across)
    if (x > 0 && x + laid.area.w > across * (CARD.width + GAP) + GAP) [x, y, row] = [0, y + row + GAP, 0]
    areas.push({ ...laid.area, x, y })
    cards.push(...laid.cards.map((card) => ({ ...card, x: card.x + x, y: card.y + y })))
    x += laid.area.w + GAP
    row = Math.max(row, laid.area.h)
  }
  return framed(areas, cards, tiesOf(notes, false))
}

function isEmpty({ branches, group }: Column): boolean {
  return branches.length === 0 && group === undefined
}

function layColumn(column: Column, across: number): { area: Area; cards: Card[] } {
  const deep = column.branches.flatMap((branch) => flatten(branch, 0))
  const count = Math.min(across, Math.max(1, Math.ceil(Math.sqrt(deep.length / 4))))
  const w = count * (CARD.width + GAP) + GAP
  const title = column.title ?? ''
  const lines = title === '' ? [] : wrapLines(title, w - 2 * GAP, AREA_TITLE)
  const top = GAP + lines.length * AREA_TITLE * LEADING
  const heights = Array.from({ length: count }, () => top)
  const cards = deep.map(({ note, depth }) => {
    const shortest = heights.indexOf(Math.min(...heights))
    const indent = Math.min(depth, 3) * INDENT
    const card = cardOf(note, CARD.width - indent)
    const placed = { ...card, x: GAP + shortest * (CARD.width + GAP) + indent, y: heights[shortest]! }
    heights[shortest]! += card.h + 8
    return placed
  })
  const h = Math.max(60, ...heights) + GAP - 8
  return { area: { id: column.id, title, lines, x: 0, y: 0, w, h }, cards }
}

function flatten(branch: Branch, depth: number): { note: Note; depth: number }[] {
  return [{ note: branch.note, depth }, ...branch.children.flatMap((child) => flatten(child, depth + 1))]
}

function cardOf(note: Note, w: number): Card {
  const lines = wrapLines(note.text, w - 2 * CARD.pad - CARD.sign, CARD.text)
  return { note, x: 0, y: 0, w, h: 2 * CARD.pad + lines.length * CARD.text * LEADING, lines }
}

function tiesOf(notes: Note[], tree: boolean): BoardPicture['ties'] {
  const known = new Set(notes.map((note) => note.id))
  const links = notes.flatMap((note) =>
    Object.entries(note.links ?? {}).map(([to, label]) => ({ from: note.id, to, label })),
  )
  const parents = tree ? forest(notes).flatMap(branchTies) : []
  return [...parents, ...links].filter(({ to }) => known.has(to))
}

function branchTies({ note, children }: Branch): BoardPicture['ties'] {
  return children.flatMap((child) => [{ from: note.id, to: child.note.id, label: '' }, ...branchTies(child)])
}

/** Moves everything so that nothing lies left of or above (0, 0). */
function framed(areas: Area[], cards: Card[], ties: BoardPicture['ties']): BoardPicture {
  const all = [...areas, ...cards]
  const left = all.reduce((least, one) => Math.min(least, one.x), 0)
  const top = all.reduce((least, one) => Math.min(least, one.y), 0)
  const move = <T extends { x: number; y: number }>(one: T): T => ({
    ...one,
    x: one.x - left,
    y: one.y - top,
  })
  const width = all.reduce((most, one) => Math.max(most, one.x + one.w), 0) - left
  const height = all.reduce((most, one) => Math.max(most, one.y + one.h), 0) - top
  return { width, height, areas: areas.map(move), cards: cards.map(move), ties }
}
