// The faces that activities bring themselves, found by folder, and what every face is given.
// Called by Wall and Desk, which fall back to the standard face; its types by all.
import type { Component } from 'svelte'
import type { Note } from '../../shared/board/note.ts'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { Command } from '../../shared/session/commands.ts'
import { refuse, type Answer, type Counts, type Snapshot } from '../../shared/wire.ts'
import type { Ballot } from './ballot.svelte.ts'
import { lazy } from './lazy.ts'

/** The verbs: a face reaches neither sockets nor documents. */
export interface Acts {
  command(command: Command): Promise<Answer>
  /** Null where this seat has no ballot to give in. */
  ballot: Ballot | null
}

/** Of a screen, which changes nothing (S16). */
export const NO_ACTS: Acts = { command: async () => refuse('not-allowed'), ballot: null }

export interface FaceProps {
  session: Snapshot
  notes: Note[]
  counts: Counts
  result: unknown
  t: Translate
  act: Acts
  /** Milliseconds left on the clock, on walls; null without a clock. */
  left?: number | null
}

/** What an activity shows on the phone above the form while people write (Write.svelte in its folder). */
export interface WriteProps {
  step: string
  settings: Record<string, unknown>
  /** Milliseconds left on the clock; null without a clock. */
  left: number | null
  /** One's own notes. */
  notes: readonly Note[]
  t: Translate
  /** Lines that every note written now carries besides its own; bindable. */
  fields: Record<string, string>
}

const faces = import.meta.glob<{ default: Component<FaceProps> }>(
  '../../shared/activities/*/{Wall,Desk,Look}.svelte',
)

/** The activity's own face (Look: the desk's hand on the drawing of a result), or null where the standard one is enough. Phones have their own list: FaceSlot.svelte. */
export async function loadFace(
  kind: string,
  face: 'Wall' | 'Desk' | 'Look',
): Promise<Component<FaceProps> | null> {
  const load = faces[`../../shared/activities/${kind}/${face}.svelte`]
  return load ? (await lazy(load)).default : null
}
