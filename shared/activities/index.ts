// The list of exercises: one line each, so that the compiler has them all and readers can find them.
import { brainstorm } from './brainstorm/activity.ts'
import { dotVote } from './dot-vote/activity.ts'
import { approval } from './approval/activity.ts'
import { fistToFive } from './fist-to-five/activity.ts'
import { gradients } from './gradients/activity.ts'
import { majorityJudgment } from './majority-judgment/activity.ts'
import { multipleChoice } from './multiple-choice/activity.ts'
import { quadratic } from './quadratic/activity.ts'
import { roti } from './roti/activity.ts'
import { score } from './score/activity.ts'
import { singleChoice } from './single-choice/activity.ts'
import { twoAxis } from './two-axis/activity.ts'
import { consent } from './consent/activity.ts'
import { electionWithoutCandidate } from './election-without-candidate/activity.ts'
import { opinionGroups } from './opinion-groups/activity.ts'
import { pairwise } from './pairwise/activity.ts'
import { ranking } from './ranking/activity.ts'
import { resolution } from './resolution/activity.ts'
import { pestel } from './pestel/activity.ts'
import { futuresWheel } from './futures-wheel/activity.ts'
import { threeHorizons } from './three-horizons/activity.ts'
import { backcasting } from './backcasting/activity.ts'
import { rex } from './rex/activity.ts'
import { oneTwoFourAll } from './one-two-four-all/activity.ts'
import { premortem } from './premortem/activity.ts'
import { cone } from './cone/activity.ts'
import { dator } from './dator/activity.ts'
import { causalLayers } from './causal-layers/activity.ts'
import { verge } from './verge/activity.ts'
import { swot } from './swot/activity.ts'
import { startStopContinue } from './start-stop-continue/activity.ts'
import { speedboat } from './speedboat/activity.ts'
import { colouredVote } from './coloured-vote/activity.ts'
import { impactUncertainty } from './impact-uncertainty/activity.ts'
import { scenarioAxes } from './scenario-axes/activity.ts'
import { windTunnelVote } from './wind-tunnel/activity.ts'
import { riskMatrix } from './risk-matrix/activity.ts'
import { polak } from './polak/activity.ts'
import { checkIn } from './check-in/activity.ts'
import { micmac } from './micmac/activity.ts'
import { mactor } from './mactor/activity.ts'
import { multipol } from './multipol/activity.ts'
import { delphi } from './delphi/activity.ts'
import { morphological } from './morphological/activity.ts'
import { speakingQueue } from './speaking-queue/activity.ts'
import { roundTable } from './round-table/activity.ts'
import { debate } from './debate/activity.ts'
import { fishbowl } from './fishbowl/activity.ts'
import { questions } from './questions/activity.ts'
import { breakouts } from './breakouts/activity.ts'
import { worldCafe } from './world-cafe/activity.ts'
import { brainwriting } from './brainwriting/activity.ts'
import { sixHats } from './six-hats/activity.ts'
import { leanCoffee } from './lean-coffee/activity.ts'
import { crazyEights } from './crazy-eights/activity.ts'
import { crossImpact } from './cross-impact/activity.ts'
import { wordWall } from './word-wall/activity.ts'
import type { AnyActivity } from './activity.ts'

export const ACTIVITIES: readonly AnyActivity[] = [
  brainstorm,
  dotVote,
  approval,
  fistToFive,
  gradients,
  majorityJudgment,
  multipleChoice,
  quadratic,
  roti,
  score,
  singleChoice,
  twoAxis,
  consent,
  electionWithoutCandidate,
  opinionGroups,
  pairwise,
  ranking,
  resolution,
  pestel,
  futuresWheel,
  threeHorizons,
  backcasting,
  rex,
  oneTwoFourAll,
  premortem,
  cone,
  dator,
  causalLayers,
  verge,
  swot,
  startStopContinue,
  speedboat,
  colouredVote,
  impactUncertainty,
  scenarioAxes,
  windTunnelVote,
  riskMatrix,
  polak,
  checkIn,
  micmac,
  mactor,
  multipol,
  delphi,
  morphological,
  speakingQueue,
  roundTable,
  debate,
  fishbowl,
  questions,
  breakouts,
  worldCafe,
  brainwriting,
  sixHats,
  leanCoffee,
  crazyEights,
  crossImpact,
  wordWall,
]

/** The activity of that kind, or undefined where this version has none. */
export function activityOf(kind: string): AnyActivity | undefined {
  return ACTIVITIES.find((activity) => activity.kind === kind)
}
