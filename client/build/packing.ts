// Scripts, styles and texts packed as hard as brotli and gzip can, once, while the pages are built: a line as slow as a full
// hall's Wi-Fi carries less, and the server packs nothing while three hundred phones come in. Called by vite.config.ts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** Beside each of these lies its packed form, as server/http/assets.ts serves it. */
const PACKABLE = /^assets\/.*\.(js|css|json|svg)$/
/** Bytes below which packing saves less than the header that names it. */
const WORTH = 400

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Writes `.br` and `.gz` beside what a build wrote; not while it watches, where a build must be quick. */
export function packing(): Plugin {
  return {
    name: 'packing',
    apply: 'build',
    writeBundle: {
      order: 'post',
      async handler({ dir }, bundle) {
        if (this.meta.watchMode || dir === undefined) return
        const files = Object.values(bundle).filter(({ fileName }) => PACKABLE.test(fileName))
        await Promise.all(
          files.map((file) =>
            pack(join(dir, file.fileName), file.type === 'chunk' ? file.code : file.source),
          ),
        )
      },
    },
  }
}

async function pack(file: string, content: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(content)
  if (bytes.length < WORTH) return
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const [hardest, hard] = await Promise.all([brotli(bytes, { params }), zip(bytes, { level: 9 })])
  writeFileSync(`${file}.br`, hardest)
  writeFileSync(`${file}.gz`, hard)
}
