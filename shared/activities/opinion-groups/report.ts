// What remains of opinion groups: what brings the room together, what marks each group, and all the votes.
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { drawStack } from '../../report/chart.ts'
import { drawHullMap } from '../../report/hulls.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { ReportInput } from '../activity.ts'
import type { OpinionPaper } from './activity.ts'
import type { OpinionResult } from './count.ts'

/** Statements of the common ground that are named. */
const SHARED = 5

/** Blocks of every round; groups that do not stand apart are not described. */
export function opinionReport({ rounds, t }: ReportInput<unknown, OpinionPaper, OpinionResult>): Block[] {
  return roundBlocks(rounds, t, (paper, result) => opinionBlocks(paper, result, t))
}

function opinionBlocks(paper: OpinionPaper, result: OpinionResult, t: Translate): Block[] {
  if (result.n === 0) return [text(t('noVotes'))]
  const labels = new Map(paper.options.map(({ id, label }) => [id, label]))
  return [
    text(t(result.clear ? 'clear' : 'notClear', { k: result.k, n: result.grouped })),
    commonTable(result, labels, t),
    ...(result.clear ? [map(result, t)] : []),
    ...(result.clear ? markTables(result, labels, t) : []),
    ...(result.clear && withheld(result) ? [text(t('small'))] : []),
    votesTable(paper, result, t),
    text(t('howCounted')),
  ]
}

/** Letter of a group by its place: A is the largest. */
export function letterOf(group: number): string {
  return String.fromCharCode(65 + group)
}

/** Outlines, and how many people each group has. */
function map({ groups }: OpinionResult, t: Translate): Block {
  const told = groups.map(({ people, hull }, group) => ({
    letter: letterOf(group),
    people: t('table.people', { count: people }),
    count: people,
    corners: hull,
  }))
  return {
    type: 'drawing',
    title: t('map'),
    drawing: drawHullMap(t('map'), told),
    head: [t('table.group'), t('table.size')],
    rows: told.map(({ letter, count }) => [letter, count]),
  }
}

function commonTable(result: OpinionResult, labels: ReadonlyMap<string, string>, t: Translate): Block {
  const rows = result.common.slice(0, SHARED).map(({ option, side }) => {
    const agreeing = side === 'agree' ? result.agree : result.disagree
    return [labels.get(option) ?? '', t(`side.${side}`), agreeing[option]!, result.seen[option]!]
  })
  return {
    type: 'table',
    title: t('common'),
    head: [t('statement'), t('opinion'), t('people'), t('seen')],
    rows,
  }
}

function markTables(result: OpinionResult, labels: ReadonlyMap<string, string>, t: Translate): Block[] {
  return result.groups.map(({ people, marks }, group) => ({
    type: 'table',
    title: t('group', { letter: letterOf(group), count: people }),
    head: [t('statement'), t('opinion'), t('people'), t('seen')],
    rows: marks.map(({ option, side }) => {
      const [agree, disagree, seen] = result.votesByGroup[option]?.[group] ?? [0, 0, 0]
      return [labels.get(option) ?? '', t(`side.${side}`), side === 'agree' ? agree : disagree, seen]
    }),
  }))
}

/** Some figures by group would tell who voted what, and are kept back. */
function withheld({ votesByGroup }: OpinionResult): boolean {
  return Object.values(votesByGroup).some((groups) => groups.includes(null))
}

function votesTable(
  { options }: OpinionPaper,
  { agree, disagree, seen }: OpinionResult,
  t: Translate,
): Block {
  const rows = options.map(({ id, label }) => ({
    label,
    counts: [disagree[id]!, seen[id]! - agree[id]! - disagree[id]!, agree[id]!],
  }))
  const [title, levels] = [t('all'), ['disagree', 'pass', 'agree'].map((side) => t(`side.${side}`))]
  return {
    type: 'drawing',
    title,
    drawing: drawStack({ title, levels, rows }),
    head: [t('statement'), ...levels.toReversed()],
    rows: rows.map(({ label, counts }) => [label, ...counts.toReversed()]),
  }
}

function text(words: string): Block {
  return { type: 'text', text: words }
}
