// @vitest-environment jsdom
// The settings form as people use it: what they see of the defaults, and what each field gives back.
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, expect, it } from 'vitest'
import { activityOf } from '../../shared/activities/index.ts'
import { createTranslate } from '../../shared/i18n/translate.ts'
import { fieldsOf } from './form.ts'
import SettingsForm from './SettingsForm.svelte'

let shown: Record<string, unknown> | null = null
afterEach(async () => {
  if (shown) await unmount(shown)
  shown = null
  document.body.replaceChildren()
})

function form(kind: string, value: Record<string, unknown> = {}) {
  const activity = activityOf(kind)!
  let now = value
  shown = mount(SettingsForm, {
    target: document.body,
    props: {
      fields: fieldsOf(activity.settings),
      value,
      t: createTranslate('fr', activity.messages.fr),
      sources: [{ id: 'a1', title: 'Remue-méninges' }],
      onchange: (next: Record<string, unknown>) => (now = next),
    },
  })
  flushSync()
  const field = <T extends HTMLElement>(label: string) => {
    const named = [...document.querySelectorAll('label')].find((one) => one.textContent!.includes(label))!
    return (document.getElementById(named.htmlFor) ?? named.querySelector('input')) as T
  }
  const type = (label: string, text: string) => {
    const input = field<HTMLInputElement>(label)
    input.value = text
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
    return now
  }
  return { field, type, now: () => now, parse: () => activity.settings.parse(now) }
}

it('shows defaults, writes only what was changed, and a cleared field is the default again', () => {
  const { field, type } = form('dot-vote')
  expect(field<HTMLInputElement>('Au plus sur une même').value).toBe('2')
  expect(field<HTMLInputElement>('Gommettes par personne').value).toBe('')
  expect(type('Gommettes par personne', '4')).toEqual({ dotsPerPerson: 4 })
  expect(type('Gommettes par personne', '')).toEqual({})
})

it('takes notes from an earlier activity', () => {
  const { field, now } = form('dot-vote')
  field<HTMLInputElement>('Remue-méninges').click()
  expect(now()).toEqual({ from: 'a1' })
})

it('makes options of lines', () => {
  const { type, parse } = form('dot-vote')
  const { options } = type('Propositions écrites', 'Un local\n\nUne charte') as {
    options: { label: string }[]
  }
  expect(options.map((option) => option.label)).toEqual(['Un local', 'Une charte'])
  expect(parse()).toMatchObject({ options })
})

it('switches, chooses columns and note kinds', () => {
  const { field, type, now, parse } = form('brainstorm')
  field<HTMLInputElement>('Valider chaque note').click()
  expect(now()).toEqual({ moderated: true })
  expect(type('Colonnes', 'Des lieux\nDes outils')).toMatchObject({ columns: ['Des lieux', 'Des outils'] })
  const kinds = [...document.querySelectorAll<HTMLInputElement>('fieldset [type=checkbox]')]
  expect(kinds.map((box) => box.checked)).toEqual([true, true, true, true, true, false])
  kinds[1]!.click()
  expect((now() as { kinds: { tone: string }[] }).kinds.map((kind) => kind.tone)).not.toContain('ciel')
  expect(parse()).toBeTruthy()
})
