// @vitest-environment jsdom
// The keys of the desk, and where they keep quiet.
import { describe, expect, it } from 'vitest'
import { isPressable, isTyping, shortcutOf } from './keys.ts'

const press = (key: string, more = {}) =>
  shortcutOf({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...more })

describe('shortcutOf', () => {
  it('knows letters in either case, signs and arrows with Shift', () => {
    expect(press('r')).toBe('reveal')
    expect(press('R', { shiftKey: true })).toBe('reveal')
    expect(press('+', { shiftKey: true })).toBe('more')
    expect(press('?', { shiftKey: true })).toBe('help')
    expect(press('ArrowRight', { shiftKey: true })).toBe('next')
    expect(press('ArrowRight')).toBe(null)
  })

  it('leaves the browser its own', () => {
    expect(press('r', { ctrlKey: true })).toBe(null)
    expect(press('l', { metaKey: true })).toBe(null)
    expect(press('z', { ctrlKey: true })).toBe('undo')
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo')
    expect(press('b', { altKey: true })).toBe(null)
  })
})

describe('isTyping', () => {
  it('holds inside fields, dialogs and menus', () => {
    document.body.innerHTML =
      '<textarea></textarea><dialog><button></button></dialog><div role="menu"><b></b></div><p></p>'
    const at = (selector: string) => document.querySelector(selector)
    expect(isTyping(at('textarea'))).toBe(true)
    expect(isTyping(at('dialog button'))).toBe(true)
    expect(isTyping(at('b'))).toBe(true)
    expect(isTyping(at('p'))).toBe(false)
    expect(isPressable(at('dialog button'))).toBe(true)
    expect(isPressable(at('p'))).toBe(false)
  })
})
