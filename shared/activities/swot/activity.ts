// SWOT: strengths and weaknesses inside, opportunities and threats outside (Learned, Christensen, Andrews & Guth 1965).
// The two halves meet in the last step, where a strength seizes an opportunity: notes are tied, pair by pair (Weihrich 1982).
import { alone, openly, placed, sorting, talking, zoneBoard, type Boxes } from '../zone-board.ts'
import { voting } from '../zone-vote.ts'
import messages from './messages.json' with { type: 'json' }

/** Inside above, outside below; a margin on the left says so. */
const BOXES: Boxes = {
  strengths: [0.03, 0, 0.48, 0.49],
  weaknesses: [0.52, 0, 0.48, 0.49],
  opportunities: [0.03, 0.51, 0.48, 0.49],
  threats: [0.52, 0.51, 0.48, 0.49],
}

export const swot = zoneBoard({
  kind: 'swot',
  vote: 'all',
  zones: ['strengths', 'weaknesses', 'opportunities', 'threats'],
  boxes: BOXES,
  meets: [
    ['strengths', 'opportunities'],
    ['weaknesses', 'opportunities'],
    ['strengths', 'threats'],
    ['weaknesses', 'threats'],
  ],
  steps: (s) => [
    placed(alone(s, 'write', 10)),
    placed(openly(s, 'reveal', 5)),
    sorting(s, 'sort', 8),
    ...voting(s),
    {
      ...talking('talk', 12),
      ...(s.arrange ? { arrange: true as const, asks: { ties: true as const } } : {}),
    },
  ],
  messages,
})
