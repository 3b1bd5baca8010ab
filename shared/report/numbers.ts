// Numbers as a language writes them. Called by everything that writes or draws a report, also on its page.
import type { Language } from '../wire.ts'

/** `1 234` or `1,234`. Never U+202F, which the page's fonts do not have. */
export function writeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value).replaceAll('\u202f', '\u00a0')
}
