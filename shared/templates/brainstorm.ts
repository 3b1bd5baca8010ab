// Template: one brainstorm, written alone, revealed at once, grouped together. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const brainstorm: TemplateSource = {
  id: 'brainstorm',
  category: 'gather',
  title: { fr: 'Remue-méninges', en: 'Brainstorm' },
  summary: {
    fr: 'Écrire chacun pour soi, révéler, regrouper ensemble.',
    en: 'Write alone, reveal, group together.',
  },
  people: { from: 4, to: 80 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Remue-méninges', en: 'Brainstorm' },
      question: {
        fr: 'Qu’est-ce qui changerait vraiment les choses, ici, dès cette année ?',
        en: 'What would really make a difference here, this very year?',
      },
      minutes: 40,
      settings: {},
      say: {
        fr: 'D’abord en silence, chacun pour soi. Nous lirons tout en même temps.',
        en: 'First in silence, each for oneself. We shall read everything at once.',
      },
      notes: {
        fr: 'Regrouper avec la salle, à voix haute, et donner à chaque groupe un nom qui soit une phrase.',
        en: 'Group with the room, aloud, and give each group a name that is a sentence.',
      },
    },
  ],
}
