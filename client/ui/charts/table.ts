// The twin of a chart: every figure of it as a table, and the same table in one breath. Called by Frame.svelte and the faces.
import type { Block } from '../../../shared/report/blocks.ts'

export type Table = Extract<Block, { type: 'table' }>

/** A table of figures. */
export function tableOf(title: string, head: string[], rows: (string | number)[][]): Table {
  return { type: 'table', title, head, rows }
}

/** All figures in one sentence for a picture's label: each cell after the name of its column, empty cells left out. */
export function spoken({ title, head, rows }: Table): string {
  const said = rows.map((row) =>
    row
      .map((cell, i) => (cell === '' ? '' : `${head[i] ?? ''} ${cell}`.trim()))
      .filter((cell) => cell !== '')
      .join(', '),
  )
  return [title, ...said].filter(Boolean).join('. ')
}
