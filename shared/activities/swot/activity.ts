// SWOT: strengths and weaknesses inside, opportunities and threats outside (Learned, Christensen, Andrews & Guth 1965).
// The two halves meet in the last step, where a strength seizes an opportunity.
import { alone, openly, sorting, talking, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const swot = zoneBoard({
  kind: 'swot',
  zones: ['strengths', 'weaknesses', 'opportunities', 'threats'],
  steps: (s) => [alone(s, 'write', 10), openly(s, 'reveal', 5), sorting(s, 'sort', 8), talking('talk', 12)],
  messages,
})
