// Template: a world café in three rounds, one question each, then a harvest. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const worldCafe: TemplateSource = {
  id: 'world-cafe',
  category: 'gather',
  title: { fr: 'World café', en: 'World café' },
  summary: {
    fr: 'Trois questions, trois tables, et une récolte commune.',
    en: 'Three questions, three tables, and one harvest.',
  },
  people: { from: 12, to: 200 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'On s’installe', en: 'Settling in' },
      question: { fr: 'Comment arrivez-vous ?', en: 'How do you arrive?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Quatre à six par table, une personne reste et accueille : c’est l’hôte. À chaque tour, les autres changent de table.',
        en: 'Four to six at a table, one person stays and welcomes: the host. At each round the others change tables.',
      },
      material: {
        fr: 'Tables de quatre à six, nappes en papier, feutres, un hôte par table',
        en: 'Tables of four to six, paper tablecloths, markers, a host for each table',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Premier tour : ce que nous vivons', en: 'Round one: what we live' },
      question: {
        fr: 'Qu’est-ce qui, ici, marche mieux qu’on ne le dit ?',
        en: 'What works better here than people say?',
      },
      minutes: 20,
      settings: { arrange: false, kinds: [{ tone: 'menthe' }, { tone: 'corail' }] },
      notes: {
        fr: 'L’hôte dépose au fil de l’eau ce qui se dit à sa table, sur son téléphone.',
        en: 'The host drops in what is said at the table, on one phone.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Deuxième tour : ce qui manque', en: 'Round two: what is missing' },
      question: {
        fr: 'Qu’est-ce qui nous manque pour aller un cran plus loin ?',
        en: 'What are we missing to go one step further?',
      },
      minutes: 20,
      settings: { arrange: false, kinds: [{ tone: 'ciel' }, { tone: 'lilas' }] },
      notes: {
        fr: 'Tout le monde change de table sauf l’hôte, qui résume le tour précédent en une minute.',
        en: 'Everybody changes tables but the host, who sums up the round before in a minute.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Troisième tour : ce que nous oserions', en: 'Round three: what we would dare' },
      question: {
        fr: 'Que ferions-nous si nous pouvions compter sur du soutien ?',
        en: 'What would we do if we were sure of support?',
      },
      minutes: 20,
      settings: { arrange: false, kinds: [{ tone: 'soleil' }] },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'La récolte', en: 'The harvest' },
      question: {
        fr: 'Qu’emporterons-nous de ces trois tours ?',
        en: 'What do we take from these three rounds?',
      },
      minutes: 10,
      settings: { from: ['a2', 'a3', 'a4'], shortlist: 5 },
      say: {
        fr: 'Les hôtes disent en deux minutes ce qui est revenu à leur table. Puis nous choisissons ensemble.',
        en: 'The hosts say in two minutes what came back at their table. Then we choose together.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Sortie', en: 'Closing' },
      question: { fr: 'Ce temps en valait-il la peine ?', en: 'Was this time worth it?' },
      minutes: 5,
      settings: {},
    },
  ],
}
