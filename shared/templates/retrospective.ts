// Template: a retrospective in three columns, then dots on what comes first. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const retrospective: TemplateSource = {
  id: 'retrospective',
  category: 'debate',
  title: { fr: 'Rétrospective', en: 'Retrospective' },
  summary: {
    fr: 'Garder, arrêter, essayer : ce que le groupe change dès demain.',
    en: 'Keep, stop, try: what the group changes from tomorrow.',
  },
  people: { from: 3, to: 40 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Garder, arrêter, essayer', en: 'Keep, stop, try' },
      question: {
        fr: 'En regardant le chemin parcouru : que garder, qu’arrêter, qu’essayer ?',
        en: 'Looking back at the road travelled: what to keep, what to stop, what to try?',
      },
      minutes: 35,
      settings: {
        columns: [
          { fr: 'Garder', en: 'Keep' },
          { fr: 'Arrêter', en: 'Stop' },
          { fr: 'Essayer', en: 'Try' },
        ],
        kinds: [
          { tone: 'menthe', label: { fr: 'Garder', en: 'Keep' } },
          { tone: 'corail', label: { fr: 'Arrêter', en: 'Stop' } },
          { tone: 'ciel', label: { fr: 'Essayer', en: 'Try' } },
        ],
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Par quoi commencer', en: 'Where to begin' },
      question: {
        fr: 'Qu’est-ce qui ferait la plus grande différence d’ici la prochaine fois ?',
        en: 'What would make the biggest difference before we meet again?',
      },
      minutes: 10,
      settings: { from: 'a1', shortlist: 3 },
    },
  ],
}
