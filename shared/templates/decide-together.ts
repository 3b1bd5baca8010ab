// Template: from many ideas to one text that everybody can live with. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const decideTogether: TemplateSource = {
  id: 'decide-together',
  category: 'choose',
  title: { fr: 'Décider ensemble', en: 'Decide together' },
  summary: {
    fr: 'Recueillir, resserrer, puis chercher l’accord : du foisonnement à une décision.',
    en: 'Gather, narrow down, then look for agreement: from many ideas to one decision.',
  },
  people: { from: 5, to: 60 },
  activities: [
    {
      kind: 'brainstorm',
      title: { fr: 'Ce que nous pourrions faire', en: 'What we could do' },
      question: {
        fr: 'Quelle décision nous ferait avancer d’ici trois mois ?',
        en: 'Which decision would move us forward within three months?',
      },
      minutes: 20,
      settings: {},
      say: {
        fr: 'Une piste commence par un verbe, et dit ce que nous ferions lundi.',
        en: 'A lead begins with a verb, and says what we would do on Monday.',
      },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Les pistes à creuser', en: 'The leads to follow' },
      question: {
        fr: 'Lesquelles méritent que nous les écrivions pour de bon ?',
        en: 'Which ones deserve to be written down properly?',
      },
      minutes: 8,
      settings: { shortlist: 3 },
      notes: {
        fr: 'Trois pistes au plus. Chacune trouve une voix qui la dit en trente secondes.',
        en: 'Three leads at most. Each finds a voice to say it in thirty seconds.',
      },
    },
    {
      kind: 'gradients',
      title: { fr: 'Où en est notre accord ?', en: 'Where does our agreement stand?' },
      question: {
        fr: 'La première piste, telle qu’elle vient d’être dite : où vous situez-vous ?',
        en: 'The first lead, as it has just been put: where do you stand?',
      },
      minutes: 10,
      settings: {},
      notes: {
        fr: 'Regarder l’étendue avant la moyenne. Demander à une voix de chaque bord ce qui la ferait bouger d’un cran.',
        en: 'Look at the spread before the middle. Ask one voice from each end what would move it by one step.',
      },
    },
    {
      kind: 'consent',
      title: { fr: 'Décision par consentement', en: 'Decision by consent' },
      question: {
        fr: 'Voyez-vous une raison pour laquelle cette proposition nuirait à notre but ou dépasserait vos limites ?',
        en: 'Do you see a reason why this proposal would harm our purpose or go beyond your limits?',
      },
      minutes: 20,
      settings: {},
      say: {
        fr: 'Je n’attends pas votre enthousiasme. Je demande si quelque chose, ici, nous mettrait en danger.',
        en: 'I do not expect enthusiasm. I ask whether something here would put us in danger.',
      },
      notes: {
        fr: 'Un tour de clarification, un tour de réactions, puis les objections, une à la fois.',
        en: 'A round to clarify, a round of reactions, then objections, one at a time.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Retour sur le temps passé', en: 'Return on time invested' },
      question: { fr: 'Ce temps valait-il la peine ?', en: 'Was this time worth it?' },
      minutes: 2,
      settings: {},
    },
  ],
}
