// Template: a whole evening, from arriving to a decision and a last figure, with guests and the room's questions. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const debateEvening: TemplateSource = {
  id: 'debate-evening',
  category: 'debate',
  title: { fr: 'Soirée débat et décision', en: 'Evening of debate and decision' },
  summary: {
    fr: 'Des idées de chacun à une décision tenue : penser, choisir, entendre des invités, consentir.',
    en: 'From everybody’s ideas to a decision that holds: think, choose, hear guests, consent.',
  },
  people: { from: 12, to: 120 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Météo d’arrivée', en: 'Arrival weather' },
      question: { fr: 'Avec quelle météo arrivez-vous ?', en: 'What is your weather as you arrive?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Bonsoir à toutes et à tous. Un mot du temps qu’il fait en nous, puis nous commençons.',
        en: 'Good evening. A word on the weather inside us, then we begin.',
      },
      material: {
        fr: 'Un téléphone par table pour qui n’en a pas, une personne pour saisir',
        en: 'A phone on each table for those without one, somebody to enter notes',
      },
    },
    {
      kind: 'one-two-four-all',
      title: { fr: 'Seul, à deux, à quatre', en: 'Alone, in pairs, in fours' },
      question: {
        fr: 'Que devrions-nous essayer ensemble avant l’été ?',
        en: 'What should we try together before the summer?',
      },
      minutes: 25,
      settings: { reactions: true },
      say: {
        fr: 'D’abord seul, en silence. Puis l’écran vous dira avec qui vous asseoir.',
        en: 'First alone, in silence. Then the screen will tell you whom to sit with.',
      },
      notes: {
        fr: 'À la fin, rapprocher les idées voisines avec l’aide de la salle.',
        en: 'At the end, bring similar ideas together with the help of the room.',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Ce qui nous donne envie', en: 'What we feel like doing' },
      question: {
        fr: 'Lesquelles porteriez-vous avec d’autres ?',
        en: 'Which ones would you carry with others?',
      },
      minutes: 8,
      settings: { from: 'a2', shortlist: 1 },
      notes: {
        fr: 'Une seule idée va aux invités et à la décision. Les autres restent dans la restitution.',
        en: 'One idea alone goes to the guests and to the decision. The others stay in the report.',
      },
    },
    {
      kind: 'questions',
      title: { fr: 'Vos questions aux invités', en: 'Your questions to our guests' },
      question: {
        fr: 'Que voulez-vous leur demander sur l’idée choisie ?',
        en: 'What do you want to ask them about the chosen idea?',
      },
      minutes: 12,
      settings: {},
      notes: {
        fr: 'Lire les questions les plus soutenues pendant que les invités s’installent.',
        en: 'Read the most supported questions while the guests take their seats.',
      },
    },
    {
      kind: 'round-table',
      title: { fr: 'Table ronde', en: 'Round table' },
      question: {
        fr: 'Qu’avez-vous appris en l’essayant, et que nous conseillez-vous ?',
        en: 'What did you learn by trying it, and what do you advise us?',
      },
      minutes: 40,
      settings: {},
      say: {
        fr: 'Deux minutes chacun pour ouvrir, puis la parole va à la salle. Les mains se lèvent sur les téléphones.',
        en: 'Two minutes each to open, then the floor goes to the room. Hands go up on the phones.',
      },
      notes: {
        fr: 'Inscrire les invités dans les réglages : leur temps de parole s’affiche. Dans la salle, les premières prises de parole passent devant.',
        en: 'Enter the guests in the settings: their speaking time is shown. In the room, new voices come first.',
      },
    },
    {
      kind: 'consent',
      title: { fr: 'La décision', en: 'The decision' },
      question: {
        fr: 'Voyez-vous une raison de ne pas essayer l’idée choisie ?',
        en: 'Do you see a reason not to try the chosen idea?',
      },
      minutes: 20,
      settings: { from: 'a3' },
      notes: {
        fr: 'Dire l’idée en une phrase, avec une date de revoyure. Une objection améliore la proposition.',
        en: 'Put the idea into one sentence with a date for review. An objection improves the proposal.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Avant de partir', en: 'Before leaving' },
      question: { fr: 'Cette soirée valait-elle votre temps ?', en: 'Was this evening worth your time?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Merci. Une dernière note, et dites à votre voisin avec quoi vous repartez.',
        en: 'Thank you. One last figure, and tell your neighbour what you take home.',
      },
    },
  ],
}
