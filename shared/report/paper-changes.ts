// What became of votes besides their count: changes of an open paper, votes withdrawn after it. Called by report.ts.
import { isCancelled, type PaperChange, type Round } from '../session/state.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Block } from './blocks.ts'
import type { Section } from './model.ts'

/** One sentence for each change of a paper during its vote; nothing where there was none. */
export function changeBlocks(rounds: readonly Round[], t: Translate): Block[] {
  const items = rounds.flatMap(({ changes = [] }) => changes.map((change) => sentence(change, t)))
  return items.map((text) => ({ type: 'text', text }))
}

function sentence({ what, ...words }: PaperChange, t: Translate): string {
  return t(`vote.change.${what}`, words)
}

/** For the JSON report alone: votes withdrawn after their count, with what was counted. */
export function withdrawnPart(rounds: readonly Round[]): Pick<Section, 'withdrawn'> {
  const counted = rounds.filter((round) => isCancelled(round) && round.voted !== undefined)
  if (counted.length === 0) return {}
  return {
    withdrawn: counted.map(({ cancelled: reason = '', paper, voted = 0, of, result, fingerprint }) => ({
      reason,
      paper,
      participation: { voted, of: of ?? voted },
      ...(result === undefined ? {} : { result }),
      ...(fingerprint === undefined ? {} : { fingerprint }),
    })),
  }
}
