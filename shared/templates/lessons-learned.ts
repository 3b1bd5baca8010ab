// Template: lessons learned from something that was tried, and whom they should reach. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const lessonsLearned: TemplateSource = {
  id: 'lessons-learned',
  category: 'debate',
  title: { fr: 'Retour d’expérience', en: 'Lessons learned' },
  summary: {
    fr: 'Ce qui a été tenté ici, et ce que d’autres peuvent en apprendre.',
    en: 'What was tried here, and what others can learn from it.',
  },
  people: { from: 4, to: 40 },
  activities: [
    {
      kind: 'rex',
      title: { fr: 'Récit et leçons', en: 'Story and lessons' },
      question: {
        fr: 'Qu’avons-nous essayé, que s’est-il passé, et qu’est-ce que nous ferions autrement ?',
        en: 'What did we try, what happened, and what would we do differently?',
      },
      minutes: 45,
      settings: {},
      say: {
        fr: 'Racontez dans l’ordre, avec des dates et des chiffres. Personne n’est jugé : on cherche ce que l’on aurait pu savoir plus tôt.',
        en: 'Tell it in order, with dates and figures. Nobody is judged: we look for what could have been known earlier.',
      },
      notes: {
        fr: 'Une seule voix raconte, les autres écrivent. Couper le récit à huit minutes, même s’il est beau. Demander l’accord de citer avant de clore.',
        en: 'One voice tells, the others write. Cut the story at eight minutes, fine as it may be. Ask for consent to quote before you close.',
      },
      material: {
        fr: 'Le calendrier du projet, une photo, les chiffres',
        en: 'The project’s calendar, a photo, the figures',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'Faire passer', en: 'Pass it on' },
      question: {
        fr: 'Ces leçons, à qui les dire, sous quelle forme et avant quand ?',
        en: 'Whom should these lessons reach, in which form, and by when?',
      },
      minutes: 12,
      settings: {
        columns: [
          { fr: 'À qui', en: 'Whom' },
          { fr: 'Sous quelle forme', en: 'In which form' },
          { fr: 'Avant quand', en: 'By when' },
        ],
      },
      notes: {
        fr: 'Finir par un nom dans les décisions : la personne qui envoie la fiche.',
        en: 'End with a name among the decisions: whoever sends the card.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Sortie', en: 'Closing' },
      question: { fr: 'Ce temps en valait-il la peine ?', en: 'Was this time worth it?' },
      minutes: 3,
      settings: {},
    },
  ],
}
