// Template: a blank page, one brainstorm to begin with. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const blank: TemplateSource = {
  id: 'blank',
  category: 'gather',
  title: { fr: 'Page blanche', en: 'Blank page' },
  summary: { fr: 'Une première étape, le reste est à vous.', en: 'A first step, the rest is yours.' },
  people: { from: 2, to: 200 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Première étape', en: 'First step' },
      question: {
        fr: 'Qu’avons-nous à mettre sur la table aujourd’hui ?',
        en: 'What do we have to put on the table today?',
      },
      minutes: 20,
      settings: {},
    },
  ],
}
