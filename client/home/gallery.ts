// What the gallery asks the server, and which filters its templates make possible. Called by Gallery.svelte.
import type { Template } from '../../shared/templates.ts'
import type { Category } from '../../shared/templates/template.ts'
import type { Language } from '../../shared/wire.ts'
import { api, type Problem } from '../lib/api.ts'
import type { OwnTemplate } from '../plan/own-templates.ts'

/** What the gallery shows: the ready programmes, and those kept on this device. */
export type Shown = Omit<Template, 'category'> & { category: Category | 'own' }

const CATEGORIES: readonly Shown['category'][] = ['own', 'gather', 'choose', 'foresee', 'debate']

export function loadTemplates(language: Language): Promise<Template[] | Problem> {
  return api<Template[]>('GET', `/api/templates?language=${language}`)
}

/** Categories that hold at least one template, in their order; none where all templates are of one. */
export function categoriesOf(templates: readonly Shown[]): Shown['category'][] {
  const used = CATEGORIES.filter((category) => templates.some((one) => one.category === category))
  return used.length > 1 ? used : []
}

/** Templates of this device as the gallery shows them; `summary` says when one was kept. */
export function ownShown(mine: readonly OwnTemplate[], summary: (own: OwnTemplate) => string): Shown[] {
  return mine.map((own) => ({
    id: own.id,
    category: 'own',
    title: own.programme.title,
    summary: summary(own),
    minutes: own.minutes,
    people: own.people,
    programme: own.programme,
  }))
}
