// Which way a text runs. Called by the writers of documents.

const FIRST_STRONG =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** True where the first letter belongs to a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
  return FIRST_STRONG.test(text)
}
