// Who said what in a public vote, as a wall names it. Pure. Called by the faces of votes that may be public.
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { NamedChoice } from '../../../shared/voting.ts'
import type { PollView } from '../../../shared/wire.ts'

export interface Names {
  /** As they are shown, in alphabetical order. */
  names: string[]
  /** People who gave no name. */
  nameless: number
}

type Poll = Pick<PollView, 'secrecy' | 'named'> | undefined

/** Voices that may be named here: those of a public vote alone, even where the desk knows more. */
function linesOf(poll: Poll): readonly NamedChoice[] {
  return poll?.secrecy === 'public' ? (poll.named ?? []) : []
}

/** Names by what they said; what nobody said is not in it. */
export function namesBy(poll: Poll, keyOf: (choice: never) => string, t: Translate): Map<string, Names> {
  const found = new Map<string, Names>()
  for (const line of linesOf(poll)) {
    const key = keyOf(line.choice as never)
    const said = found.get(key) ?? { names: [], nameless: 0 }
    found.set(key, said)
    if (line.name === undefined) said.nameless++
    else said.names.push(nameOf(line, t))
  }
  for (const { names } of found.values()) names.sort((a, b) => a.localeCompare(b))
  return found
}

/** Every text with the name of whoever wrote it, where that is known; then the names of those who wrote nothing. */
export function saidBy(
  poll: Poll,
  belongs: (choice: { answer?: string; option?: string; reason?: string }) => boolean,
  texts: readonly string[],
  t: Translate,
): string[] {
  const lines = linesOf(poll).filter(({ choice }) => belongs(choice as object))
  const reasonOf = ({ choice }: NamedChoice) => (choice as { reason?: string }).reason ?? ''
  const left = [...lines]
  const told = texts
    .filter((text) => text !== '')
    .map((text) => {
      const at = left.findIndex((line) => line.name !== undefined && reasonOf(line) === text)
      if (at < 0) return text
      return t('chart.saidBy', { name: nameOf(left.splice(at, 1)[0]!, t), text })
    })
  const silent = left.filter((line) => line.name !== undefined && reasonOf(line) === '')
  return [...told, ...silent.map((line) => nameOf(line, t))]
}

/** The same in one line: names, then how many gave none. */
export function listed({ names, nameless }: Names, t: Translate): string {
  return [...names, ...(nameless > 0 ? [t('chart.nameless', { count: nameless })] : [])].join(', ')
}

function nameOf({ name = '', of }: NamedChoice, t: Translate): string {
  return of === undefined ? name : t('chart.mandate', { name, of })
}
