// What an edge node holds of a device whose workshop nobody runs just then: some words, never any number of them.
import { EventEmitter } from 'node:events'
import type { Socket } from 'socket.io'
import { expect, test, vi } from 'vitest'
import { LIMITS } from '../../shared/limits.ts'
import { Channel } from '../cluster/channel.ts'
import { handOn } from './wire.ts'

test('a device that goes on talking to nobody is dropped', () => {
  const close = vi.fn()
  const socket = Object.assign(new EventEmitter(), { connected: true, conn: { close } })
  const channel = new Channel(
    'n',
    'c',
    () => undefined,
    () => undefined,
  )
  handOn(socket as unknown as Socket, channel, () => new Promise(() => undefined))
  channel.ended('silent')
  const say = () => socket.emit('command', { kind: 'done' }, () => undefined)
  for (let n = 0; n < 2 * LIMITS.trustedMessagesPerSecond; n++) say()
  expect(close).not.toHaveBeenCalled()
  say()
  expect(close).toHaveBeenCalledOnce()
})
