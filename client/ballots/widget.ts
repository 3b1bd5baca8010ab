// Which ballot is filled in by which widget, each a file of its own that only its voters load.
// Called by standard/Phone.svelte and phone/FaceSlot.svelte.
import type { Component } from 'svelte'
import type { Translate } from '../../shared/i18n/translate.ts'
import type { PollView, Snapshot } from '../../shared/wire.ts'
import type { Ballot } from '../lib/ballot.svelte.ts'
import type { Acts } from '../lib/faces.ts'
import { lazy } from '../lib/lazy.ts'

export interface BallotProps {
  session: Snapshot
  /** The open poll; a widget lives as long as it. */
  poll: PollView
  ballot: Ballot
  act: Acts
  t: Translate
}

type Load = () => Promise<{ default: Component<BallotProps> }>

/** By ballot type (contract, section 3). */
const WIDGETS: Record<string, Load> = {
  single: () => import('./PickOne.svelte'),
  /** Several voices by one slip, each its own choice. */
  voices: () => import('./Mandates.svelte'),
  multiple: () => import('./PickMany.svelte'),
  approval: () => import('./PickMany.svelte'),
  scale: () => import('./Scale.svelte'),
  grades: () => import('./Grades.svelte'),
  score: () => import('./Scores.svelte'),
  axes: () => import('./Axes.svelte'),
  opinions: () => import('./Opinions.svelte'),
  ranking: () => import('./RankList.svelte'),
  credits: () => import('./Budget.svelte'),
  pairs: () => import('./Pairs.svelte'),
  consent: () => import('./Consent.svelte'),
  nomination: () => import('./Nominate.svelte'),
  cells: () => import('./Cells.svelte'),
  compatible: () => import('./Compatible.svelte'),
  number: () => import('./Estimate.svelte'),
  estimates: () => import('./Estimates.svelte'),
}

/** The widget of a ballot type, or null where this version has none. */
export async function loadWidget(type: string): Promise<Component<BallotProps> | null> {
  const load = WIDGETS[type]
  return load ? (await lazy(load)).default : null
}

/** The widget that a poll asks for on this phone: its type, but for a slip that holds mandates. */
export function widgetOf({ type, voices = [] }: PollView): string {
  return voices.length > 1 ? 'voices' : type
}

/** Ballots that ask one proposal a screen: the proposal is the title there, and the question leads to it. */
export function isStepwise(type: string): boolean {
  return ['grades', 'score', 'axes', 'opinions', 'cells', 'compatible', 'estimates', 'voices'].includes(type)
}
