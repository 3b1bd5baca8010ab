// Template: an afternoon of lessons learned: two stories, what they teach, what we change at home. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const rexAfternoon: TemplateSource = {
  id: 'rex-afternoon',
  category: 'debate',
  title: { fr: 'Après-midi de retours d’expérience', en: 'An afternoon of lessons learned' },
  summary: {
    fr: 'Deux récits, des questions, et les leçons qui servent ailleurs.',
    en: 'Two stories, questions, and the lessons that serve elsewhere.',
  },
  people: { from: 6, to: 60 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Arrivée', en: 'Arrival' },
      question: {
        fr: 'Qu’espérez-vous apprendre de ces deux récits ?',
        en: 'What do you hope to learn from these two stories?',
      },
      minutes: 5,
      settings: { ask: 'why' },
      say: {
        fr: 'Ce que vous écrivez là, nos conteurs vont le lire avant de commencer.',
        en: 'What you write here, our story-tellers will read before they begin.',
      },
    },
    {
      kind: 'rex',
      title: { fr: 'Premier récit', en: 'First story' },
      question: {
        fr: 'Racontez une action que vous avez menée : que vouliez-vous, que s’est-il passé ?',
        en: 'Tell of something you did: what did you want, what happened?',
      },
      minutes: 45,
      settings: { vote: false },
      say: {
        fr: 'La personne qui raconte n’est pas jugée. On cherche ce que l’on aurait pu savoir plus tôt.',
        en: 'Whoever tells is not judged. We look for what could have been known earlier.',
      },
      notes: {
        fr: 'Prévenir la première personne une semaine avant. Demander son accord avant de citer son nom.',
        en: 'Tell the first person a week before. Ask before quoting a name.',
      },
      material: { fr: 'Une photo ou un objet de l’action', en: 'A photo or an object from the action' },
    },
    {
      kind: 'rex',
      title: { fr: 'Second récit', en: 'Second story' },
      question: {
        fr: 'Une autre action, un autre endroit : qu’est-ce qui était pareil, qu’est-ce qui changeait tout ?',
        en: 'Another action, another place: what was the same, what changed everything?',
      },
      minutes: 45,
      settings: { vote: false },
      notes: {
        fr: 'Faire se lever la salle deux minutes avant ce récit. Relire à voix haute les leçons du premier.',
        en: 'Have the room stand up for two minutes before this story. Read the lessons of the first one aloud.',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les leçons à transmettre', en: 'Lessons to pass on' },
      question: {
        fr: 'Quelles leçons diriez-vous à quelqu’un qui commence demain ?',
        en: 'Which lessons would you tell somebody who starts tomorrow?',
      },
      minutes: 12,
      settings: { from: ['a2', 'a3'], shortlist: 5 },
    },
    {
      kind: 'start-stop-continue',
      title: { fr: 'Chez nous, dès lundi', en: 'At home, from Monday' },
      question: {
        fr: 'Que commençons-nous, qu’arrêtons-nous, que gardons-nous ?',
        en: 'What do we start, stop, and continue?',
      },
      minutes: 30,
      settings: {},
      say: {
        fr: 'Ne gardez que ce qui dépend de vous, et qui peut commencer cette semaine.',
        en: 'Keep only what depends on you, and can begin this week.',
      },
      notes: {
        fr: 'Pour les trois notes retenues : un nom, une date, dans les décisions.',
        en: 'For the three notes kept: a name and a date among the decisions.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Clôture', en: 'Closing' },
      question: { fr: 'Cet après-midi vous servira-t-il ?', en: 'Will this afternoon be of use to you?' },
      minutes: 5,
      settings: {},
    },
  ],
}
