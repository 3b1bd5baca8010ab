// What remains of a futures wheel: what follows from what, how much of each order and sign, the branches to act on.
import type { Note, Tone } from '../../board/note.ts'
import type { PickResult } from '../../counting/picks.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { drawBoard } from '../../report/board-drawing.ts'
import { pictureOf } from '../../report/board-picture.ts'
import { picksBlocks } from '../../report/picks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import { kindsOf } from '../zone-board.ts'
import type { BranchPaper } from './activity.ts'
import { longestChain, readWheel, type Consequence } from './tree.ts'

const KINDS: Tone[] = ['menthe', 'corail', 'lilas']

/** Blocks of the wheel and of its weighing, where there was one. */
export function wheelReport({ notes, rounds, t }: ReportInput<unknown, BranchPaper, PickResult>): Block[] {
  const weighed =
    rounds.length > 0 ? roundBlocks(rounds, t, (paper, result) => picksBlocks(paper.options, result, t)) : []
  return [...weighed, ...wheelBlocks(notes, t)]
}

function wheelBlocks(notes: readonly Note[], t: Translate): Block[] {
  const { consequences, loose } = readWheel(notes)
  if (consequences.length + loose.length === 0) return [{ type: 'text', text: t('nothingYet') }]
  const orders = Array.from({ length: longestChain(consequences) }, (_, i) => i + 1)
  const groups = orders.map((order) => ({
    title: t('order', { order }),
    notes: consequences.filter((one) => one.order === order).map(({ note }) => note),
  }))
  return [
    ...(consequences.length > 0 ? [chains(notes, consequences, t), counts(consequences, orders, t)] : []),
    {
      type: 'notes',
      groups: loose.length > 0 ? [...groups, { title: t('otherNotes'), notes: loose }] : groups,
    },
  ]
}

/** The wheel itself, and its chains as a table. */
function chains(notes: readonly Note[], consequences: readonly Consequence[], t: Translate): Block {
  const wheel = {
    notes: notes.filter(({ hidden }) => !hidden),
    zones: [],
    placed: false,
    tree: true as const,
  }
  return {
    type: 'drawing',
    title: t('table.chains'),
    drawing: drawBoard(pictureOf(wheel), t('table.chains')),
    head: [t('table.order'), t('table.cause'), t('table.consequence')],
    rows: consequences.map(({ order, cause, note }) => [order, cause, note.text]),
  }
}

function counts(consequences: readonly Consequence[], orders: readonly number[], t: Translate): Block {
  const many = (order: number, tone: Tone) =>
    consequences.filter((one) => one.order === order && one.note.tone === tone).length
  return {
    type: 'table',
    title: t('table.counts'),
    head: [t('table.order'), ...kindsOf(KINDS, t).map(({ label }) => label)],
    rows: orders.map((order) => [order, ...KINDS.map((tone) => many(order, tone))]),
  }
}
