// Template: a round table led by the room's questions, gathered then chosen. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const roundTable: TemplateSource = {
  id: 'round-table',
  category: 'debate',
  title: { fr: 'Table ronde : questions de la salle', en: 'Round table: questions from the room' },
  summary: {
    fr: 'Les questions de la salle, regroupées puis choisies par elle.',
    en: 'Questions from the room, grouped and then chosen by it.',
  },
  people: { from: 10, to: 200 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Vos questions', en: 'Your questions' },
      question: {
        fr: 'Que voulez-vous demander à nos invités ?',
        en: 'What would you like to ask our guests?',
      },
      minutes: 20,
      settings: {
        kinds: [
          { tone: 'lilas', label: { fr: 'Question', en: 'Question' } },
          { tone: 'soleil', label: { fr: 'Témoignage', en: 'Story' } },
        ],
        noteLength: 200,
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les questions à poser d’abord', en: 'The questions to ask first' },
      question: {
        fr: 'Quelles réponses voulez-vous entendre en premier ?',
        en: 'Which answers do you want to hear first?',
      },
      minutes: 10,
      settings: { from: 'a1', shortlist: 5 },
    },
  ],
}
