// Speaking queue: hands go up on the phones, the floor goes to whoever has spoken least, groups in turn where the room wants it.
import * as z from 'zod'
import { defineActivity } from '../activity.ts'
import { floorBlocks, floorRules, floorSettings, groupSettings, speakingStep } from '../floor-settings.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({ ...floorSettings, ...groupSettings })

export const speakingQueue = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'speaking-queue',
  settings,
  steps: () => [speakingStep('talk', 20)],
  floor: floorRules,
  report: ({ floor, t }) => floorBlocks(floor, t),
  messages,
})
