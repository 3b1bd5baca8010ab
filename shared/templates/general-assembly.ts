// Template: a general assembly: reports, questions, resolutions, a role to fill. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const generalAssembly: TemplateSource = {
  id: 'general-assembly',
  category: 'choose',
  title: { fr: 'Assemblée générale', en: 'General assembly' },
  summary: {
    fr: 'Rapports, questions, résolutions et un mandat à confier, avec quorum.',
    en: 'Reports, questions, resolutions and a mandate to give, with a quorum.',
  },
  people: { from: 10, to: 500 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Accueil', en: 'Welcome' },
      question: { fr: 'Comment arrivez-vous à cette assemblée ?', en: 'How do you arrive at this assembly?' },
      minutes: 5,
      settings: {},
      notes: {
        fr: 'Émargement à l’entrée. Distribuer les bulletins personnels si une liste de membres a été enregistrée.',
        en: 'Sign in at the door. Hand out the personal slips if a roll of members was saved.',
      },
      material: {
        fr: 'Liste d’émargement, bulletins imprimés, statuts',
        en: 'Attendance list, printed slips, statutes',
      },
    },
    {
      kind: 'questions',
      title: { fr: 'Questions sur les rapports', en: 'Questions on the reports' },
      question: {
        fr: 'Après les rapports moral et financier, quelles questions voulez-vous poser ?',
        en: 'After the moral and the financial report, what would you like to ask?',
      },
      minutes: 25,
      settings: { moderated: true, noteLength: 240 },
      notes: {
        fr: 'Les questions passent par la régie avant d’être montrées. Répondre d’abord aux plus soutenues ; celles qui restent ont une réponse écrite.',
        en: 'Questions pass through the control desk before they are shown. Answer the most supported first; those left get an answer in writing.',
      },
    },
    {
      kind: 'resolution',
      title: { fr: 'Quitus et rapports', en: 'Approval of the reports' },
      question: {
        fr: 'L’assemblée approuve-t-elle les rapports moral et financier ?',
        en: 'Does the assembly approve the moral and the financial report?',
      },
      minutes: 12,
      settings: {
        options: [
          {
            id: 'o1',
            label: {
              fr: 'Approuver les rapports moral et financier',
              en: 'Approve the moral and the financial report',
            },
          },
        ],
      },
      notes: {
        fr: 'Vérifier le quorum à l’écran avant d’ouvrir le vote. Lire la résolution en entier.',
        en: 'Check the quorum on the screen before you open the vote. Read the whole resolution.',
      },
    },
    {
      kind: 'resolution',
      title: { fr: 'Cotisation', en: 'Membership fee' },
      question: {
        fr: 'L’assemblée adopte-t-elle la cotisation proposée pour l’année prochaine ?',
        en: 'Does the assembly adopt the fee proposed for next year?',
      },
      minutes: 12,
      settings: {
        options: [
          { id: 'o1', label: { fr: 'Adopter la cotisation proposée', en: 'Adopt the proposed fee' } },
        ],
      },
    },
    {
      kind: 'election-without-candidate',
      title: { fr: 'Un mandat à confier', en: 'A mandate to give' },
      question: {
        fr: 'À qui confions-nous la coordination pour un an ?',
        en: 'To whom do we give the coordination for a year?',
      },
      minutes: 25,
      settings: {
        among: 'room',
        criteria: [
          { fr: 'Avoir une soirée par mois', en: 'One evening a month to give' },
          { fr: 'Savoir passer la parole', en: 'Knows how to pass the floor' },
          { fr: 'Rendre compte sans attendre', en: 'Reports back without delay' },
        ],
      },
      say: {
        fr: 'Personne n’est candidat. Chacun nomme la personne qui lui paraît la plus indiquée, et dit pourquoi.',
        en: 'Nobody stands. Everybody names the person who seems best placed, and says why.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Ce que nous lançons', en: 'What we set going' },
      question: {
        fr: 'Quelles actions pour l’année, et qui s’y met ?',
        en: 'Which actions for the year, and who takes part?',
      },
      minutes: 25,
      settings: {
        columns: [
          { fr: 'D’ici l’été', en: 'Before summer' },
          { fr: 'À la rentrée', en: 'In the autumn' },
          { fr: 'Plus tard', en: 'Later' },
        ],
      },
      say: {
        fr: 'Une action sans nom est un vœu : écrivez la vôtre avec un verbe.',
        en: 'An action without a name is a wish: write yours with a verb.',
      },
      notes: {
        fr: 'Noter chaque action dans les décisions : qui, quoi, pour quand. La liste reste jusqu’à la fin et part avec le procès-verbal.',
        en: 'Note each action among the decisions: who, what, by when. The list stays to the end and goes out with the minutes.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Clôture', en: 'Closing' },
      question: {
        fr: 'Cette assemblée valait-elle le déplacement ?',
        en: 'Was this assembly worth coming for?',
      },
      minutes: 4,
      settings: {},
    },
  ],
}
