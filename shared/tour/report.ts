// A whole tour as a report, so that it is written in every format a workshop is: its stops, each exercise over all towns,
// what recurs, and what goes to the assembly. Pure; called by the exports of tours.
import { createTranslate, type Translate } from '../i18n/translate.ts'
import en from '../i18n/tour.en.json' with { type: 'json' }
import fr from '../i18n/tour.fr.json' with { type: 'json' }
import { activityOf } from '../activities/index.ts'
import type { ResolutionResult } from '../activities/resolution/count.ts'
import { faceTexts } from '../languages.ts'
import { TONES, type Note } from '../board/note.ts'
import type { Block } from '../report/blocks.ts'
import type { JsonNote } from '../report/json.ts'
import type { Figure, Report, Section } from '../report/model.ts'
import { writeNumber } from '../report/numbers.ts'
import { reportWords, writeDate } from '../report/words.ts'
import type { Outcome, TourPlan } from './model.ts'
import { rotiShown } from './roti.ts'
import type { Exercise, MotionLine, Synthesis, ThemeLine } from './synthesis.ts'
import { blocksOf, exerciseBlocks, townCharts, type Telling } from './told.ts'
import { townName } from './town-name.ts'

export interface TourReportInput {
  id: string
  rev: number
  /** Milliseconds. */
  createdAt: number
  plan: Pick<TourPlan, 'title' | 'about' | 'language'>
  synthesis: Synthesis
  /** Notes of each exercise come from here; none for readers who are shown themes alone. */
  outcomes: Readonly<Record<string, Outcome>>
}

/** Never a name, never a link of a workshop; parts of the synthesis that are empty have no section. */
export function tourReport(input: TourReportInput): Report {
  const { id, rev, createdAt, plan, synthesis } = input
  const { title, about, language } = plan
  const t = createTranslate(language, faceTexts('tour', { fr, en }, language))
  const townOf = (stop: string) => townName(synthesis, stop, t)
  const wordsOf = (kind: string) => reportWords(language, activityOf(kind))
  const telling: Telling = { weighting: synthesis.weighting, townOf, language, t, wordsOf }
  const sections = [
    ...(synthesis.stops.length > 0 ? [stopsSection(synthesis, language, t)] : []),
    ...synthesis.exercises.map((exercise) => exerciseSection(exercise, input, telling)),
    ...(synthesis.themes.length > 0 ? [themesSection(synthesis.themes, telling)] : []),
    ...(synthesis.motions.length > 0 ? [motionsSection(synthesis, telling)] : []),
  ]
  return {
    v: 1,
    language,
    workshop: { id, code: '', title, language, createdAt: new Date(createdAt).toISOString() },
    ...(about === '' ? {} : { summary: about }),
    subtitle: t('report.subtitle'),
    revision: rev,
    figures: figuresOf(synthesis, language, t),
    sections,
  }
}

function figuresOf({ totals, roti }: Synthesis, language: TourPlan['language'], t: Translate): Figure[] {
  const figure = (id: Figure['id'], count: number, label: string) => ({
    id,
    text: writeNumber(count, language),
    label,
  })
  return [
    figure('stops', totals.over, t('hero.stops', { over: totals.over, all: totals.stops })),
    figure('people', totals.people, t('hero.people', { n: totals.people })),
    figure('notes', totals.notes, t('hero.notes', { n: totals.notes })),
    figure('ballots', totals.votes, t('hero.votes', { n: totals.votes })),
    ...(roti ? [figure('roti', rotiShown(roti), t('hero.roti', { best: roti.best, n: roti.n }))] : []),
  ]
}

function sectionOf(id: string, title: string, blocks: Block[], more: Partial<Section> = {}): Section {
  const own = { id, kind: id, exercise: title, title, question: '', settings: {}, blocks }
  return { ...own, notes: [], zones: [], placed: false, ...more }
}

function stopsSection({ stops }: Synthesis, language: TourPlan['language'], t: Translate): Section {
  const rows = stops.map(({ town, place = '', date, people, notes, votes, state, assembly }) => [
    assembly ? t('report.row', { town, what: t('assembly') }) : town,
    place,
    date ? writeDate(date, language) : '',
    t(`state.${state}`),
    people,
    notes,
    votes,
  ])
  const head = [
    ...[t('stop.town'), t('stop.place'), t('stop.date'), t('motion.state')],
    ...[t('report.people'), t('report.notes'), t('report.votes')],
  ]
  return sectionOf('tour-stops', t('stops.title'), [{ type: 'table', head, rows }])
}

function exerciseSection(exercise: Exercise, { outcomes, synthesis }: TourReportInput, telling: Telling) {
  const { id, kind, title, question, settings, towns, together } = exercise
  const groups = synthesis.stops.flatMap(({ id: stop, town, assembly }) => {
    const played = outcomes[stop]?.activities.find((one) => one.id === id && one.kind === kind)
    return assembly || !played || played.notes.length === 0
      ? []
      : [{ title: town, notes: played.notes.map((note) => noteOf(note, stop)) }]
  })
  const blocks: Block[] = [
    ...exerciseBlocks(exercise, telling),
    ...(towns.length > 1 ? townCharts(exercise, telling).flatMap((town) => town.blocks) : []),
    ...(groups.length > 0 ? [{ type: 'notes' as const, groups }] : []),
  ]
  const of = towns.reduce((sum, town) => sum + town.of, 0)
  return sectionOf(`${kind}-${id}`, title, blocks, {
    ...{ kind, exercise: title, question, settings, notes: groups.flatMap(({ notes }) => notes) },
    ...(together
      ? { paper: together.paper, result: together.result, participation: { voted: together.voted, of } }
      : {}),
  })
}

/** A note of a stop among those of all stops: its id is the stop's and its own. */
function noteOf({ id, text, tone, under }: JsonNote, stop: string): Note {
  const known = TONES.find((one) => one === tone) ?? 'craie'
  return {
    ...{ id: `${stop}-${id}`, text, tone: known, at: [0.5, 0.5], order: '' },
    ...(under === undefined ? {} : { under: `${stop}-${under}` }),
  }
}

/** A theme is a column of the picture, and its notes are told town by town. */
function themesSection(themes: readonly ThemeLine[], { townOf, t }: Telling): Section {
  const lying = themes.map((theme) => ({
    theme,
    notes: theme.notes.map((note) => ({
      stop: note.stop,
      note: { ...noteOf({ ...note, id: `${theme.id}-${note.note}` }, note.stop), under: theme.id },
    })),
  }))
  const groups = lying.flatMap(({ theme, notes }) =>
    Object.keys(theme.byStop).map((stop) => ({
      title: t('report.themeTowns', { label: theme.label, towns: townOf(stop) }),
      notes: notes.filter((one) => one.stop === stop).map(({ note }) => note),
    })),
  )
  const rows = themes.map(({ label, byStop, notes }) => [
    label,
    Object.keys(byStop).map(townOf).join(', '),
    notes.length,
  ])
  const head = [t('themes.theme'), t('report.townsOf'), t('report.notes')]
  return sectionOf(
    'tour-themes',
    t('themes.title'),
    [
      { type: 'table', head, rows },
      { type: 'notes', groups },
    ],
    {
      notes: lying.flatMap(({ notes }) => notes.map(({ note }) => note)),
      zones: themes.map(({ id, label }) => ({ id, label })),
    },
  )
}

function motionsSection({ motions, themes }: Synthesis, telling: Telling): Section {
  const { townOf, t } = telling
  const rows = motions.map((motion) => [
    motion.title,
    t(`motion.${motion.state}`),
    motion.stops.map(townOf).join(', '),
    motion.notes,
    decisionOf(motion, t),
  ])
  const head = [
    ...[t('motion.name'), t('motion.state'), t('report.townsOf'), t('report.notes'), t('report.decision')],
  ]
  const told = motions.flatMap((motion): Block[] => {
    const own = themes.filter(({ id }) => motion.themes.includes(id)).map(({ label }) => label)
    return [
      ...(motion.text === '' ? [] : [say(t('report.motion', { title: motion.title, text: motion.text }))]),
      ...(own.length > 0 ? [say(t('report.from', { themes: own.join(', ') }))] : []),
      ...(motion.decided ? blocksOf('resolution', {}, motion.decided, telling) : []),
    ]
  })
  return sectionOf('tour-motions', t('motions.title'), [{ type: 'table', head, rows }, ...told])
}

function decisionOf({ decided }: MotionLine, t: Translate): string {
  if (!decided) return ''
  const { outcome } = decided.result as Partial<ResolutionResult>
  return outcome ? t(`motion.${outcome}`) : ''
}

function say(text: string): Block {
  return { type: 'text', text }
}
