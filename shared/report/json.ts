// The report for machines, in the form of the contract, section 2. Called by render.ts.
import type { Note } from '../board/note.ts'
import type { Source } from '../session/sources.ts'
import type { ReactionCounts, ThumbCounts } from '../together.ts'
import type { Report, Section } from './model.ts'

export interface JsonNote {
  id: string
  text: string
  tone: string
  /** What its paper stands for here: favourable, weak signal. */
  meaning?: string
  under?: string
  at?: [number, number]
  fields?: Note['fields']
  links?: Note['links']
  /** What people answered to it with one touch. */
  reactions?: ReactionCounts
  /** What the room answered each time it was asked whether to go on with this topic. */
  thumbs?: ThumbCounts[]
  /** Where it did not come from its author's own phone. */
  source?: Source
  /** Only in an export that was asked to hold first names. */
  name?: string
}

export interface JsonReport {
  v: 1
  workshop: Report['workshop']
  revision: number
  startedAt?: string
  endedAt?: string
  summary?: string
  activities: ({ notes: JsonNote[] } & Pick<Section, 'id' | 'kind' | 'title' | 'question'> &
    Partial<Pick<Section, 'settings'>> &
    Pick<Section, 'paper' | 'participation' | 'result' | 'fingerprint' | 'ballots' | 'lots' | 'withdrawn'>)[]
}

/** The report as a plain value; `result` is exactly what the activity counted. */
export function jsonReport(report: Report): JsonReport {
  const { v, workshop, revision, startedAt, endedAt, summary, sections, names, sources } = report
  const activities = sections.map(
    ({
      id,
      kind,
      title,
      question,
      settings,
      paper,
      participation,
      result,
      fingerprint,
      ballots,
      lots,
      withdrawn,
      ...section
    }) => ({
      id,
      kind,
      title,
      question,
      settings,
      notes: section.notes.map((note) => ({
        ...jsonNote(note, section.placed, names?.[note.id], sources?.[note.id]),
        ...meaningOf(note, section.kinds),
        ...reactionsOf(note, section.reactions),
        ...thumbsOf(note, section.thumbs),
      })),
      ...(paper ? { paper } : {}),
      ...(participation ? { participation } : {}),
      ...(result === undefined ? {} : { result }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(lots ? { lots } : {}),
      ...(withdrawn ? { withdrawn } : {}),
      ...(ballots ? { ballots } : {}),
    }),
  )
  return {
    ...{ v, workshop, revision },
    ...(startedAt ? { startedAt } : {}),
    ...(endedAt ? { endedAt } : {}),
    ...(summary ? { summary } : {}),
    activities,
  }
}

function meaningOf({ tone }: Note, kinds: Section['kinds'] = []): Pick<JsonNote, 'meaning'> {
  const kind = kinds.find((one) => one.tone === tone)
  return kind ? { meaning: kind.label } : {}
}

function reactionsOf({ id }: Note, reactions: Section['reactions'] = {}): Pick<JsonNote, 'reactions'> {
  return Object.hasOwn(reactions, id) ? { reactions: reactions[id]! } : {}
}

function thumbsOf({ id }: Note, thumbs: Section['thumbs'] = {}): Pick<JsonNote, 'thumbs'> {
  return Object.hasOwn(thumbs, id) ? { thumbs: thumbs[id]! } : {}
}

function jsonNote(
  { id, text, tone, under, at, fields, links }: Note,
  placed: boolean,
  name: string | undefined,
  source: Source | undefined,
): JsonNote {
  return {
    id,
    text,
    tone,
    ...(under === undefined ? {} : { under }),
    ...(placed ? { at } : {}),
    ...(fields ? { fields } : {}),
    ...(links ? { links } : {}),
    ...(source === undefined ? {} : { source }),
    ...(name === undefined ? {} : { name }),
  }
}
