// Round table: invited people speak in turn with their time in view, then among themselves, then with the room.
import * as z from 'zod'
import { defineActivity } from '../activity.ts'
import { floorBlocks, floorRules, floorSettings, panelSettings, speakingStep } from '../floor-settings.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({ ...floorSettings, ...panelSettings })

export const roundTable = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'round-table',
  settings,
  steps: () => [speakingStep('opening', 12), speakingStep('exchange', 20), speakingStep('room', 20)],
  floor: floorRules,
  report: ({ floor, t }) => floorBlocks(floor, t),
  messages,
})
