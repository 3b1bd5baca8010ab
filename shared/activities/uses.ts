// What each exercise is good for and for how many people: the gallery of the plan page filters by it.
// Called by client/plan. An exercise without a row is placed by what its steps do.
import type { AnyActivity } from './activity.ts'

export const PURPOSES = ['open', 'gather', 'choose', 'decide', 'foresee'] as const
export type Purpose = (typeof PURPOSES)[number]

export interface Use {
  purpose: Purpose
  people: { from: number; to: number }
}

const use = (purpose: Purpose, from: number, to: number): Use => ({ purpose, people: { from, to } })
const WITHOUT_ROOM = 300

const USES: Record<string, Use> = {
  'check-in': use('open', 2, 300),
  roti: use('open', 2, 1000),
  brainstorm: use('gather', 3, 300),
  swot: use('gather', 3, 60),
  'start-stop-continue': use('gather', 3, 60),
  speedboat: use('gather', 3, 60),
  rex: use('gather', 3, 100),
  'one-two-four-all': use('gather', 4, 200),
  'dot-vote': use('choose', 3, 300),
  approval: use('choose', 3, 3000),
  'single-choice': use('choose', 3, 3000),
  'multiple-choice': use('choose', 3, 3000),
  score: use('choose', 3, 1000),
  'majority-judgment': use('choose', 3, 1000),
  ranking: use('choose', 3, 200),
  pairwise: use('choose', 3, 200),
  quadratic: use('choose', 3, 300),
  'two-axis': use('choose', 3, 100),
  'opinion-groups': use('choose', 8, 1000),
  consent: use('decide', 3, 40),
  gradients: use('decide', 3, 100),
  'fist-to-five': use('decide', 3, 100),
  'election-without-candidate': use('decide', 3, 60),
  resolution: use('decide', 2, 3000),
  pestel: use('foresee', 3, 80),
  'futures-wheel': use('foresee', 4, 60),
  'three-horizons': use('foresee', 4, 60),
  backcasting: use('foresee', 4, 60),
  premortem: use('foresee', 3, 60),
  cone: use('foresee', 4, 60),
  dator: use('foresee', 4, 60),
  'causal-layers': use('foresee', 4, 40),
  verge: use('foresee', 4, 40),
  'coloured-vote': use('foresee', 5, 200),
  'impact-uncertainty': use('foresee', 4, 60),
  'scenario-axes': use('foresee', 4, 60),
  'wind-tunnel': use('foresee', 4, 60),
  'risk-matrix': use('foresee', 3, 60),
  polak: use('foresee', 5, 200),
  micmac: use('foresee', 3, 30),
  mactor: use('foresee', 3, 30),
  delphi: use('foresee', 5, 200),
  morphological: use('foresee', 4, 40),
  multipol: use('foresee', 3, 40),
  'cross-impact': use('foresee', 3, 60),
}

/** What an exercise is good for; one that this table does not name is placed by its steps. */
export function useOf(activity: AnyActivity): Use {
  const polls = activity.poll !== undefined
  return USES[activity.kind] ?? use(polls ? 'choose' : 'gather', 3, WITHOUT_ROOM)
}

/** Minutes that an exercise takes with these settings: the sum of its steps; 0 where the settings do not fit. */
export function usualMinutes(activity: AnyActivity, settings: unknown): number {
  const parsed = activity.settings.safeParse(settings)
  if (!parsed.success) return 0
  return activity.steps(parsed.data).reduce((sum, step) => sum + (step.minutes ?? 0), 0)
}
