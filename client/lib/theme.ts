// Light or dark, as an attribute on <html>: the device's wish, or the one a face asks for.
// Called by main.ts; the wall and the desk set their own.
export type Theme = 'light' | 'dark'

/** Follows the device until a face sets a theme of its own. */
export function followDevice(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const root = document.documentElement
    if (root.dataset.themeSet === undefined) root.dataset.theme = dark.matches ? 'dark' : 'light'
  }
  dark.addEventListener('change', apply)
  apply()
}

/** A face's own theme; null goes back to the device's. */
export function setTheme(theme: Theme | null): void {
  const { dataset } = document.documentElement
  const device = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  if (theme) dataset.themeSet = ''
  else delete dataset.themeSet
  dataset.theme = theme ?? device
}
