// Opens the room screen: on the second display and full screen where the browser can, else in a new window.
// Called by the header's button; the browser's own refusals end in the plain way.

interface Display {
  availLeft: number
  availTop: number
  availWidth: number
  availHeight: number
}

interface Displays {
  screens: Display[]
  currentScreen: Display
}

type Wide = Window & { getScreenDetails?: () => Promise<Displays> }

/** False where the browser blocked the window. */
export async function openWall(url: string, name: string, from: Wide = window): Promise<boolean> {
  const other = await otherDisplay(from)
  return from.open(url, name, other ? placeOn(other) : '') !== null
}

async function otherDisplay(from: Wide): Promise<Display | null> {
  const extended = (from.screen as Screen & { isExtended?: boolean }).isExtended
  if (!extended || !from.getScreenDetails) return null
  try {
    const { screens, currentScreen } = await from.getScreenDetails()
    return screens.find((display) => display !== currentScreen) ?? null
  } catch {
    return null
  }
}

function placeOn({ availLeft, availTop, availWidth, availHeight }: Display): string {
  return `popup,fullscreen,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`
}
