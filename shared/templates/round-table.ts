// Template: a round table: guests, then the room's questions, written and supported on the phones. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const roundTable: TemplateSource = {
  id: 'round-table',
  category: 'debate',
  title: { fr: 'Table ronde : questions de la salle', en: 'Round table: questions from the room' },
  summary: {
    fr: 'Des invités au temps compté, puis les questions que la salle soutient le plus.',
    en: 'Guests whose time is counted, then the questions that the room supports most.',
  },
  people: { from: 10, to: 200 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Ce qui nous amène', en: 'What brings us here' },
      question: {
        fr: 'Qu’est-ce qui, dans votre vie, vous amène à ce sujet ?',
        en: 'What in your own life brings you to this subject?',
      },
      minutes: 5,
      settings: { ask: 'why' },
      say: {
        fr: 'Une phrase sur votre téléphone, pour que nos invités sachent à qui ils parlent.',
        en: 'One sentence on your phone, so that our guests know whom they speak to.',
      },
      material: {
        fr: 'Un micro qui passe, de l’eau pour les invités, le code à l’écran',
        en: 'A microphone to pass around, water for the guests, the code on the screen',
      },
    },
    {
      kind: 'round-table',
      title: { fr: 'La table ronde', en: 'The round table' },
      question: {
        fr: 'Qu’avez-vous essayé, et qu’est-ce qui vous a fait changer d’avis ?',
        en: 'What did you try, and what made you change your mind?',
      },
      minutes: 35,
      settings: { turnSeconds: 180 },
      say: {
        fr: 'Trois minutes chacun pour ouvrir, puis vous vous répondez. Le temps de chacun est à l’écran.',
        en: 'Three minutes each to open, then you answer each other. Everyone’s time is on the screen.',
      },
      notes: {
        fr: 'Inscrire les invités dans les réglages avant la soirée : leur temps de parole s’affiche. Donner la parole à qui a le moins parlé.',
        en: 'Enter the guests in the settings before the evening: their speaking time is shown. Give the floor to whoever has spoken least.',
      },
    },
    {
      kind: 'questions',
      title: { fr: 'Vos questions', en: 'Your questions' },
      question: {
        fr: 'Que voulez-vous demander à nos invités ?',
        en: 'What would you like to ask our guests?',
      },
      minutes: 30,
      settings: {},
      say: {
        fr: 'Une question par note. Soutenez celles que vous voulez entendre.',
        en: 'One question a note. Support those that you want to hear answered.',
      },
      notes: {
        fr: 'Laisser huit minutes pour écrire et soutenir. Une réponse tient en deux minutes ; les questions restantes vont dans la restitution.',
        en: 'Leave eight minutes to write and support. An answer fits in two minutes; the questions left go into the report.',
      },
    },
    {
      kind: 'check-in',
      title: { fr: 'Un mot pour repartir', en: 'One word to leave with' },
      question: { fr: 'Avec quel mot repartez-vous ?', en: 'With which word do you leave?' },
      minutes: 5,
      settings: { ask: 'word', noteLength: 30 },
    },
  ],
}
