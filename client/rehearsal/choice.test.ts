// A simulated person's choice is one that the exercise itself accepts, for every exercise that is voted on.
import { ballotTypeOf } from '../../shared/activities/activity.ts'
import { describe, expect, it } from 'vitest'
import { ACTIVITIES } from '../../shared/activities/index.ts'
import type { Note } from '../../shared/board/note.ts'
import { createTranslate } from '../../shared/i18n/translate.ts'
import { isRefusal, type PollView } from '../../shared/wire.ts'
import { choiceFor } from './choice.ts'

/** Numbers from 0 to 1 that look like chance and are the same each time. */
function lots(seed: number): () => number {
  let state = seed
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

const NOTES: Note[] = ['Outils', 'Bail', 'Caisse', 'Halle', 'Vélos'].map((text, i) => ({
  id: `n${i}`,
  text,
  tone: 'soleil',
  at: [0.2 * i, 0.5],
  order: `a${i}`,
}))

const voted = ACTIVITIES.filter(({ poll }) => poll !== undefined)

describe('a vote by lot', () => {
  it.each(voted.map((activity) => [activity.kind, activity] as const))('is valid: %s', (kind, activity) => {
    const poll = activity.poll!
    const t = createTranslate('fr', activity.messages.fr)
    const room = { here: 12, members: [] }
    const paper = poll.paper(NOTES, activity.settings.parse({}), t, room)
    const random = lots(kind.length + 7)
    let given = 0
    for (let i = 0; i < 20; i++) {
      const choice = choiceFor({ type: ballotTypeOf(poll, paper), paper: paper as PollView['paper'] }, random)
      if (choice === null) continue
      given++
      expect(isRefusal(poll.check(paper, choice)), JSON.stringify(choice)).toBe(false)
    }
    if (paper.options.length > 0) expect(given).toBe(20)
  })

  it('has nothing to say on an empty paper, or of a ballot that it does not know', () => {
    const paper = { options: [], rev: 1 }
    expect(choiceFor({ type: 'dots', paper }, lots(1))).toBeNull()
    expect(choiceFor({ type: 'unheard-of', paper }, lots(1))).toBeNull()
  })
})
