// Template: an evening of collective intelligence, from arriving to what each takes home. Listed in shared/templates.ts.
import type { TemplateSource } from './template.ts'

export const collectiveEvening: TemplateSource = {
  id: 'collective-evening',
  category: 'gather',
  title: { fr: 'Soirée d’intelligence collective', en: 'Collective intelligence evening' },
  summary: {
    fr: 'Arriver, penser seul puis ensemble, choisir, repartir avec un premier pas.',
    en: 'Arrive, think alone then together, choose, leave with a first step.',
  },
  people: { from: 12, to: 120 },
  activities: [
    {
      kind: 'check-in',
      title: { fr: 'Météo d’arrivée', en: 'Arrival weather' },
      question: { fr: 'Avec quelle météo arrivez-vous ce soir ?', en: 'What is your weather this evening?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Bonsoir. Avant de réfléchir ensemble, prenons une minute pour savoir avec quoi chacun arrive.',
        en: 'Good evening. Before we think together, a minute to see what each of us arrives with.',
      },
      material: {
        fr: 'Le code affiché dès l’ouverture des portes',
        en: 'The code on the screen as soon as the doors open',
      },
    },
    {
      kind: 'one-two-four-all',
      title: { fr: 'Seul, à deux, à quatre', en: 'Alone, in pairs, in fours' },
      question: {
        fr: 'Si nous pouvions changer une chose ici d’ici un an, laquelle ferait le plus de bien ?',
        en: 'If we could change one thing here within a year, which would do the most good?',
      },
      minutes: 15,
      settings: {},
      say: {
        fr: 'Une minute seul, deux à deux, quatre à quatre. À la fin, chaque groupe de quatre garde une idée.',
        en: 'One minute alone, two in pairs, four in fours. At the end each group of four keeps one idea.',
      },
      notes: {
        fr: 'L’écran forme les binômes et les tables. Rappeler le temps restant à voix haute, et laisser le silence de la première minute.',
        en: 'The screen forms the pairs and the tables. Say the time left aloud, and keep the silence of the first minute.',
      },
      material: { fr: 'Chaises qui se retournent, une cloche', en: 'Chairs that turn around, a bell' },
    },
    {
      kind: 'dot-vote',
      title: { fr: 'Ce qui nous donne de l’élan', en: 'What gives us energy' },
      question: {
        fr: 'Pour lesquelles donneriez-vous une soirée ?',
        en: 'For which ones would you give an evening of your time?',
      },
      minutes: 10,
      settings: { from: 'a2', shortlist: 3 },
      say: {
        fr: 'Votez avec vos pieds : choisissez ce à quoi vous donneriez vraiment du temps.',
        en: 'Vote with your feet: choose what you would really give time to.',
      },
      notes: {
        fr: 'Lire les idées à voix haute avant d’ouvrir le vote. À égalité, on garde les deux.',
        en: 'Read the ideas aloud before you open the vote. Where two are equal, keep both.',
      },
    },
    {
      kind: 'brainstorm',
      title: { fr: 'De l’idée au premier pas', en: 'From idea to first step' },
      question: {
        fr: 'Pour les idées choisies : qui faudrait-il rencontrer, de quoi avons-nous besoin, que peut-on faire avant un mois ?',
        en: 'For the chosen ideas: whom should we meet, what do we need, what can be done within a month?',
      },
      minutes: 30,
      settings: {
        columns: [
          { fr: 'À rencontrer', en: 'To meet' },
          { fr: 'Besoins', en: 'Needs' },
          { fr: 'Avant un mois', en: 'Within a month' },
        ],
        kinds: [{ tone: 'ciel' }, { tone: 'menthe' }, { tone: 'soleil' }],
      },
      notes: {
        fr: 'Une table par idée retenue. Chacun rejoint la table de son choix, ou en change.',
        en: 'One table for each chosen idea. People join the table they like, or change.',
      },
    },
    {
      kind: 'fist-to-five',
      title: { fr: 'Y croyons-nous ?', en: 'Do we believe in it?' },
      question: {
        fr: 'À quel point ferez-vous ces premiers pas avec nous ?',
        en: 'How far will you take these first steps with us?',
      },
      minutes: 5,
      settings: {},
      notes: {
        fr: 'Un poing ou un doigt est une information, pas un refus : demander ce qui manque pour monter d’un doigt.',
        en: 'A fist or one finger is information, not a refusal: ask what is missing for one finger more.',
      },
    },
    {
      kind: 'roti',
      title: { fr: 'Avant de partir', en: 'Before leaving' },
      question: { fr: 'Cette soirée valait-elle votre temps ?', en: 'Was this evening worth your time?' },
      minutes: 5,
      settings: {},
      say: {
        fr: 'Merci. Une dernière note, et dites à votre voisin avec quoi vous repartez.',
        en: 'Thank you. One last figure, and tell your neighbour what you take home.',
      },
    },
  ],
}
