// Lessons learned: somebody tells an experience, the room asks, and says what it would be like at home.
// The places are the parts of the card; its last line reads: when ..., do ... because ... Whoever tells says what may be quoted.
import { inZones, openly, sorting, withFields, zoneBoard, type Boxes } from '../zone-board.ts'
import { voting } from '../zone-vote.ts'
import messages from './messages.json' with { type: 'json' }

/** Lines of a card by what is told: the story says whom to ask and what may be quoted, a lesson says when, what and why. */
const STORY = ['where', 'figures', 'contact', 'consent']
const LESSON = ['when', 'do', 'because']
/** How far a story may be passed on, said by whoever tells it. */
export const CONSENT = ['public', 'inside', 'no'] as const

const GAP = 0.01
const ROW = (1 - 2 * GAP) / 3
/** The card of six parts on the left, what it says to us and what we learned on the right. */
const CARD = ['context', 'intention', 'facts', 'worked', 'transfer', 'stuck']
const BOXES: Boxes = {
  ...Object.fromEntries(
    CARD.map((id, i) => [id, [i < 3 ? 0 : 0.275, (i % 3) * (ROW + GAP), 0.265, ROW] as const]),
  ),
  'at-home': [0.555, 0, 0.2175, 1],
  lessons: [0.7825, 0, 0.2175, 1],
}

export const rex = zoneBoard({
  kind: 'rex',
  zones: ['context', 'intention', 'facts', 'worked', 'stuck', 'transfer', 'at-home', 'lessons'],
  boxes: BOXES,
  ripens: true,
  page: true,
  vote: ['lessons'],
  fields: [...STORY, ...LESSON],
  choices: { consent: CONSENT },
  noteLength: 280,
  steps: (s) => [
    withFields(
      inZones(openly(s, 'tell', 8), 'context', 'intention', 'facts', 'worked', 'stuck', 'transfer'),
      ...STORY,
    ),
    withFields(inZones(openly(s, 'ask', 5), 'worked', 'stuck', 'transfer')),
    withFields(inZones(openly(s, 'at-home', 6), 'at-home'), 'where'),
    withFields(inZones(openly(s, 'lesson', 6), 'lessons'), ...LESSON),
    sorting(s, 'sort', 5),
    ...voting(s),
  ],
  messages,
})
