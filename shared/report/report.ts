// What remains of a workshop: facts, figures, and one section for each activity that has been opened, in order.
// Called by the exports of the server; the page draws it, markdown.ts, csv.ts and json.ts write it.
import type { AnyActivity, Layout } from '../activities/activity.ts'
import { namedZones } from '../board/columns.ts'
import { forest, isGroup } from '../board/tree.ts'
import { unsigned, type Note } from '../board/note.ts'
import type { Translate } from '../i18n/translate.ts'
import type { ActivityEntry } from '../programme.ts'
import { layoutOf, running, type Running } from '../session/running.ts'
import { floorTimes } from '../session/floor.ts'
import { countSources } from '../session/sources.ts'
import { changeBlocks, withdrawnPart } from './paper-changes.ts'
import { isCancelled, type Round, type Session } from '../session/state.ts'
import { upvoteCounts } from '../session/upvotes.ts'
import type { Language } from '../wire.ts'
import type { Block } from './blocks.ts'
import { decisionsSection } from './decisions.ts'
import { conditionBlocks } from './conditions.ts'
import { figuresOf } from './figures.ts'
import type { Report, ReportInput, Section } from './model.ts'
import { circleBlocks } from './circle.ts'
import { namedBlocks } from './named.ts'
import { originBlocks } from './origin.ts'
import { parkingSection } from './parking.ts'
import { touchBlocks, touchPart } from './reactions.ts'
import { reportWords, writeSubtitle } from './words.ts'

/** The report of a workshop at this moment; pure. Hidden notes and private facilitation notes never enter it. */
export function makeReport(input: ReportInput): Report {
  const { programme, session, language, workshop } = input
  const opened = programme.activities.filter((entry) => session.played[entry.id])
  const starts = Object.values(session.played).map((seen) => seen.openedAt)
  const decided = decisionsSection(input.notes['decisions'] ?? [], language)
  const parked = parkingSection(input.notes['parking'] ?? [], language)
  const sections = [...opened.map((entry) => sectionOf(entry, input)), decided ?? [], parked ?? []].flat()
  return {
    v: 1,
    language,
    workshop: factsOf(workshop),
    ...(input.summary ? { summary: input.summary } : {}),
    ...(input.tour ? { tour: input.tour } : {}),
    subtitle: writeSubtitle(workshop, language, reportWords(language)),
    ...(starts.length > 0 ? { startedAt: iso(Math.min(...starts)) } : {}),
    ...(session.ended === null ? {} : { endedAt: iso(session.ended) }),
    revision: session.rev,
    figures: figuresOf(sections, session, input.people.seats, language),
    sections,
    ...(input.names ? { names: namesOf(sections, input.names) } : {}),
    ...sourcesPart(sections, input.sources),
  }
}

/** Field by field: what a caller holds beside them stays out. */
function factsOf({
  id,
  code,
  title,
  language,
  place,
  date,
  createdAt,
}: ReportInput['workshop']): Report['workshop'] {
  return {
    id,
    code,
    title,
    language,
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
    createdAt: iso(createdAt),
  }
}

/** Names of the notes that are shown, and no others. */
function namesOf(sections: Section[], names: Record<string, string>): Record<string, string> {
  const shown = sections.flatMap((section) => section.notes.map((note) => note.id))
  return Object.fromEntries(shown.filter((id) => Object.hasOwn(names, id)).map((id) => [id, names[id]!]))
}

function sectionOf(entry: ActivityEntry, input: ReportInput): Section {
  const { programme, session, language } = input
  const it = running(programme, entry.id)
  const t = reportWords(language, it?.activity)
  const notes = (input.notes[entry.id] ?? []).filter((note) => !note.hidden).map(unsigned)
  const all = session.rounds[entry.id] ?? []
  const rounds = all.filter((round) => !isCancelled(round))
  const layout = it && layoutOf(it, t)
  const blocks = it ? it.activity.report(reportInput(it, notes, session, language, t)) : []
  return {
    id: entry.id,
    kind: entry.kind,
    exercise: it ? t('name') : entry.kind,
    title: entry.title,
    question: entry.question ?? '',
    settings: entry.settings,
    blocks: complete(
      [
        ...blocks,
        ...cancelledBlocks(all, t),
        ...changeBlocks(rounds, t),
        ...byHandBlocks(rounds, t),
        ...sourceBlocks(notes, input.sources, t),
        ...touchBlocks(notes, session, entry.id, t),
        ...originBlocks(rounds, programme.activities, t),
        ...conditionBlocks(rounds, t),
        ...circleBlocks(rounds, session, input.voters, t),
        ...namedBlocks(rounds, input.voters, t),
      ],
      notes,
      t,
    ),
    notes,
    zones: namedZones(layout?.zones ?? [], notes).map(({ id, label, box }) => ({
      id,
      label,
      ...(box ? { box } : {}),
    })),
    ...touchPart(notes, session, entry.id),
    ...drawnPart(layout, it?.activity.page),
    ...pollPart(rounds, input.ballots),
    ...withdrawnPart(all),
  }
}

/** What the drawing of a board says of its notes, and whether they are a page of their own. */
function drawnPart(
  layout: Layout | null,
  page?: true,
): Pick<Section, 'fields' | 'kinds' | 'tree' | 'page' | 'placed'> {
  return {
    placed: layout?.kind === 'free',
    ...(layout?.fields
      ? { fields: layout.fields.map(({ key, label, type }) => ({ key, label, ...(type ? { type } : {}) })) }
      : {}),
    ...(layout?.kinds ? { kinds: layout.kinds } : {}),
    ...(layout?.tree ? { tree: true as const } : {}),
    ...(page ? { page } : {}),
  }
}

function reportInput(
  it: Running,
  notes: Note[],
  session: Session,
  language: Language,
  t: Translate,
): Parameters<AnyActivity['report']>[0] {
  const { id } = it.entry
  const rounds = (session.rounds[id] ?? []).filter((round) => !isCancelled(round))
  const gathering = session.played[id]?.gathering
  const [floor, rules] = [session.floors?.[id], it.activity.floor?.(it.settings, t)]
  return {
    settings: it.settings,
    notes,
    rounds: rounds.map(({ paper, result, voted = 0, look }) => ({
      paper,
      voted,
      ...(look === undefined ? {} : { look }),
      ...(result === undefined ? {} : { result }),
    })),
    upvotes: upvoteCounts(session, id),
    ...(floor && rules ? { floor: floorTimes(floor, rules) } : {}),
    ...(gathering ? { opening: gathering } : {}),
    language,
    t,
  }
}

/** Votes that were withdrawn have no figures here; that they were held, and why they were given up, stays. */
function cancelledBlocks(rounds: Round[], t: Translate): Block[] {
  return rounds.flatMap(({ cancelled: reason, voted }) => {
    if (reason === undefined) return []
    const text =
      voted === undefined ? t('vote.cancelled', { reason }) : t('vote.withdrawn', { reason, voted })
    return [{ type: 'text', text }]
  })
}

/** Ballots on paper are part of every figure; how many they were is said apart. */
function byHandBlocks(rounds: Round[], t: Translate): Block[] {
  const counts = rounds.flatMap(({ byHand, voted }) => (byHand && voted !== undefined ? [byHand] : []))
  return counts.map((count) => ({ type: 'text', text: t('byHand', { count }) }))
}

/** Notes that did not come from people's own phones, as numbers; nothing where all of them did. */
function sourceBlocks(notes: readonly Note[], sources: ReportInput['sources'] = {}, t: Translate): Block[] {
  const through = notes.map(({ id }) => sources[id] ?? 'phone')
  const { table = 0, scribe = 0 } = countSources(through) ?? {}
  return table + scribe === 0 ? [] : [{ type: 'text', text: t('notes.sources', { table, scribe }) }]
}

/** Sources of the notes that are shown, and of no others. */
function sourcesPart(sections: Section[], sources: ReportInput['sources'] = {}): Pick<Report, 'sources'> {
  const shown = namesOf(sections, sources) as NonNullable<Report['sources']>
  return Object.keys(shown).length > 0 ? { sources: shown } : {}
}

/** Fewer bare ballots than this would tell who voted what. */
const LEAST_BALLOTS = 5

type PollPart = Pick<Section, 'paper' | 'participation' | 'result' | 'fingerprint' | 'ballots' | 'lots'>

function pollPart(rounds: Round[], ballots: ReportInput['ballots'] = {}): PollPart {
  const round = rounds.findLast(({ result }) => result !== undefined) ?? rounds.at(-1)
  if (!round) return {}
  const { paper, voted, of, result, fingerprint, salt, byHand, lots, sources } = round
  const list = ballots[round.id]
  return {
    paper,
    ...(voted === undefined
      ? {}
      : {
          participation: {
            voted,
            of: of ?? voted,
            ...(byHand ? { byHand } : {}),
            ...(sources ? { sources } : {}),
          },
        }),
    ...(result === undefined ? {} : { result }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(lots ? { lots } : {}),
    ...(list && salt !== undefined && list.length >= LEAST_BALLOTS ? { ballots: { list, salt } } : {}),
  }
}

/** Names every group, and adds the notes that no block of the activity shows: no note may vanish from a report. */
function complete(blocks: Block[], notes: Note[], t: Translate): Block[] {
  const groups = blocks.flatMap((block) => (block.type === 'notes' ? block.groups : []))
  const shown = new Set(groups.flatMap((group) => group.notes.map((note) => note.id)))
  const titles = new Set(groups.map((group) => group.title))
  const heads = new Set(forest(notes).flatMap((branch) => (isGroup(branch) ? [branch.note.id] : [])))
  const missing = notes.filter(
    (note) => !shown.has(note.id) && !(heads.has(note.id) && titles.has(note.text)),
  )
  const named = blocks.map((block) => (block.type === 'notes' ? nameGroups(block, t) : block))
  if (missing.length > 0) named.push({ type: 'notes', groups: [{ title: t('otherNotes'), notes: missing }] })
  return named.length > 0 ? named : [{ type: 'text', text: t('nothingYet') }]
}

function nameGroups(block: Extract<Block, { type: 'notes' }>, t: Translate): Block {
  const groups = block.groups.map((group) =>
    group.title?.trim() === '' ? { ...group, title: t('unnamedGroup') } : group,
  )
  return { ...block, groups }
}

function iso(time: number): string {
  return new Date(time).toISOString()
}
