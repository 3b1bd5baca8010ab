// What a room reads while it votes: the options, or the levels of a scale. Called by standard/Wall.svelte.
// Papers come as plain JSON: no schema is loaded on a wall.
import { levelLabel, type ScalePaper } from '../../shared/counting/scale.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { OptionEntry } from '../../shared/voting.ts'
import type { PollView, Snapshot } from '../../shared/wire.ts'

/** Null where nothing is put to the vote; empty where the question says it all. */
export function askedOf({ poll, preview }: Snapshot, t: Translate): OptionEntry[] | null {
  if (!poll) return preview ?? null
  const { subjects, options, proposed } = poll.paper
  if (isScale(poll.paper)) return levelsOf(poll.paper, t)
  // Consent is asked on one person: the others are not put to the vote.
  return proposed === undefined ? (subjects ?? options) : options.filter(({ id }) => id === proposed)
}

/** True for an activity that cannot be voted on without options: it has words for their absence. */
export function needsOptions(t: Translate): boolean {
  return t('empty') !== 'empty'
}

function levelsOf(paper: ScalePaper, t: Translate): OptionEntry[] {
  return paper.labels.map((_, i) => {
    const level = paper.min + i
    return { id: `level-${level}`, label: `${level} · ${levelLabel(paper, level, t)}` }
  })
}

function isScale(paper: PollView['paper']): paper is PollView['paper'] & ScalePaper {
  return Array.isArray(paper['labels']) && typeof paper['min'] === 'number'
}
