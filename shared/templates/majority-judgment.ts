// Template: a few proposals, each given a grade, then the return on time invested. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const majorityJudgment: TemplateSource = {
  id: 'majority-judgment',
  category: 'choose',
  title: { fr: 'Jugement majoritaire', en: 'Majority judgment' },
  summary: {
    fr: 'Donner une mention à chaque proposition, sans les opposer.',
    en: 'Give each proposal a grade, without setting them against each other.',
  },
  people: { from: 4, to: 200 },
  activities: [
    {
      kind: 'majority-judgment',
      title: { fr: 'Jugement majoritaire', en: 'Majority judgment' },
      question: {
        fr: 'Pour la porter à l’assemblée générale, je juge cette proposition…',
        en: 'To take it to the general assembly, I rate this proposal…',
      },
      minutes: 12,
      settings: {
        options: [
          {
            id: 'o1',
            label: {
              fr: 'Une bibliothèque d’outils par quartier',
              en: 'A library of tools in each district',
            },
          },
          {
            id: 'o2',
            label: {
              fr: 'Un bail commun pour les rez-de-chaussée vides',
              en: 'A common lease for empty ground floors',
            },
          },
          {
            id: 'o3',
            label: {
              fr: 'Une caisse de solidarité entre indépendants',
              en: 'A solidarity fund between the self-employed',
            },
          },
        ],
      },
      say: {
        fr: 'Jugez chaque proposition pour elle-même. La même mention peut servir plusieurs fois.',
        en: 'Judge each proposal for itself. The same grade may serve several times.',
      },
      notes: {
        fr: 'Remplacer ces propositions par les vôtres, cinq ou six au plus.',
        en: 'Replace these proposals by your own, five or six at most.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Retour sur le temps passé', en: 'Return on time invested' },
      question: {
        fr: 'Ce temps passé ensemble, qu’en gardez-vous ?',
        en: 'What do you take away from this time together?',
      },
      minutes: 3,
      settings: {},
    },
  ],
}
