// Where the English texts of each activity are; a face loads this list in its own language only. Called by i18n.svelte.ts.

export const texts = import.meta.glob<{ default: Record<string, string> }>(
  '../../shared/activities/*/messages.json',
  {
    query: 'en',
  },
)
