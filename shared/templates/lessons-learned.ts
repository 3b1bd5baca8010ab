// Template: lessons learned from something that was tried, then dots on what is worth passing on. Listed in shared/templates.ts.
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
      kind: 'brainstorm',
      title: { fr: 'Récit et leçons', en: 'Story and lessons' },
      question: {
        fr: 'Dans quel contexte étions-nous, qu’avons-nous essayé, qu’avons-nous appris ?',
        en: 'Where did we start from, what did we try, what did we learn?',
      },
      minutes: 45,
      settings: {
        columns: [
          { fr: 'Le contexte', en: 'The context' },
          { fr: 'Ce qui a été essayé', en: 'What was tried' },
          { fr: 'Ce que nous avons appris', en: 'What we learned' },
        ],
        kinds: [
          { tone: 'craie', label: { fr: 'Fait', en: 'Fact' } },
          { tone: 'menthe', label: { fr: 'Ce qui a marché', en: 'What worked' } },
          { tone: 'corail', label: { fr: 'Ce qui a coincé', en: 'What got stuck' } },
          { tone: 'soleil', label: { fr: 'Leçon', en: 'Lesson' } },
        ],
        noteLength: 280,
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les leçons à transmettre', en: 'The lessons to pass on' },
      question: {
        fr: 'Que faut-il absolument transmettre à celles et ceux qui essaieront après nous ?',
        en: 'What must be passed on to those who will try after us?',
      },
      minutes: 15,
      settings: { from: 'a1', shortlist: 3 },
    },
  ],
}
