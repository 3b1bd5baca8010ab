// Says a parsed ICU text with its values: arguments, numbers, plurals, choices; what our catalogues use, and no more.
// Called by translate.ts; the parser is @formatjs's, and pages get its trees from the build.
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'

export type Tree = readonly MessageFormatElement[]
export type Params = Record<string, string | number>

/** The parser's own numbers for the kinds of its elements: importing them would bring the parser to phones. */
const KIND = { literal: 0, argument: 1, number: 2, select: 5, plural: 6, pound: 7 }

/** A speaker of one language; its rules are made once, when a text first asks for them. */
export function createFormat(language: string): (tree: Tree, params?: Params) => string {
  let rules: Intl.PluralRules | undefined
  let numbers: Intl.NumberFormat | undefined
  const written = (n: number) => (numbers ??= new Intl.NumberFormat(language)).format(n)
  const category = (n: number) => (rules ??= new Intl.PluralRules(language)).select(n)

  /** `counted` is the number of the innermost plural around. */
  function say(tree: Tree, params: Params, counted: number): string {
    return tree.map((part) => sayPart(part, params, counted)).join('')
  }
  function sayPart(part: MessageFormatElement, params: Params, counted: number): string {
    if (part.type === KIND.pound) return written(counted)
    const { value, options, style, offset } = part as Loose
    if (part.type === KIND.literal) return value
    const given = params[value] ?? ''
    if (part.type === KIND.argument) return String(given)
    if (part.type === KIND.number)
      return new Intl.NumberFormat(language, style?.parsedOptions).format(Number(given))
    if (part.type === KIND.select) return say((options![given] ?? options!['other']!).value, params, counted)
    const n = Number(given)
    const left = n - (offset ?? 0)
    const chosen = options![`=${n}`] ?? options![category(left)] ?? options!['other']!
    return say(chosen.value, params, left)
  }
  return (tree, params = {}) => say(tree, params, 0)
}

/** What the elements hold, each its part. */
interface Loose {
  value: string
  options?: Record<string, { value: Tree }>
  style?: { parsedOptions?: Intl.NumberFormatOptions } | null
  offset?: number
}
