// Accessibility of a page as it stands: no serious or critical finding of axe (WCAG 2.2 AA). Called by *.e2e.ts.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Finding {
  id: string
  impact: string
  nodes: { html: string }[]
}

/** Fails with the rules broken and the first place of each. */
export async function axe(page: Page): Promise<void> {
  // Evaluated by the debugger, so that the page's own content policy stays as it is; half a megabyte, once a page.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(SOURCE)
  const found = await page.evaluate(`(async () => {
    const options = { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] }
    const { violations } = await window.axe.run(document, options)
    return violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => ({ html })) }))
  })()`)
  const serious = (found as Finding[]).filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
}
