// Template: a dot vote on proposals written by hand, to be replaced by the room's own. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const dotVote: TemplateSource = {
  id: 'dot-vote',
  category: 'choose',
  title: { fr: 'Vote par gommettes', en: 'Dot vote' },
  summary: {
    fr: 'Faire ressortir quelques idées parmi beaucoup.',
    en: 'Let a few ideas stand out among many.',
  },
  people: { from: 4, to: 200 },
  activities: [
    {
      kind: 'dot-vote',
      title: { fr: 'Vote par gommettes', en: 'Dot vote' },
      question: {
        fr: 'Par quoi voulons-nous commencer ensemble ?',
        en: 'What do we want to start with, together?',
      },
      minutes: 15,
      settings: {
        options: [
          {
            id: 'o1',
            label: { fr: 'Une bibliothèque d’outils à emprunter', en: 'A library of tools to borrow' },
          },
          { id: 'o2', label: { fr: 'Un jardin partagé', en: 'A shared garden' } },
          {
            id: 'o3',
            label: { fr: 'Un atelier de réparation chaque mois', en: 'A repair workshop every month' },
          },
          {
            id: 'o4',
            label: { fr: 'Une table ouverte le dimanche midi', en: 'An open table on Sundays at noon' },
          },
          {
            id: 'o5',
            label: { fr: 'Un lieu calme où travailler à plusieurs', en: 'A quiet place to work together' },
          },
          { id: 'o6', label: { fr: 'Des trajets partagés vers la gare', en: 'Shared rides to the station' } },
        ],
        dotsPerPerson: 3,
        shortlist: 2,
      },
      notes: {
        fr: 'Remplacer ces propositions par les vôtres. Les lire à voix haute avant d’ouvrir : un vote par gommettes trie, il ne décide pas.',
        en: 'Replace these proposals by your own. Read them aloud before you open: a dot vote sorts, it does not decide.',
      },
    },
  ],
}
