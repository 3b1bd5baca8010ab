// From the synthesis to the assembly: each motion on the agenda is a resolution, under the motion's own id.
// Called by server/http/tours.ts.
import type { Programme } from '../programme.ts'
import type { TourPlan } from './model.ts'

/** The programme of the assembly; resolutions come in the order of the motions, all by the same rules (quorum, slips). */
export function assemblyProgramme(
  { title, motions }: TourPlan,
  settings: Record<string, unknown> = {},
): Programme {
  return {
    v: 1,
    title,
    activities: motions
      .filter(({ state }) => state === 'agenda')
      .map((motion) => ({
        id: motion.id,
        kind: 'resolution',
        title: motion.title,
        // The question is shown whole on every phone; what is longer is told in the text of the resolution.
        settings: {
          ...settings,
          ...(motion.text === '' ? {} : { options: [{ id: 'text', label: motion.text }] }),
        },
      })),
  }
}
