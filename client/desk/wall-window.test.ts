// The room screen goes to the second display where there is one, and opens plainly everywhere else.
import { describe, expect, it, vi } from 'vitest'
import { openWall } from './wall-window.ts'

const display = (availLeft: number) => ({ availLeft, availTop: 0, availWidth: 1920, availHeight: 1080 })

function browser(more: object, opened: object | null = {}) {
  const open = vi.fn(() => opened)
  return { open, window: { open, screen: { isExtended: true }, ...more } as unknown as Window }
}

describe('openWall', () => {
  it('fills the other display', async () => {
    const [own, other] = [display(0), display(1920)]
    const { open, window } = browser({
      getScreenDetails: async () => ({ screens: [own, other], currentScreen: own }),
    })
    expect(await openWall('/wall/w#k', 'wall', window)).toBe(true)
    expect(open).toHaveBeenCalledWith(
      '/wall/w#k',
      'wall',
      'popup,fullscreen,left=1920,top=0,width=1920,height=1080',
    )
  })

  it('opens plainly where displays are unknown or refused', async () => {
    const refused = browser({ getScreenDetails: () => Promise.reject(new Error('denied')) })
    await openWall('/wall', 'wall', refused.window)
    expect(refused.open).toHaveBeenCalledWith('/wall', 'wall', '')
    const unknown = browser({})
    await openWall('/wall', 'wall', unknown.window)
    expect(unknown.open).toHaveBeenCalledWith('/wall', 'wall', '')
  })

  it('says when the window was blocked', async () => {
    expect(await openWall('/wall', 'wall', browser({}, null).window)).toBe(false)
  })
})
