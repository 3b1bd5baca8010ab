// What a role is, in lines: its name, for how long, and what it asks of whoever takes it.
// Called by the report, by the phone's ballot, and by phones and walls before anybody is named.
import type { Translate } from '../../i18n/translate.ts'
import type { OptionEntry } from '../../voting.ts'

export interface Role {
  role?: string
  term?: string
  criteria?: readonly string[]
}

/** One line for each thing that has been said of the role. */
export function roleLines({ role, term, criteria = [] }: Role, t: Translate): OptionEntry[] {
  const lines = [
    ...(role ? [t('roleIs', { role })] : []),
    ...(term ? [t('termIs', { term })] : []),
    ...criteria.map((criterion) => t('criterion', { criterion })),
  ]
  return lines.map((label, i) => ({ id: `role-${i}`, label }))
}

/** The same from the settings of whatever is in play; none where the exercise is not about a role. */
export function roleOf(settings: Readonly<Record<string, unknown>>, t: Translate): OptionEntry[] {
  return t('roleIs') === 'roleIs' ? [] : roleLines(settings as Role, t)
}

/** For a screen that has other things to show: the role with its term, then all criteria. */
export function roleBrief(settings: Readonly<Record<string, unknown>>, t: Translate): OptionEntry[] {
  const { criteria, ...role } = settings as Role
  const lines = [roleOf({ ...role }, t), roleOf({ criteria }, t)]
  const said = lines.map((part) => part.map(({ label }) => label).join(' · '))
  return said.flatMap((label, i) => (label === '' ? [] : [{ id: `role-${i}`, label }]))
}
