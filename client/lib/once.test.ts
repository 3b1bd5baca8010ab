// A double click sends a form once; what failed can be sent again.
import { expect, test } from 'vitest'
import { once } from './once.ts'

function form() {
  let kept = 0
  return { event: { preventDefault: () => void kept++ }, kept: () => kept }
}

test('the second of two clicks does nothing, and does not send the page away either', async () => {
  const { event, kept } = form()
  let sent = 0
  let answer = () => {}
  const submit = once(() => (sent++, new Promise<void>((resolve) => (answer = resolve))))
  const first = submit(event)
  await submit(event)
  expect([sent, kept()]).toEqual([1, 2])
  answer()
  await first
  void submit(event)
  expect(sent).toBe(2)
})

test('what failed can be sent again', async () => {
  const { event } = form()
  let sent = 0
  const submit = once(() => (sent++, Promise.reject(new Error('no line'))))
  await expect(submit(event)).rejects.toThrow('no line')
  await expect(submit(event)).rejects.toThrow('no line')
  expect(sent).toBe(2)
})
