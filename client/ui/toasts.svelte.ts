// Short messages with a way back ("Note removed. Undo"). Made by pages, shown by Toast.svelte.
import { createContext } from 'svelte'

export interface ToastAction {
  label: string
  run: () => void
}

export interface ToastItem {
  id: number
  text: string
  action?: ToastAction
}

export class Toasts {
  items: ToastItem[] = $state.raw([])
  #next = 1

  /** At most three at once; the oldest gives way. */
  show(text: string, action?: ToastAction): void {
    const item = { id: this.#next++, text, ...(action ? { action } : {}) }
    this.items = [...this.items.slice(-2), item]
  }

  drop(id: number): void {
    this.items = this.items.filter((item) => item.id !== id)
  }
}

export const [useToasts, setToasts] = createContext<Toasts>()
