// The boards as an Excalidraw scene (file format 2). Called by the server's printers.
import { AREA_TITLE, CARD, pictureOf, type Area, type Card } from './board-picture.ts'
import { INK, LEADING, paperOf, QUIET, TABLE } from './drawing.ts'
import type { Report, Section } from './model.ts'

type Element = Record<string, unknown> & { id: string }

const GAP = 160
const HEAD = 60

/** A scene of all boards, one under the other. Made anew from the same report it is the same, ids included. */
export function excalidrawOf({ sections }: Pick<Report, 'sections'>): Record<string, unknown> {
  const elements: Element[] = []
  let top = 0
  for (const section of sections.filter((one) => one.notes.length > 0)) {
    const { height, elements: board } = boardOf(section, top)
    elements.push(...board)
    top += height + HEAD + GAP
  }
  const numbered = elements.map((element, i) => ({ ...element, seed: i + 1, versionNonce: i + 1 }))
  return {
    type: 'excalidraw',
    version: 2,
    source: 'tablee',
    elements: numbered,
    appState: { viewBackgroundColor: '#ffffff', gridSize: null },
    files: {},
  }
}

function boardOf(section: Section, top: number): { height: number; elements: Element[] } {
  const { height, areas, cards, ties } = pictureOf(section)
  const down = top + HEAD
  const places = new Map(cards.map((card) => [card.note.id, card]))
  const id = (own: string) => `${section.id}.${own}`
  const lines = ties.flatMap(({ from, to }, i) => {
    const [a, b] = [places.get(from), places.get(to)]
    return a && b ? [tie(id(`tie.${i + 1}`), a, b, down)] : []
  })
  return {
    height,
    elements: [
      title(id('title'), section.title, 0, top, 28),
      ...areas.flatMap((area) => areaElements(area, id(`area.${area.id}`), down)),
      ...lines,
      ...cards.flatMap((card) => cardElements(card, id(card.note.id), down)),
    ],
  }
}

function areaElements({ x, y, w, h, title: text }: Area, id: string, down: number): Element[] {
  const frame = shape(id, 'rectangle', { x, y: y + down, width: w, height: h, backgroundColor: TABLE })
  return text === '' ? [frame] : [frame, title(`${id}.t`, text, x + 12, y + down + 8, AREA_TITLE)]
}

function cardElements({ note, x, y, w, h, lines }: Card, id: string, down: number): Element[] {
  const { fill, edge } = paperOf(note.tone)
  const textId = `${id}.t`
  const card = shape(id, 'rectangle', {
    ...{ x, y: y + down, width: w, height: h, backgroundColor: fill, strokeColor: edge },
    boundElements: [{ type: 'text', id: textId }],
  })
  const inner = { x: x + CARD.pad, y: y + down + CARD.pad, width: w - 2 * CARD.pad, height: h - 2 * CARD.pad }
  return [card, text(textId, note.text, CARD.text, { ...inner, text: lines.join('\n'), containerId: id })]
}

function title(id: string, words: string, x: number, y: number, size: number): Element {
  return text(id, words, size, { x, y, width: words.length * size * 0.6, height: size * LEADING })
}

function text(id: string, words: string, size: number, more: Record<string, unknown>): Element {
  return shape(id, 'text', {
    text: words,
    originalText: words,
    fontSize: size,
    fontFamily: 2,
    textAlign: 'left',
    verticalAlign: 'top',
    containerId: null,
    lineHeight: LEADING,
    autoResize: false,
    ...more,
  })
}

function tie(id: string, a: Card, b: Card, down: number): Element {
  const [x, y] = [a.x + a.w / 2, a.y + a.h / 2]
  const [dx, dy] = [b.x + b.w / 2 - x, b.y + b.h / 2 - y]
  const points = [
    [0, 0],
    [dx, dy],
  ]
  const size = { x, y: y + down, width: Math.abs(dx), height: Math.abs(dy), strokeColor: QUIET }
  return shape(id, 'line', {
    ...size,
    points,
    startBinding: null,
    endBinding: null,
    startArrowhead: null,
    endArrowhead: null,
  })
}

/** What every element of the format has. */
function shape(id: string, type: string, more: Record<string, unknown>): Element {
  return {
    id,
    type,
    angle: 0,
    strokeColor: INK,
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 1,
    strokeStyle: 'solid',
    roughness: 0,
    opacity: 100,
    groupIds: [],
    frameId: null,
    roundness: null,
    version: 1,
    isDeleted: false,
    boundElements: null,
    updated: 1,
    link: null,
    locked: false,
    ...more,
  }
}
