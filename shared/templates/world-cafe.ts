// Template: a world café in three rounds, one question each, then a harvest. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const worldCafe: TemplateSource = {
  id: 'world-cafe',
  category: 'gather',
  title: { fr: 'World café', en: 'World café' },
  summary: {
    fr: 'Trois questions, des tables qui se mélangent, et une récolte commune.',
    en: 'Three questions, tables that mix, and one harvest.',
  },
  people: { from: 12, to: 60 },
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
      notes: {
        fr: 'Régler le nombre de tables avant d’ouvrir la suite : les personnes présentes divisées par cinq.',
        en: 'Set the number of tables before you go on: the people here divided by five.',
      },
      material: {
        fr: 'Tables de quatre à six, nappes en papier, feutres, un numéro sur chaque table',
        en: 'Tables of four to six, paper tablecloths, markers, a number on each table',
      },
    },
    {
      kind: 'world-cafe',
      title: { fr: 'Trois tours de table', en: 'Three rounds of tables' },
      question: {
        fr: 'Que ferions-nous ensemble que nous ne faisons pas encore ?',
        en: 'What would we do together that we do not do yet?',
      },
      minutes: 80,
      settings: {
        tables: 5,
        rounds: 3,
        minutes: 20,
        questions: [
          {
            fr: 'Qu’est-ce qui, ici, marche mieux qu’on ne le dit ?',
            en: 'What works better here than people say?',
          },
          {
            fr: 'Qu’est-ce qui nous manque pour aller un cran plus loin ?',
            en: 'What are we missing to go one step further?',
          },
          {
            fr: 'Que ferions-nous si nous pouvions compter sur du soutien ?',
            en: 'What would we do if we were sure of support?',
          },
        ],
      },
      say: {
        fr: 'Parlez de ce que vous avez vécu, écrivez sur la nappe. À la cloche, finissez votre phrase et changez de table : l’écran dit laquelle.',
        en: 'Speak of what you have lived through, write on the tablecloth. At the bell, end your sentence and change tables: the screen says which.',
      },
      notes: {
        fr: 'Prévenir à deux minutes de la fin de chaque tour. À la récolte, chaque hôte lit sa phrase : une minute par table, sans commentaire.',
        en: 'Warn two minutes before each round ends. At the harvest each host reads one sentence: a minute a table, without comment.',
      },
      material: {
        fr: 'Une cloche, de l’eau et de quoi grignoter',
        en: 'A bell, water and something to nibble',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Ce que nous emportons', en: 'What we take with us' },
      question: {
        fr: 'Dans cette récolte, à quoi donneriez-vous une soirée de plus ?',
        en: 'In this harvest, to what would you give one more evening?',
      },
      minutes: 10,
      settings: { from: 'a2', shortlist: 3 },
      notes: {
        fr: 'Lire la récolte à voix haute avant d’ouvrir le vote. Pour chaque idée retenue, un nom et une date dans les décisions.',
        en: 'Read the harvest aloud before you open the vote. For each idea kept, a name and a date among the decisions.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Sortie', en: 'Closing' },
      question: { fr: 'Ce temps en valait-il la peine ?', en: 'Was this time worth it?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Remerciez votre dernière table, puis une note de un à cinq : elle reste anonyme.',
        en: 'Thank your last table, then a figure from one to five: it stays anonymous.',
      },
    },
  ],
}
