// Pre-mortem: the project has failed, so why did it? Then one prevention for each great risk (Klein 2007).
// Likelihood and severity are rated afterwards, by the risk matrix.
import { alone, inZones, openly, sorting, withFields, zoneBoard } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

export const premortem = zoneBoard({
  kind: 'premortem',
  zones: ['causes', 'preventions'],
  boxes: { causes: [0, 0, 0.6, 1], preventions: [0.64, 0, 0.36, 1] },
  fields: ['owner'],
  steps: (s) => [
    withFields(inZones(alone(s, 'write', 5), 'causes')),
    withFields(inZones(openly(s, 'reveal', 8), 'causes')),
    sorting(s, 'merge', 6),
    inZones(openly(s, 'prevent', 10), 'preventions'),
  ],
  messages,
})
