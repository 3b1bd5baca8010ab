// Template: a round table led by the room's questions, written and supported on the phones. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const roundTable: TemplateSource = {
  id: 'round-table',
  category: 'debate',
  title: { fr: 'Table ronde : questions de la salle', en: 'Round table: questions from the room' },
  summary: {
    fr: 'Les questions de la salle, soutenues par elle, puis la parole à tour de rôle.',
    en: 'Questions from the room, supported by it, then the floor in turn.',
  },
  people: { from: 10, to: 200 },
  activities: [
    {
      kind: 'questions',
      title: { fr: 'Vos questions', en: 'Your questions' },
      question: {
        fr: 'Que voulez-vous demander à nos invités ?',
        en: 'What would you like to ask our guests?',
      },
      minutes: 15,
      settings: {},
      say: {
        fr: 'Une question par note. Soutenez celles que vous voulez entendre.',
        en: 'One question a note. Support those that you want to hear answered.',
      },
    },
    {
      kind: 'round-table',
      title: { fr: 'La table ronde', en: 'The round table' },
      question: {
        fr: 'Leurs réponses, puis la parole à la salle',
        en: 'Their answers, then the floor to the room',
      },
      minutes: 45,
      settings: {},
      notes: {
        fr: 'Inscrire les invités dans les réglages : leur temps de parole s’affiche. Garder les questions les plus soutenues sous la main.',
        en: 'Enter the guests in the settings: their speaking time is shown. Keep the most supported questions at hand.',
      },
    },
  ],
}
