// The boards as a JSON Canvas 1.0 (jsoncanvas.org), which opens in Obsidian and others. Called by the server's printers.
import { pictureOf } from './board-picture.ts'
import { paperOf } from './drawing.ts'
import type { Report, Section } from './model.ts'

interface CanvasNode {
  id: string
  type: 'text' | 'group'
  x: number
  y: number
  width: number
  height: number
  text?: string
  label?: string
  color?: string
}

interface CanvasEdge {
  id: string
  fromNode: string
  toNode: string
  label?: string
}

const GAP = 160
const HEAD = 80
const MARGIN = 40

/** One group for each board, one under the other; in it a group for each column and a text node for each note. */
export function canvasOf({ sections }: Pick<Report, 'sections'>): {
  nodes: CanvasNode[]
  edges: CanvasEdge[]
} {
  const nodes: CanvasNode[] = []
  const edges: CanvasEdge[] = []
  let top = 0
  for (const section of sections.filter((one) => one.notes.length > 0)) {
    const board = boardOf(section, top)
    nodes.push(...board.nodes)
    edges.push(...board.edges)
    top += board.height + GAP
  }
  return { nodes, edges }
}

function boardOf(
  section: Section,
  top: number,
): { nodes: CanvasNode[]; edges: CanvasEdge[]; height: number } {
  const { width, height, areas, cards, ties } = pictureOf(section)
  const id = (own: string) => `${section.id}.${own}`
  const place = ({ x, y, w, h }: { x: number; y: number; w: number; h: number }) => ({
    x: Math.round(x),
    y: Math.round(y + top + HEAD),
    width: Math.round(w),
    height: Math.round(h),
  })
  const whole = place({ x: -MARGIN, y: -HEAD, w: width + 2 * MARGIN, h: height + HEAD + MARGIN })
  const nodes: CanvasNode[] = [
    { id: `${section.id}`, type: 'group', ...whole, label: section.title },
    ...areas.map((area): CanvasNode => ({
      id: id(`area.${area.id}`),
      type: 'group',
      ...place(area),
      label: area.title,
    })),
    ...cards.map((card): CanvasNode => {
      const { text, tone } = card.note
      return { id: id(card.note.id), type: 'text', ...place(card), text, color: paperOf(tone).fill }
    }),
  ]
  const edges = ties.map(({ from, to, label }, i): CanvasEdge => {
    const ends = { id: id(`tie.${i + 1}`), fromNode: id(from), toNode: id(to) }
    return label === '' ? ends : { ...ends, label }
  })
  return { nodes, edges, height: whole.height }
}
