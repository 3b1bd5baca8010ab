// Template: a strategy morning, from the scan to a vote on what holds in every future. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const strategyMorning: TemplateSource = {
  id: 'strategy-morning',
  category: 'choose',
  title: { fr: 'Matinée stratégique', en: 'Strategy morning' },
  summary: {
    fr: 'Du balayage au vote : quatre futurs, et ce qu’il faut faire dans tous les cas.',
    en: 'From the scan to the vote: four futures, and what to do in any case.',
  },
  people: { from: 8, to: 30 },
  activities: [
    {
      kind: 'pestel',
      title: { fr: 'Balayage', en: 'Horizon scan' },
      question: {
        fr: 'Quels faits et quelles tendances vont peser sur nous d’ici 2035 ?',
        en: 'Which facts and trends will weigh on us by 2035?',
      },
      minutes: 30,
      settings: {},
    },
    {
      kind: 'impact-uncertainty',
      title: { fr: 'Incertitudes critiques', en: 'Critical uncertainties' },
      question: {
        fr: 'Qu’est-ce qui nous change le plus, et que nous savons le moins prévoir ?',
        en: 'What changes us most, and can we foresee least?',
      },
      minutes: 20,
      settings: { from: 'a1' },
    },
    {
      kind: 'scenario-axes',
      title: { fr: 'Quatre futurs', en: 'Four futures' },
      question: {
        fr: 'Comment vit-on et travaille-t-on dans chacun de ces futurs ?',
        en: 'How does one live and work in each of these futures?',
      },
      minutes: 60,
      settings: { drivers: 'a2' },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Nos options', en: 'Our options' },
      question: {
        fr: 'Quelles décisions pourrions-nous prendre dès cette année ?',
        en: 'Which decisions could we take this very year?',
      },
      minutes: 20,
      settings: {},
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les options à éprouver', en: 'The options to test' },
      question: {
        fr: 'Lesquelles méritent d’être éprouvées dans les quatre futurs ?',
        en: 'Which ones deserve a test in the four futures?',
      },
      minutes: 10,
      settings: { from: 'a4', shortlist: 5 },
    },
    {
      kind: 'wind-tunnel',
      title: { fr: 'Soufflerie', en: 'Wind tunnel' },
      question: {
        fr: 'Dans ce futur, que vaut cette option ?',
        en: 'In this future, what is this option worth?',
      },
      minutes: 25,
      settings: { from: 'a5', worlds: 'a3' },
    },
    {
      kind: 'majority-judgment',
      title: { fr: 'Le choix', en: 'The choice' },
      question: {
        fr: 'Pour notre stratégie, je juge cette option…',
        en: 'For our strategy, I rate this option…',
      },
      minutes: 10,
      settings: { from: 'a6' },
    },
    {
      kind: 'backcasting',
      title: { fr: 'Feuille de route', en: 'Road map' },
      question: {
        fr: 'Nous sommes en 2035 et c’est réussi : que fallait-il juste avant ?',
        en: 'It is 2035 and it worked: what had to be there just before?',
      },
      minutes: 30,
      settings: { horizon: 2035, steps: 4, dates: ['2027', '2030', '2033'] },
    },
    {
      kind: 'roti',
      title: { fr: 'Avant de partir', en: 'Before we leave' },
      question: {
        fr: 'Cette matinée valait-elle le temps passé ?',
        en: 'Was this morning worth the time spent?',
      },
      minutes: 5,
      settings: {},
    },
  ],
}
