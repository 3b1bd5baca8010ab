// What remains of a resolution: its text, the figures, and the minutes. Called by activity.ts; its sentences by the faces.
import { figureOf } from '../../counting/amounts.ts'
import { parseFraction, toNumber } from '../../counting/fraction.ts'
import type { Translate } from '../../i18n/translate.ts'
import { barsBlock } from '../../report/bars.ts'
import type { Block } from '../../report/blocks.ts'
import { roundBlocks } from '../../report/rounds.ts'
import type { Amount, Gathering } from '../../voting.ts'
import type { ReportInput } from '../activity.ts'
import type { ResolutionPaper } from './activity.ts'
import type { CollegesCount } from './college-count.ts'
import { CHOICES, type ResolutionResult } from './count.ts'
import type { MandateFault } from './mandates.ts'

/** Blocks of every round: the text put to the vote, its figures, then what the minutes of the assembly keep. */
export function resolutionReport({
  rounds,
  opening,
  t,
}: ReportInput<unknown, ResolutionPaper, ResolutionResult>): Block[] {
  return rounds.flatMap((round) => [
    ...round.paper.text.map(({ label }) => text(t('point', { label }))),
    ...roundBlocks([round], t, (paper, result) => figures(paper, result, opening, t)),
  ])
}

function figures(
  paper: ResolutionPaper,
  result: ResolutionResult,
  opening: Gathering | undefined,
  t: Translate,
): Block[] {
  const { counts, persons, colleges } = result
  const rows = CHOICES.map((choice) => [
    t(`choice.${choice}`),
    cell(counts[choice], t),
    ...(persons ? [cell(persons[choice], t)] : []),
  ])
  const head = [t('choice'), t(`base.${paper.base}`), ...(persons ? [t('base.persons')] : [])]
  const bars = CHOICES.map((choice) => ({
    label: t(`choice.${choice}`),
    value: figureOf(counts[choice]),
  }))
  return [
    barsBlock({ title: t('result'), head, rows }, bars),
    ...(colleges ? collegeBlocks(colleges, paper, t) : []),
    text(minutesText(result, t)),
    {
      type: 'table',
      title: t('minutes'),
      head: [t('minutes.fact'), ''],
      rows: minutesRows(paper, result, opening, t),
    },
    text(t('howCounted')),
    text(t(result.indicative ? 'indicative' : 'bySlips')),
    text(t('minutes.signed')),
  ]
}

/** What an assembly writes down besides its votes: who was there, what it took, under which rule. */
function minutesRows(
  paper: ResolutionPaper,
  result: ResolutionResult,
  opening: Gathering | undefined,
  t: Translate,
): (string | number)[][] {
  const { room, mandates, rule, byCollege, base } = paper
  const refused = Object.entries(mandates?.refused ?? {}) as [MandateFault, number][]
  const rows: [string, string | number | undefined][] = [
    [t('minutes.registered'), cell(room.registered, t)],
    [t('minutes.present'), cell(room.present, t)],
    [t('minutes.represented'), cell(room.represented, t)],
    [t('minutes.mandates'), mandates?.accepted],
    [
      t('minutes.mandatesRefused'),
      refused.map(([fault, count]) => t('minutes.refused', { count, why: t(`fault.${fault}`) })).join(' ') ||
        undefined,
    ],
    [t('minutes.opening'), opening && gatheringText(opening, t)],
    [
      t('minutes.beforeVote'),
      figureOf(result.quorum.needed) > 0 ? quorumText(paper, result, t) : t('quorum.none'),
    ],
    [t('minutes.base'), t(`base.${base}.long`)],
    [t('minutes.rule'), t(`rule.${rule}`)],
    [t('minutes.byCollege'), byCollege && t(`mode.${byCollege.mode}`, { empty: byCollege.empty })],
  ]
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}

/** One row for each college; those too small to be shown apart have their weight only. */
function collegeBlocks({ perCollege }: CollegesCount, { byCollege }: ResolutionPaper, t: Translate): Block[] {
  const rows = Object.entries(perCollege).map(([name, it]) => [
    name,
    shown(it.weight, t),
    it.voters,
    it.for === undefined ? t('college.hidden') : cell(it.for, t),
    it.against === undefined ? t('college.hidden') : cell(it.against, t),
    it.brought === undefined ? t('college.hidden') : it.brought === null ? '' : shown(it.brought, t),
  ])
  const head = [
    'college',
    'college.weight',
    'college.voters',
    'choice.for',
    'choice.against',
    'college.brought',
  ]
  const few = Object.values(perCollege).some((it) => it.for === undefined)
  return [
    { type: 'table', title: t('colleges'), head: head.map((key) => t(key)), rows },
    ...(few ? [text(t('college.few'))] : []),
    ...(byCollege ? [text(t(`mode.${byCollege.mode}`, { empty: byCollege.empty }))] : []),
  ]
}

/** "Resolution adopted: 41 for, 39 against ...": the sentence that the minutes keep. */
export function minutesText(result: ResolutionResult, t: Translate): string {
  const { outcome, counts, expressed, base, needed, colleges } = result
  const figures = {
    for: shown(counts.for, t),
    against: shown(counts.against, t),
    blank: figureOf(counts.blank),
    abstain: figureOf(counts.abstain),
    expressed: shown(expressed, t),
    base: shown(base, t),
    needed: shown(needed, t),
  }
  if (figureOf(expressed) === 0 && outcome === 'rejected') return t('minutes.unexpressed', figures)
  if (!colleges || outcome === 'no-quorum') return t(`minutes.${outcome}`, figures)
  const share = colleges.shareFor === null ? 0 : toNumber(parseFraction(colleges.shareFor))
  return t(`minutes.${outcome}.colleges`, { ...figures, share: Math.round(share * 1000) / 10 })
}

/** How many are there and how many it takes. */
export function quorumText({ room }: ResolutionPaper, { quorum }: ResolutionResult, t: Translate): string {
  return gatheringText({ ...quorum, registered: room.registered }, t)
}

/** The same of a poll that is still to come. */
export function gatheringText({ counted, needed, reached, registered }: Gathering, t: Translate): string {
  return t(reached ? 'quorum.reached' : 'quorum.missed', {
    counted: shown(counted, t),
    needed: shown(needed, t),
    registered: shown(registered, t),
  })
}

/** An amount as it is written: 2.5 and not 5/2. */
export function shown(amount: Amount, t: Translate): string {
  return t('figure', { value: figureOf(amount) })
}

/** Whole amounts stay numbers in a table; others are written as in the sentences, unless their figures have no end. */
function cell(amount: Amount, t: Translate): string | number {
  if (typeof amount === 'number' || !amount.includes('/')) return amount
  const parts = Number(amount.split('/')[1])
  return 1000 % parts === 0 ? shown(amount, t) : amount.replace('/', '\u2044')
}

function text(words: string): Block {
  return { type: 'text', text: words }
}
