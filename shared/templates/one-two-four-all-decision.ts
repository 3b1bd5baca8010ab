// Template: 1-2-4-All, then a decision that everybody can live with. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const oneTwoFourAllDecision: TemplateSource = {
  id: 'one-two-four-all-decision',
  category: 'choose',
  title: { fr: 'Décider en 1-2-4-Tous', en: 'Decide by 1-2-4-All' },
  summary: {
    fr: 'Chaque voix compte dès la première minute, la décision se prend sans vainqueur ni vaincu.',
    en: 'Every voice counts from the first minute, the decision leaves no losers.',
  },
  people: { from: 8, to: 80 },
  activities: [
    {
      kind: 'one-two-four-all',
      title: { fr: 'Faire naître les propositions', en: 'Let proposals grow' },
      question: {
        fr: 'Quelle proposition répondrait le mieux à notre problème ?',
        en: 'Which proposal would best answer our problem?',
      },
      minutes: 15,
      settings: {},
      say: {
        fr: 'Une minute de silence, chacun écrit. C’est le moment le plus important.',
        en: 'A minute of silence, everybody writes. It is the moment that matters most.',
      },
      notes: {
        fr: 'Écrire le problème en une phrase avant de commencer, et la faire valider par la salle.',
        en: 'Write the problem in one sentence before beginning, and have the room agree to it.',
      },
    },
    {
      kind: 'majority-judgment',
      title: { fr: 'Juger chaque proposition', en: 'Rate each proposal' },
      question: {
        fr: 'Pour nous, dans six mois, cette proposition serait…',
        en: 'For us, six months from now, this proposal would be…',
      },
      minutes: 14,
      settings: { from: 'a1' },
      notes: {
        fr: 'Ne garder que les idées des groupes de quatre, cinq au plus : choisir les notes avant d’ouvrir le vote.',
        en: 'Keep the ideas of the groups of four alone, five at most: pick the notes before you open the vote.',
      },
    },
    {
      kind: 'gradients',
      title: { fr: 'Mesurer le soutien', en: 'Gauge the support' },
      question: {
        fr: 'À quel point soutenez-vous la proposition arrivée en tête ?',
        en: 'How far do you support the proposal that came first?',
      },
      minutes: 8,
      settings: {},
      say: {
        fr: 'Nous ne revotons pas : nous cherchons ce qui manque à celles et ceux qui hésitent.',
        en: 'This is not a second vote: we look for what is missing to those who hesitate.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Améliorer avant d’adopter', en: 'Improve before adopting' },
      question: {
        fr: 'Que faudrait-il changer pour que vous puissiez vivre avec cette décision ?',
        en: 'What would have to change for you to live with this decision?',
      },
      minutes: 15,
      settings: {
        columns: [
          { fr: 'À ajouter', en: 'To add' },
          { fr: 'À retirer', en: 'To take out' },
          { fr: 'À revoir dans trois mois', en: 'To review in three months' },
        ],
      },
      notes: {
        fr: 'Commencer par les personnes les plus réservées. Une demande acceptée change le texte tout de suite, à l’écran.',
        en: 'Begin with those most reserved. A request that is accepted changes the text at once, on the screen.',
      },
    },
  ],
}
