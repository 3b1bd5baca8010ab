// Lucide's icons, drawn by our own few lines: its renderer, and the wrapper that each icon brings, would cost every phone two
// kilobytes. Called by vite.config.ts.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Another ending: what is called `.svelte` would be compiled as such. */
const [ICON, MADE] = ['\0icon:', '.js']

/** Each icon becomes its shapes, handed to `renderer` (client/ui/LucideIcon.svelte) with the properties of the place where it stands. */
export function lightIcons(renderer: string): Plugin {
  return {
    name: 'light-icons',
    enforce: 'pre',
    resolveId: (source, importer) =>
      /^\.\/[\w-]+\.svelte$/.test(source) && importer?.includes('@lucide/svelte/dist/icons/')
        ? ICON + join(dirname(importer), source) + MADE
        : null,
    load(id) {
      if (!id.startsWith(ICON)) return null
      const data = /const iconData = (\{.*\});/.exec(
        readFileSync(id.slice(ICON.length, -MADE.length), 'utf8'),
      )?.[1]
      if (!data) throw new Error(`no shapes in ${id}`)
      const { node } = JSON.parse(data) as { node: unknown }
      return `import draw from ${JSON.stringify(renderer)}
const icon = ${JSON.stringify(node)}
export default (anchor, props) => draw(anchor, { __proto__: props, icon })`
    },
  }
}
