// Compiles the preload that knows what was really synced (fault-disk.c), and tells a child how to load it. Called by the disk tests.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `errno` numbers of Linux that a disk may answer. */
export const ERRNO = { io: 5, full: 28, readOnly: 30 } as const

export interface FaultDisk {
  /** What a child's environment needs. */
  env: Record<string, string>
  /** From now on writes fail with this errno; null makes the disk sound again. */
  fail(errno: number | null): void
}

/** Why the preload cannot work here, or null: it needs Linux and a C compiler. */
export function whyNoFaultDisk(): string | null {
  if (process.platform !== 'linux') return 'only Linux loads a preload'
  if (spawnSync('cc', ['--version']).status !== 0) return 'no C compiler (cc) is installed'
  return null
}

/** `data` is the child's data directory; what it syncs is kept in `image`. Throws where the preload does not compile. */
export function faultDisk(data: string, image: string): FaultDisk {
  mkdirSync(image, { recursive: true })
  const trigger = `${image}.fault`
  return {
    env: { LD_PRELOAD: compiled(), FAULT_DATA: data, FAULT_IMAGE: image, FAULT_SWITCH: trigger },
    fail(errno) {
      if (errno === null) rmSync(trigger, { force: true })
      else writeFileSync(trigger, String(errno))
    },
  }
}

function compiled(): string {
  const library = join(tmpdir(), `tablee-fault-disk-${process.pid}.so`)
  const source = join(import.meta.dirname, 'fault-disk.c')
  const { status, stderr } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'])
  if (status !== 0) throw new Error(`the preload does not compile: ${String(stderr)}`)
  return library
}
