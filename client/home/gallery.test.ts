// The filters of the gallery: only those that divide the templates there are.
import { expect, it } from 'vitest'
import { templates } from '../../shared/templates.ts'
import { categoriesOf } from './gallery.ts'
import { drawing } from './drawings.ts'

it('offers a filter for each category in use, and none where there is nothing to divide', () => {
  const all = templates('fr')
  expect(categoriesOf(all)).toEqual(['gather', 'choose', 'foresee', 'debate'])
  expect(categoriesOf(all.filter((one) => one.category === 'choose'))).toEqual([])
  expect(categoriesOf([])).toEqual([])
})

it('has a drawing of its own for each template, and one for those to come', () => {
  const drawn = templates('fr').map((one) => JSON.stringify(drawing(one.id)))
  expect(new Set(drawn).size).toBe(drawn.length)
  expect(drawing('unheard-of').length).toBeGreaterThan(0)
})
