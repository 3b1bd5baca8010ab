// Who answers in a turn besides those who were there as it opened. Called by ballots.ts.
import type { Running } from '../../shared/session/running.ts'
import type { Round } from '../../shared/session/state.ts'
import type { Paper } from '../../shared/voting.ts'

/** The paper of a turn that waits for its circle: whoever came later or has no phone answers for nobody but themselves. */
export function paperOfAll(round: Round, { activity, settings }: Running, voters: Iterable<string>): Paper {
  const { circle, paper, pile = [] } = round
  const grown = activity.poll!.besides
  if (!circle || !grown) return paper
  const there = new Set(circle)
  const others = [...voters].filter((seat) => !there.has(seat)).length + pile.length
  return others === 0 ? paper : grown(paper, others, settings)
}
