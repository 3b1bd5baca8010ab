// The estimates of a round on one line: a disc for each, the middle half as a band, the median across it. Called by report.ts.
import { BLUE, INK, LINE, ORANGE, QUIET, TABLE, type Drawing, type Mark } from '../../report/drawing.ts'
import type { DelphiResult } from './panel.ts'

const WIDTH = 800
const EDGE = 60
const DISC = 7
/** Discs of nearly the same estimate stand on each other; the higher the pile, the closer they lie. */
const PILE = 120

/** At least one estimate. */
export function drawEstimates(
  title: string,
  { values, q1, q3, median }: Pick<DelphiResult, 'values' | 'q1' | 'q3' | 'median'>,
  figure: (value: number) => string,
): Drawing {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const at = (value: number) =>
    most === least ? WIDTH / 2 : EDGE + ((value - least) / (most - least)) * (WIDTH - 2 * EDGE)
  const base = PILE + 40
  const piles = new Map<number, number>()
  const columns = values.map((value) => Math.round(at(value) / (2 * DISC)))
  const highest = Math.max(...columns.map((column) => columns.filter((other) => other === column).length))
  const step = Math.min(2 * DISC + 1, PILE / highest)
  const discs = columns.map((column): Mark => {
    const below = piles.get(column) ?? 0
    piles.set(column, below + 1)
    return {
      is: 'disc',
      x: column * 2 * DISC,
      y: base - DISC - 3 - below * step,
      r: DISC,
      fill: ORANGE,
      stroke: '#9c3c13',
    }
  })
  const words = (value: number, y: number, fill: string, bold?: true): Mark => ({
    ...{ is: 'words', x: at(value), y, lines: [figure(value)], size: 16, fill, anchor: 'middle' },
    ...(bold ? { bold } : {}),
  })
  const band: Mark[] =
    q1 === null || q3 === null
      ? []
      : [{ is: 'box', x: at(q1), y: 8, w: Math.max(2, at(q3) - at(q1)), h: base - 8, fill: TABLE, round: 4 }]
  const middle: Mark[] =
    median === null
      ? []
      : [
          { is: 'line', x1: at(median), y1: 8, x2: at(median), y2: base, stroke: BLUE },
          words(median, base + 46, BLUE, true),
        ]
  return {
    width: WIDTH,
    height: base + 60,
    title,
    marks: [
      ...band,
      { is: 'line', x1: EDGE / 2, y1: base, x2: WIDTH - EDGE / 2, y2: base, stroke: INK },
      { is: 'line', x1: EDGE / 2, y1: base + 1, x2: WIDTH - EDGE / 2, y2: base + 1, stroke: LINE },
      ...middle,
      ...discs,
      words(least, base + 22, QUIET),
      ...(most === least ? [] : [words(most, base + 22, QUIET)]),
    ],
  }
}
