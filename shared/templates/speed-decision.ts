// Template: one question, one decision, half an hour. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const speedDecision: TemplateSource = {
  id: 'speed-decision',
  category: 'choose',
  title: { fr: 'Décision rapide', en: 'Speed decision' },
  summary: {
    fr: 'Une question, une demi-heure, une décision assumée.',
    en: 'One question, half an hour, one decision we stand by.',
  },
  people: { from: 3, to: 40 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Les possibles', en: 'What is possible' },
      question: {
        fr: 'Quelles sont nos options, même celles que personne n’aime ?',
        en: 'What are our options, even those nobody likes?',
      },
      minutes: 8,
      settings: { noteLength: 100, kinds: [{ tone: 'soleil' }] },
      say: {
        fr: 'Trois minutes pour écrire, cinq pour regrouper. On ne défend rien encore.',
        en: 'Three minutes to write, five to group. Nothing is argued yet.',
      },
    },
    {
      kind: 'approval',
      title: { fr: 'Ce qui est acceptable', en: 'What is acceptable' },
      question: {
        fr: 'Avec quelles options pourriez-vous vivre ? Cochez-les toutes.',
        en: 'Which options could you live with? Tick them all.',
      },
      minutes: 6,
      settings: { from: 'a1' },
      notes: {
        fr: 'Cocher large : on cherche ce qui rassemble, pas ce qui passionne.',
        en: 'Tick widely: we look for what brings together, not for what thrills.',
      },
    },
    {
      kind: 'consent',
      title: { fr: 'La décision', en: 'The decision' },
      question: {
        fr: 'Voyez-vous une raison de ne pas essayer l’option arrivée en tête ?',
        en: 'Do you see a reason not to try the option that came first?',
      },
      minutes: 14,
      settings: { from: 'a1' },
      notes: {
        fr: 'Reformuler l’option en une phrase avec une date de revoyure. Traiter une objection à la fois.',
        en: 'Put the option into one sentence with a date for review. Take one objection at a time.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Deux secondes', en: 'Two seconds' },
      question: { fr: 'Cette demi-heure était-elle bien employée ?', en: 'Was this half hour well spent?' },
      minutes: 2,
      settings: {},
    },
  ],
}
