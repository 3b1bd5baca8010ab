// Futures wheel: one change in the centre, what follows from it, and what follows from that (Glenn 1972).
// Each ring is written unseen and then revealed; a note is a consequence of the one that it lies under.
import * as z from 'zod'
import { checkPicks, countPicks, type PickResult, type PickRule } from '../../counting/picks.ts'
import { dropPick } from '../../counting/withdrawal.ts'
import type { Note, Tone } from '../../board/note.ts'
import { LIMITS } from '../../limits.ts'
import type { Paper } from '../../voting.ts'
import { defineActivity, type Step } from '../activity.ts'
import { alone, boardSettings, kindsOf, openly, sorting, talking } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }
import { wheelReport } from './report.ts'
import { CENTRE, readWheel } from './tree.ts'

/** Favourable, unfavourable, to discuss. */
const KINDS: Tone[] = ['menthe', 'corail', 'lilas']
/** Branches that one person may name as those to act on. */
const PICKS = 3

const settings = z.object({
  /** The change; it lies in the middle from the start. Without it the first option or note carried over, else a word. */
  centre: z.string().trim().min(1).max(LIMITS.note).optional(),
  maxOrder: z.number().int().min(1).max(4).default(3),
  /** Consequences that phones may tie to one note. */
  maxChildren: z.number().int().min(1).max(12).default(6),
  /** A vote names the branches to act on. */
  weigh: z.boolean().default(true),
  ...boardSettings,
})

type Settings = z.output<typeof settings>

export interface BranchPaper extends Paper {
  min: number
  max: number
}

export const futuresWheel = defineActivity<Settings, BranchPaper, string[], PickResult>({
  kind: 'futures-wheel',
  settings,
  steps: (s) => [
    ...Array.from({ length: s.maxOrder }, (_, i) => ring(s, i + 1)).flat(),
    sorting(s, 'sort', 4),
    ...(s.weigh ? [WEIGH, { ...talking('talk', 10), results: 'shown' as const }] : [talking('talk', 10)]),
  ],
  layout: (s, t) => ({
    kind: 'groups',
    zones: [],
    tree: true,
    maxChildren: s.maxChildren,
    kinds: kindsOf(KINDS, t),
  }),
  seed: (s, _, t) => [
    { id: CENTRE, text: s.centre ?? t('centre'), tone: 'soleil', at: [0.5, 0.5], fields: { group: 1 } },
  ],
  poll: {
    type: 'multiple',
    secrecy: () => 'secret',
    paper: (notes) => {
      const options = branchesOf(notes)
      const max = Math.min(PICKS, options.length)
      return { options, rev: 1, min: Math.min(1, max), max }
    },
    check: (paper, choice) => checkPicks(ruleOf(paper), choice),
    withoutOption: dropPick,
    before: ({ length: count }) => (count === 0 ? [{ key: 'advice.none' }] : []),
    advise: (_, { ballotsCounted, blank }) =>
      ballotsCounted === 0 && blank > 0 ? [{ key: 'advice.allBlank' }] : [],
    count: (paper, ballots) => countPicks(ruleOf(paper), ballots),
  },
  report: wheelReport,
  messages,
})

const WEIGH: Step = { id: 'weigh', minutes: 4, pads: 'off', board: 'none', poll: true, results: 'hidden' }

/** Everybody writes what follows, unseen; then the ring is shown, and phones tie what is still loose. */
function ring(s: Settings, order: number): Step[] {
  const asks = { order, ...(order === 1 ? { zones: [CENTRE] } : {}) }
  const write = { ...alone(s, `ring-${order}`, order === 1 ? 4 : 5), asks }
  const reveal = {
    ...openly(s, `reveal-${order}`, 4),
    asks,
    ...(s.arrange ? { arrange: true as const } : {}),
  }
  // From the second ring on the phone chooses a cause, so it may read the board.
  return [order === 1 ? write : { ...write, board: 'read' }, reveal]
}

/** Direct consequences, on which the branches hang; where nobody has tied any, the notes that are loose. */
function branchesOf(notes: readonly Note[]) {
  const { consequences, loose } = readWheel(notes)
  const direct = consequences.filter(({ order }) => order === 1).map(({ note }) => note)
  return (direct.length > 0 ? direct : loose)
    .filter(({ text }) => text.trim() !== '')
    .slice(0, LIMITS.options)
    .map(({ id, text, tone }) => ({ id, label: text, tone }))
}

function ruleOf({ options, min, max }: BranchPaper): PickRule {
  return { options: options.map((option) => option.id), min: Math.min(min, options.length), max }
}
