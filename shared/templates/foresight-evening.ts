// Template: an evening of foresight, two hours and a half, as one stop of a tour in a city. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const foresightEvening: TemplateSource = {
  id: 'foresight-evening',
  category: 'foresee',
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
      notes: {
        fr: 'Cinq minutes, sans commentaire. Qui arrive en retard entre par là.',
        en: 'Five minutes, no comment. Latecomers come in through here.',
      },
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
      say: {
        fr: 'Placez-vous deux fois : avons-nous prise, et cela va-t-il vers le mieux ? Il n’y a pas de bonne case.',
        en: 'Place yourself twice: do we have a hold, and is it getting better? No corner is the right one.',
      },
      notes: {
        fr: 'Une voix par coin, une minute chacune. Gardez l’image : on y revient si le temps le permet.',
        en: 'One voice from each corner, a minute each. Keep the picture: come back to it if there is time.',
      },
    },
    {
      kind: 'rex',
      title: { fr: 'Deux expériences d’ici', en: 'Two experiences from here' },
      question: {
        fr: 'Deux personnes racontent ce qu’elles ont tenté : que pouvons-nous en apprendre ?',
        en: 'Two people tell what they tried: what can we learn from it?',
      },
      minutes: 25,
      settings: { vote: false },
      notes: {
        fr: 'Deux récits de cinq minutes, cinq de questions. Coupez avec bienveillance : la salle écrit « chez nous » pendant que l’on parle.',
        en: 'Two tales of five minutes, five of questions. Cut kindly: the room writes “at our place” while they speak.',
      },
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
      say: {
        fr: 'Un fait que vous avez vu, et où. Pas une opinion.',
        en: 'A fact you have seen, and where. Not an opinion.',
      },
      notes: {
        fr: 'Trois minutes par case. Lisez trois fiches à voix haute, la plus étrange d’abord. Une case vide se dit.',
        en: 'Three minutes for each domain. Read three cards aloud, the strangest first. An empty domain is said.',
      },
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
      say: {
        fr: 'Deux questions séparées : si cela bascule, est-ce grave pour nous ? Et sait-on de quel côté ?',
        en: 'Two separate questions: if it tips, does it matter to us? And do we know which way?',
      },
      notes: {
        fr: 'Demandez si l’une des deux premières entraîne l’autre ; si oui, prenez la suivante. Ces deux-là font les axes.',
        en: 'Ask whether one of the first two drives the other; if so, take the next. These two make the axes.',
      },
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
      say: {
        fr: 'Vous y êtes. Racontez un mardi, pas un rapport.',
        en: 'You are there. Tell a Tuesday, not a report.',
      },
      notes: {
        fr: 'Une table par coin, vingt minutes de récit, cinq de signes. Nommez les futurs avec la salle avant de finir : un nom reste, un chiffre non.',
        en: 'One table for each corner, twenty minutes of tale, five of signs. Name the futures with the room before you end: a name stays, a figure does not.',
      },
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
      notes: {
        fr: 'Une proposition commence par un verbe. Relancez : « qui tient aussi dans le pire des quatre futurs ? »',
        en: 'A proposal begins with a verb. Ask: “which one holds in the worst of the four futures too?”',
      },
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
      notes: {
        fr: 'Cinq minutes, silence. À égalité, on garde les deux.',
        en: 'Five minutes, silence. Where two are equal, keep both.',
      },
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
      notes: {
        fr: 'On juge chaque proposition pour elle-même. Lisez la première à voix haute avant d’ouvrir.',
        en: 'Each proposal is judged for itself. Read the first one aloud before you open.',
      },
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
      say: {
        fr: 'Choisissez votre couleur sans regarder les autres. Noir : la question est mal posée.',
        en: 'Choose your colour without looking at the others. Black: the question is badly put.',
      },
      notes: {
        fr: 'Commencez par la couleur la plus rare : « qu’avez-vous vu que nous n’avons pas vu ? » Ne changez pas les mots : ils sont les mêmes dans toutes les villes.',
        en: 'Begin with the rarest colour: “what did you see that we did not?” Do not change the words: they are the same in every city.',
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
      notes: {
        fr: 'Demandez à deux personnes ce qui aurait fait un point de plus. Remerciez, dites la suite de la tournée.',
        en: 'Ask two people what would have made one point more. Thank them, say what comes next on the tour.',
      },
    },
  ],
}
