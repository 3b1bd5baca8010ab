// Template: what a town could hold in common, from its street corners to a resolution. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const cityInCommon: TemplateSource = {
  id: 'city-in-common',
  category: 'gather',
  title: { fr: 'La ville en partage', en: 'City in common' },
  summary: {
    fr: 'Repérer ce qui peut devenir commun, comprendre nos désaccords, proposer une règle.',
    en: 'Find what can become common, understand where we differ, propose a rule.',
  },
  people: { from: 10, to: 150 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'D’où je viens', en: 'Where I come from' },
      question: { fr: 'Comment va votre quartier aujourd’hui ?', en: 'How is your neighbourhood today?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Le temps qu’il fait dans votre rue, pas dans le ciel.',
        en: 'The weather in your street, not in the sky.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Ce qui pourrait être à tous', en: 'What could be everybody’s' },
      question: {
        fr: 'Dans votre rue ou votre quartier, qu’est-ce qui pourrait être partagé et ne l’est pas encore ?',
        en: 'In your street or neighbourhood, what could be shared and is not yet?',
      },
      minutes: 25,
      settings: {
        columns: [
          { fr: 'Des lieux', en: 'Places' },
          { fr: 'Des outils', en: 'Tools' },
          { fr: 'Du temps et des savoirs', en: 'Time and knowledge' },
        ],
        kinds: [{ tone: 'soleil' }, { tone: 'ciel' }, { tone: 'menthe' }, { tone: 'corail' }],
      },
      material: { fr: 'Une carte de la ville, des pastilles', en: 'A map of the town, stickers' },
      say: {
        fr: 'Marchez en pensée de chez vous jusqu’ici : que voyez-vous qui dort, qui est fermé, qui ne sert qu’à une personne ?',
        en: 'Walk in your mind from home to here: what do you see that sleeps, that is shut, that serves one person alone?',
      },
    },
    {
      kind: 'opinion-groups',
      title: { fr: 'Où sommes-nous d’accord ?', en: 'Where do we agree?' },
      question: {
        fr: 'Pour chaque phrase : d’accord, pas d’accord, ou passez.',
        en: 'For each sentence: agree, disagree, or pass.',
      },
      minutes: 15,
      settings: {
        options: [
          {
            id: 'o1',
            label: {
              fr: 'Ce qui est commun doit rester gratuit',
              en: 'What is common must stay free of charge',
            },
          },
          {
            id: 'o2',
            label: {
              fr: 'Chacun doit donner un peu de temps pour pouvoir s’en servir',
              en: 'Everybody should give some time to use it',
            },
          },
          {
            id: 'o3',
            label: {
              fr: 'La commune doit garder la main sur les lieux partagés',
              en: 'The town should keep control of shared places',
            },
          },
          {
            id: 'o4',
            label: {
              fr: 'Un lieu commun a besoin d’un métier, pas seulement de bénévoles',
              en: 'A common place needs a paid job, not only volunteers',
            },
          },
          {
            id: 'o5',
            label: {
              fr: 'Mieux vaut dix petits lieux qu’un grand',
              en: 'Ten small places are better than a big one',
            },
          },
          {
            id: 'o6',
            label: { fr: 'Qui abîme doit réparer, pas payer', en: 'Who breaks it should mend it, not pay' },
          },
          {
            id: 'o7',
            label: {
              fr: 'Les règles se décident par celles et ceux qui s’en servent',
              en: 'The rules are made by those who use it',
            },
          },
          {
            id: 'o8',
            label: {
              fr: 'Il faut accepter que certains profitent sans donner',
              en: 'We must accept that some take without giving',
            },
          },
        ],
      },
      notes: {
        fr: 'Ne pas chercher la majorité : regarder les phrases que les deux groupes partagent.',
        en: 'Do not look for a majority: look at the sentences that both groups share.',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Ce que nous portons', en: 'What we carry' },
      question: {
        fr: 'Par quoi commençons-nous, avec les gens présents ?',
        en: 'What do we begin with, with the people here?',
      },
      minutes: 10,
      settings: { from: 'a2', shortlist: 3 },
      notes: {
        fr: 'Trois idées au plus passent à la suite. Dire celles que l’on garde pour une autre fois : elles restent dans la restitution.',
        en: 'Three ideas at most go on. Name those kept for another time: they stay in the report.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Qui prend soin de quoi', en: 'Who takes care of what' },
      question: {
        fr: 'Qui ouvre, qui répare, qui prévient, qui paie ?',
        en: 'Who opens, who mends, who warns, who pays?',
      },
      minutes: 20,
      settings: {
        columns: [
          { fr: 'Ouvrir', en: 'Open' },
          { fr: 'Réparer', en: 'Mend' },
          { fr: 'Prévenir', en: 'Warn' },
          { fr: 'Payer', en: 'Pay' },
        ],
      },
      say: {
        fr: 'Une ressource commune sans personne pour en prendre soin ne le reste pas longtemps.',
        en: 'A common resource that nobody takes care of does not stay one for long.',
      },
    },
    {
      kind: 'gradients',
      title: { fr: 'Une règle à essayer', en: 'A rule to try' },
      question: {
        fr: 'À quel point soutenez-vous cet essai de six mois ?',
        en: 'How far do you support this six-month trial?',
      },
      minutes: 8,
      settings: {},
      notes: {
        fr: 'Écrire la règle en une phrase devant tous avant d’ouvrir : qui peut, combien de temps, et que se passe-t-il si l’on abîme.',
        en: 'Write the rule in one sentence before everybody, then open: who may, for how long, and what happens if it breaks.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Sortie', en: 'Closing' },
      question: { fr: 'Cette rencontre valait-elle votre temps ?', en: 'Was this meeting worth your time?' },
      minutes: 4,
      settings: {},
    },
  ],
}
