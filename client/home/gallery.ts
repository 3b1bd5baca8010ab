// What the gallery asks the server, and which filters its templates make possible. Called by Gallery.svelte.
import type { Template } from '../../shared/templates.ts'
import type { Category } from '../../shared/templates/template.ts'
import type { Language } from '../../shared/wire.ts'
import { api, type Problem } from '../lib/api.ts'

const CATEGORIES: readonly Category[] = ['gather', 'choose', 'debate']

export function loadTemplates(language: Language): Promise<Template[] | Problem> {
  return api<Template[]>('GET', `/api/templates?language=${language}`)
}

/** Categories that hold at least one template, in their order; none where all templates are of one. */
export function categoriesOf(templates: readonly Template[]): Category[] {
  const used = CATEGORIES.filter((category) => templates.some((one) => one.category === category))
  return used.length > 1 ? used : []
}
