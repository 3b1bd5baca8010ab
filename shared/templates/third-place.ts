// Template: a third place thought through by those who would live in it. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const thirdPlace: TemplateSource = {
  id: 'third-place',
  category: 'gather',
  title: { fr: 'Projet de tiers-lieu', en: 'A third place to be' },
  summary: {
    fr: 'Usages, ressources, freins, et les premières règles d’un lieu commun.',
    en: 'Uses, resources, obstacles, and the first rules of a common place.',
  },
  people: { from: 8, to: 60 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Ce que nous y ferions', en: 'What we would do there' },
      question: {
        fr: 'Dans ce lieu, un mardi ordinaire, que faites-vous et avec qui ?',
        en: 'In this place, on an ordinary Tuesday, what are you doing and with whom?',
      },
      minutes: 25,
      settings: {
        columns: [
          { fr: 'Le matin', en: 'Morning' },
          { fr: 'L’après-midi', en: 'Afternoon' },
          { fr: 'Le soir', en: 'Evening' },
        ],
        kinds: [
          { tone: 'soleil', label: { fr: 'Usage', en: 'Use' } },
          { tone: 'lilas', label: { fr: 'Rencontre', en: 'Encounter' } },
        ],
      },
      say: {
        fr: 'Fermez les yeux une minute. Il est ouvert depuis un an. Vous poussez la porte : que voyez-vous ?',
        en: 'Close your eyes for a minute. It has been open for a year. You push the door: what do you see?',
      },
      material: {
        fr: 'Un plan du lieu au mur, même dessiné à la main',
        en: 'A plan of the place on the wall, drawn by hand if need be',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Ce que nous avons déjà', en: 'What we have already' },
      question: {
        fr: 'Qu’apportez-vous : du temps, un savoir-faire, un outil, un contact ?',
        en: 'What do you bring: time, a skill, a tool, a contact?',
      },
      minutes: 15,
      settings: {
        columns: [
          { fr: 'Temps', en: 'Time' },
          { fr: 'Savoir-faire', en: 'Skills' },
          { fr: 'Matériel', en: 'Equipment' },
          { fr: 'Contacts', en: 'Contacts' },
        ],
        kinds: [{ tone: 'menthe' }],
      },
      say: {
        fr: 'Pas de petite contribution : une heure par mois, une perceuse, un cousin plombier.',
        en: 'No contribution is small: an hour a month, a drill, a cousin who is a plumber.',
      },
    },
    {
      kind: 'speedboat',
      title: { fr: 'Ce qui nous porte, ce qui nous freine', en: 'What carries us, what holds us back' },
      question: {
        fr: 'Qu’est-ce qui pourrait couler ce projet, et qu’est-ce qui le pousse ?',
        en: 'What could sink this project, and what drives it?',
      },
      minutes: 30,
      settings: {},
      notes: {
        fr: 'Voter sur les ancres, puis une action pour chacune des trois plus lourdes, notée dans les décisions.',
        en: 'Vote on the anchors, then one action for each of the three heaviest, noted among the decisions.',
      },
    },
    {
      kind: 'two-axis',
      title: { fr: 'Par où commencer', en: 'Where to begin' },
      question: {
        fr: 'Où se trouvent les usages utiles à beaucoup et simples à lancer ?',
        en: 'Which uses serve many and are simple to start?',
      },
      minutes: 15,
      settings: { from: 'a1' },
      notes: {
        fr: 'Lire les usages un par un avant d’ouvrir le vote. Regrouper d’abord ceux qui se ressemblent.',
        en: 'Read the uses one by one before opening the vote. First group those that are alike.',
      },
    },
    {
      kind: 'consent',
      title: { fr: 'Notre première règle', en: 'Our first rule' },
      question: {
        fr: 'Accueillir toute personne, sans obligation de consommer : y voyez-vous une objection ?',
        en: 'Everyone is welcome, with nothing to buy: do you see an objection?',
      },
      minutes: 20,
      settings: {
        options: [
          {
            id: 'o1',
            label: {
              fr: 'Accueillir toute personne, sans obligation de consommer',
              en: 'Everyone is welcome, with nothing to buy',
            },
          },
        ],
      },
      say: {
        fr: 'Une objection n’est pas une préférence : c’est une raison de penser que la règle nous empêcherait d’avancer.',
        en: 'An objection is not a preference: it is a reason to think that the rule would stop us from going on.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Sortie', en: 'Closing' },
      question: { fr: 'Avons-nous avancé ?', en: 'Have we moved forward?' },
      minutes: 5,
      settings: {},
    },
  ],
}
