// Finds words of a page that are cut or stand out: hidden by their own box or one around it, outside their button or the window.
// Called by languages.e2e.ts.
import type { Page } from 'playwright-core'

/**
 * Run in the page. What people wrote (`.note`) may be cut, so may a board that is moved about and a picture of the room screen;
 * what only readers hear is not looked at.
 */
const FIND_CUT = `function findCut() {
  const found = new Set()
  const sideways = document.documentElement.scrollWidth - innerWidth
  if (sideways > 0) found.add(\`the page is \${sideways} px wider than the window\`)
  const isClipped = (way) => way === 'hidden' || way === 'clip'
  const isScrolled = (way) => way === 'auto' || way === 'scroll'
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const own = node.parentElement
    const text = node.textContent.trim()
    // Addresses are shortened on purpose.
    if (text === '' || /^\\S+\\/\\S*$/.test(text) || own.closest('.sr, .note, .world, [inert], svg, option, script, style, noscript')) continue
    if (!own.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right, top, bottom, width } = range.getBoundingClientRect()
    if (width === 0) continue
    // A line is lower than what its letters might take.
    const slack = parseFloat(getComputedStyle(own).fontSize) / 3
    const button = own.closest('button, .btn, .chip')?.getBoundingClientRect()
    if (button && (left < button.left - 1.5 || right > button.right + 1.5))
      found.add(\`outside its button: \${text}\`)
    let seen = true
    for (let box = own; box && seen; box = box.parentElement) {
      const { overflowX, overflowY, display, position } = getComputedStyle(box)
      if (display === 'inline') continue
      const edge = box.getBoundingClientRect()
      // A box of one pixel hides its words from everybody who sees.
      if (edge.width <= 1 || edge.height <= 1) seen = false
      else if (isClipped(overflowX) && (right > edge.right + 1.5 || left < edge.left - 1.5))
        found.add(\`cut sideways: \${text}\`)
      else if (isClipped(overflowY) && (bottom > edge.bottom + slack || top < edge.top - slack))
        found.add(\`cut below or above: \${text}\`)
      if (isScrolled(overflowX) || isScrolled(overflowY) || position === 'fixed') break
      if (box === document.body && (right > innerWidth + 1 || left < -1))
        found.add(\`outside the window: \${text}\`)
    }
  }
  return [...found]
}`

/** What is cut on this page as it stands, one line each. */
export async function cutTexts(page: Page): Promise<string[]> {
  return (await page.evaluate(`(${FIND_CUT})()`)) as string[]
}
