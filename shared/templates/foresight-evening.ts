// Template: an evening of foresight, two hours and a half, as one stop of a tour in a city. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const foresightEvening: TemplateSource = {
  id: 'foresight-evening',
  category: 'debate',
  title: { fr: 'Soirée de prospective', en: 'Evening of foresight' },
  summary: {
    fr: 'Regarder loin ensemble, en deux heures et demie : du balayage aux propositions.',
    en: 'Look far ahead together in two hours and a half, from the scan to proposals.',
  },
  people: { from: 15, to: 40 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Météo intérieure', en: 'Inner weather' },
      question: { fr: 'Quelle est votre météo ?', en: 'What is your weather?' },
      minutes: 5,
      settings: {},
    },
    {
      kind: 'polak',
      title: { fr: 'Où nous tenons-nous ?', en: 'Where do we stand?' },
      question: {
        fr: 'Avons-nous prise sur l’avenir, et le monde va-t-il vers le mieux ?',
        en: 'Do we have a hold on the future, and is the world getting better?',
      },
      minutes: 13,
      settings: {},
    },
    {
      kind: 'rex',
      title: { fr: 'Deux expériences d’ici', en: 'Two experiences from here' },
      question: {
        fr: 'Deux personnes racontent ce qu’elles ont tenté : que pouvons-nous en apprendre ?',
        en: 'Two people tell what they tried: what can we learn from it?',
      },
      minutes: 25,
      settings: {},
    },
    {
      kind: 'pestel',
      title: { fr: 'Balayage', en: 'Horizon scan' },
      question: {
        fr: 'Que voyons-nous changer autour de notre travail, preuve à l’appui ?',
        en: 'What do we see changing around our work, and by which evidence?',
      },
      minutes: 20,
      settings: {},
    },
    {
      kind: 'impact-uncertainty',
      title: { fr: 'Ce qui peut tout changer', en: 'What could change everything' },
      question: {
        fr: 'Si cela bascule, qu’est-ce que cela change pour nous, et sait-on de quel côté ?',
        en: 'If it tips, what changes for us, and do we know which way?',
      },
      minutes: 15,
      settings: { from: 'a4' },
    },
    {
      kind: 'scenario-axes',
      title: { fr: 'Quatre futurs', en: 'Four futures' },
      question: {
        fr: 'Nous sommes en 2035 : à quoi ressemble un mardi ordinaire ?',
        en: 'It is 2035: what is an ordinary Tuesday like?',
      },
      minutes: 35,
      settings: { drivers: 'a5' },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Nos propositions', en: 'Our proposals' },
      question: {
        fr: 'Que proposons-nous à l’assemblée, quel que soit le futur qui vient ?',
        en: 'What do we propose to the assembly, whichever future comes?',
      },
      minutes: 10,
      settings: {},
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les cinq à retenir', en: 'The five to keep' },
      question: {
        fr: 'Lesquelles de ces propositions méritent un jugement ?',
        en: 'Which of these proposals deserve a judgement?',
      },
      minutes: 5,
      settings: { from: 'a7', shortlist: 5 },
    },
    {
      kind: 'majority-judgment',
      title: { fr: 'Notre jugement', en: 'Our judgement' },
      question: {
        fr: 'Pour la porter à l’assemblée générale, je juge cette proposition…',
        en: 'To take it to the general assembly, I rate this proposal…',
      },
      minutes: 5,
      settings: { from: 'a8' },
    },
    {
      kind: 'coloured-vote',
      title: { fr: 'Les mêmes questions partout', en: 'The same questions everywhere' },
      question: {
        fr: 'Êtes-vous d’accord avec ces affirmations, les mêmes dans toutes les villes ?',
        en: 'Do you agree with these statements, the same in every city?',
      },
      minutes: 15,
      settings: {
        options: [
          {
            id: 'c1',
            label: {
              fr: 'En 2035, chacun changera de métier plusieurs fois.',
              en: 'By 2035 everybody will change trades several times.',
            },
          },
          {
            id: 'c2',
            label: {
              fr: 'Nos protections suivront les personnes, pas les contrats.',
              en: 'Our protections will follow people, not contracts.',
            },
          },
          {
            id: 'c3',
            label: {
              fr: 'Les lieux partagés remplaceront les bureaux.',
              en: 'Shared places will replace offices.',
            },
          },
          {
            id: 'c4',
            label: {
              fr: 'La coopération nous rendra plus forts que la concurrence.',
              en: 'Cooperation will make us stronger than competition.',
            },
          },
          {
            id: 'c5',
            label: { fr: 'Le climat décidera de nos horaires.', en: 'The climate will decide our hours.' },
          },
        ],
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Avant de partir', en: 'Before we leave' },
      question: {
        fr: 'Cette soirée valait-elle le temps passé ?',
        en: 'Was this evening worth the time spent?',
      },
      minutes: 2,
      settings: {},
    },
  ],
}
