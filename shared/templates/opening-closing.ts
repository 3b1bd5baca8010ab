// Template: a kit to open and close any meeting. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const openingClosing: TemplateSource = {
  id: 'opening-closing',
  category: 'debate',
  title: { fr: 'Ouvrir et clore une réunion', en: 'Open and close a meeting' },
  summary: {
    fr: 'Météo d’arrivée, attentes, ce que l’on emporte : à poser autour de n’importe quel contenu.',
    en: 'Arrival weather, hopes, what we take away: put it around any content.',
  },
  people: { from: 3, to: 200 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Météo', en: 'Weather' },
      question: { fr: 'Quelle est votre météo en arrivant ?', en: 'What is your weather as you arrive?' },
      minutes: 4,
      settings: {},
      say: {
        fr: 'Un mot suffit. Personne n’a à se justifier.',
        en: 'One word is enough. Nobody has to explain.',
      },
    },
    {
      kind: 'check-in',
      title: { fr: 'Pourquoi je suis là', en: 'Why I am here' },
      question: {
        fr: 'Qu’est-ce qui ferait de ce temps un bon moment pour vous ?',
        en: 'What would make this time a good one for you?',
      },
      minutes: 8,
      settings: { ask: 'why', noteLength: 100 },
      notes: {
        fr: 'Lire à voix haute quelques réponses. Dire ce à quoi cette réunion ne répondra pas.',
        en: 'Read some answers aloud. Say what this meeting will not answer.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Ce que j’emporte', en: 'What I take with me' },
      question: {
        fr: 'Avec quoi repartez-vous, et qu’est-ce qui vous reste en travers ?',
        en: 'What do you take home, and what still bothers you?',
      },
      minutes: 8,
      settings: {
        noteLength: 140,
        columns: [
          { fr: 'J’emporte', en: 'I take with me' },
          { fr: 'Je laisse', en: 'I leave here' },
          { fr: 'Je me demande', en: 'I wonder' },
        ],
      },
      say: {
        fr: 'Rien n’oblige à tout dire : une note par colonne suffit.',
        en: 'Nobody has to say everything: one note a column is enough.',
      },
    },
    {
      kind: 'check-in',
      title: { fr: 'Météo de départ', en: 'Weather on leaving' },
      question: { fr: 'Et maintenant, quelle est votre météo ?', en: 'And now, what is your weather?' },
      minutes: 3,
      settings: { from: 'a1' },
      say: {
        fr: 'La même question qu’à l’arrivée : regardons ensemble ce qui a bougé.',
        en: 'The same question as on arrival: let us look together at what has moved.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'En un chiffre', en: 'In a figure' },
      question: { fr: 'Ce temps valait-il la peine ?', en: 'Was this time worth it?' },
      minutes: 3,
      settings: {},
    },
  ],
}
