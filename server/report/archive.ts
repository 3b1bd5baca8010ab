// All formats of the report in one archive, with a manifest that tells each file's SHA-256. Called by the printers.
import { createHash } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import type { Report } from '../../shared/report/model.ts'

export interface ArchivedFile {
  name: string
  type: string
  bytes: Uint8Array
}

/** `manifest.json` first, then the files. The times inside are those of the workshop: the same report gives the same bytes. */
export function writeArchive(report: Report, files: ArchivedFile[]): Uint8Array {
  const { workshop, revision, endedAt, startedAt } = report
  const manifest = {
    v: 1,
    workshop: { id: workshop.id, code: workshop.code, title: workshop.title },
    revision,
    files: files.map(({ name, type, bytes }) => ({ name, type, bytes: bytes.length, sha256: sha256(bytes) })),
  }
  const mtime = endedAt ?? startedAt ?? workshop.createdAt
  const entries: Zippable = {
    'manifest.json': new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`),
  }
  for (const { name, type, bytes } of files) entries[name] = [bytes, { level: isDense(type) ? 0 : 3 }]
  return zipSync(entries, { mtime })
}

/** Pictures and documents are compressed already: doing it again would take longer than writing them. */
function isDense(type: string): boolean {
  return !/^text\/|json|svg/.test(type)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
