// Template: a strategy morning, from the scan to a vote on what holds in every future. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const strategyMorning: TemplateSource = {
  id: 'strategy-morning',
  category: 'foresee',
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
      say: {
        fr: 'Des faits et des tendances, avec leur preuve. Nous jugerons plus tard.',
        en: 'Facts and trends with their evidence. We judge later.',
      },
      notes: {
        fr: 'Douze minutes d’écriture, dix-huit pour lire et regrouper. Arrêtez à vingt fiches groupées : la matrice en porte vingt-cinq au plus.',
        en: 'Twelve minutes of writing, eighteen to read and group. Stop at twenty grouped cards: the matrix bears twenty-five at most.',
      },
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
      notes: {
        fr: 'Montrez les ellipses larges avant les points : c’est là que l’on ne se comprend pas. Gardez deux incertitudes indépendantes.',
        en: 'Show the wide ellipses before the points: that is where people do not mean the same. Keep two independent uncertainties.',
      },
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
      say: {
        fr: 'Quatre futurs vraisemblables, aucun n’est le bon.',
        en: 'Four plausible futures, none of them is the right one.',
      },
      notes: {
        fr: 'Une heure : six minutes pour dire les pôles sans juger, vingt-cinq de récit, dix de signes, six pour nommer. Si un coin se vide, allez vous y asseoir.',
        en: 'One hour: six minutes to word the poles without judging, twenty-five of tale, ten of signs, six to name. If a corner empties, go and sit there.',
      },
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
      notes: {
        fr: 'Une option est une décision que nous pouvons prendre, pas un souhait. Vingt minutes.',
        en: 'An option is a decision that we can take, not a wish. Twenty minutes.',
      },
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
      notes: {
        fr: 'Cinq options au plus passent en soufflerie : au-delà, le vote dure trop.',
        en: 'Five options at most go into the wind tunnel: beyond, the vote is too long.',
      },
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
      say: {
        fr: 'Vous êtes dans ce futur. Que vaut cette option là-bas, de −2 à +2 ?',
        en: 'You are in this future. What is this option worth there, from −2 to +2?',
      },
      notes: {
        fr: 'Lisez d’abord le pire de chaque option, puis sa moyenne. Une option sans regret vaut mieux qu’un pari brillant : demandez ce qui la rendrait robuste.',
        en: 'Read the worst of each option first, then its mean. An option without regret beats a brilliant bet: ask what would make it robust.',
      },
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
      notes: {
        fr: 'Le vote vient après la soufflerie, pas avant : rappelez les futurs en une phrase chacun.',
        en: 'The vote comes after the wind tunnel, not before: recall each future in one sentence.',
      },
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
      say: {
        fr: 'C’est réussi. Que fallait-il juste avant ? Et avant encore ?',
        en: 'It worked. What had to be there just before? And before that?',
      },
      notes: {
        fr: 'De droite à gauche, sans sauter. Finissez par un premier pas avant quatre-vingt-dix jours, avec un nom.',
        en: 'From right to left, without a leap. End with a first step within ninety days, with a name.',
      },
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
      notes: {
        fr: 'Une minute. Notez ce qui aurait fait un point de plus.',
        en: 'One minute. Write down what would have made one point more.',
      },
    },
  ],
}
