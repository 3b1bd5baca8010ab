// A hand on a ballot, for tests: a widget mounted in its own words, ballots answered by hand, the screen read as people read it.
// Called by *.test.ts beside it.
import { flushSync, mount, tick, unmount, type Component } from 'svelte'
import common from '../../shared/i18n/common.fr.json' with { type: 'json' }
import phone from '../../shared/i18n/phone.fr.json' with { type: 'json' }
import { createTranslate, type Translate } from '../../shared/i18n/translate.ts'
import type { OptionEntry } from '../../shared/voting.ts'
import type { Command } from '../../shared/session/commands.ts'
import type { Answer, PollView, Snapshot } from '../../shared/wire.ts'
import { Ballot, type BallotBox } from '../lib/ballot.svelte.ts'
import { FakeStorage } from '../lib/storage.fake.ts'
import type { BallotProps } from './widget.ts'

/** What a test says of the poll; the rest is filled in. */
export interface Table {
  kind: string
  type: string
  paper: object
  words: { fr: Record<string, string> }
  mine?: unknown
  question?: string
  seat?: string
}

export const OPTIONS = ['Outils', 'Bail', 'Caisse', 'Halle'].map((label, i) => ({ id: 'abcd'[i]!, label }))

/** The server's side of the box: what was sent waits for an answer, and what is on the paper is told again. */
export class Box implements BallotBox {
  snapshot: Snapshot | null = $state.raw(null)
  status = $state('live')
  sent: { choice: unknown; answer: (answer: Answer) => void }[] = []

  constructor(table: Table) {
    this.snapshot = snapshotOf(table)
  }

  sendBallot(_poll: string, choice: unknown): Promise<Answer> {
    return new Promise((answer) => this.sent.push({ choice, answer }))
  }

  /** Choices in the order in which they were sent. */
  get choices(): unknown[] {
    return this.sent.map(({ choice }) => choice)
  }

  async answer(answer: Answer = { ok: true, rev: 1, receipt: 1 }): Promise<void> {
    this.sent.at(-1)!.answer(answer)
    await new Promise((done) => setTimeout(done))
    flushSync()
  }
}

export class Hand {
  box: Box
  commands: Command[] = []
  #stop: () => void
  #props: BallotProps

  constructor(widget: Component<BallotProps>, table: Table) {
    this.box = new Box(table)
    const box = this.box
    const act = {
      ballot: null,
      command: async (command: Command): Promise<Answer> => {
        this.commands.push(command)
        return { ok: true, rev: 1 }
      },
    }
    const session = box.snapshot!
    const props: BallotProps = $state({
      session,
      poll: session.poll!,
      ballot: new Ballot(box, 'p1'),
      act,
      t: wordsFor(table),
    })
    this.#props = props
    const app = mount(widget, { target: document.body, props })
    this.#stop = () => void unmount(app)
    flushSync()
  }

  /** The room has another paper: the phone is told, with what its ballot says now. */
  async tell(options: readonly OptionEntry[], mine?: unknown): Promise<void> {
    const { mine: _, ...poll } = this.#props.poll
    const paper = { ...poll.paper, options: [...options], rev: poll.paper.rev + 1 }
    const told = { ...poll, paper, ...(mine === undefined ? {} : { mine }) } as PollView
    this.#props.poll = told
    this.box.snapshot = { ...this.box.snapshot!, poll: told }
    flushSync()
    await tick()
  }

  /** Elements that a screen reader would announce under this role, by their name. */
  all(role: 'radio' | 'checkbox' | 'button' | 'slider' | 'textbox' | 'heading'): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(SELECTORS[role])]
  }

  names(role: Parameters<Hand['all']>[0]): string[] {
    return this.all(role).map(nameOf)
  }

  /** The first element of a role whose name begins with this. Throws with what is there instead. */
  find(role: Parameters<Hand['all']>[0], name: string): HTMLElement {
    const found = this.all(role).find((element) => nameOf(element).startsWith(name))
    if (!found) throw new Error(`no ${role} "${name}" among: ${this.names(role).join(' | ')}`)
    return found
  }

  async press(role: 'radio' | 'checkbox' | 'button', name: string): Promise<void> {
    const element = this.find(role, name)
    element.focus()
    element.click()
    flushSync()
    await tick()
    flushSync()
  }

  /** As a keyboard or a finger leaves a value in a field. */
  enter(element: HTMLElement, value: string, ...events: ('input' | 'change' | 'blur')[]): void {
    ;(element as HTMLInputElement).value = value
    for (const event of events) element.dispatchEvent(new Event(event, { bubbles: event !== 'blur' }))
    flushSync()
  }

  checked(): string[] {
    return [...this.all('radio'), ...this.all('checkbox')]
      .filter((input) => (input as HTMLInputElement).checked)
      .map(nameOf)
  }

  /** What live regions say, and where the ballot is. */
  status(): string {
    return [...document.querySelectorAll('[role=status]')].map(textOf).join(' ')
  }

  text(): string {
    return textOf(document.body)
  }

  leave(): void {
    this.#stop()
    this.#stop = () => {}
    document.body.replaceChildren()
  }
}

/** A fresh device for each test. */
export function freshDevice(): FakeStorage {
  FakeStorage.full = false
  return new FakeStorage()
}

export function wordsFor({ words }: Pick<Table, 'words'>): Translate {
  return createTranslate('fr', { ...common, ...phone }, words.fr)
}

export function snapshotOf({ kind, type, paper, mine, question, seat = 's1' }: Table): Snapshot {
  const poll = {
    id: 'p1',
    activity: 'a1',
    type,
    secrecy: 'secret',
    state: 'open',
    published: false,
    paper: { options: OPTIONS, rev: 1, ...paper },
    ...(mine === undefined ? {} : { mine }),
  } as PollView
  const now = { activity: 'a1', kind, title: 'Vote', ...(question === undefined ? {} : { question }) }
  return { workshop: { code: 'GRVKMT' }, seat: { id: seat }, now, poll } as unknown as Snapshot
}

const SELECTORS = {
  radio: 'input[type=radio]',
  checkbox: 'input[type=checkbox]',
  slider: 'input[type=range]',
  textbox: 'textarea',
  button: 'button',
  heading: 'h1, h2',
}

/** The accessible name: a label of its own, else the words of its label element, else its own words. */
function nameOf(element: HTMLElement): string {
  const own = element.getAttribute('aria-label')
  if (own) return plain(own)
  const labels = (element as HTMLInputElement).labels
  return textOf(labels?.[0] ?? element)
}

/** Text without what is hidden from screen readers. */
function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove()
  return plain(copy.textContent ?? '')
}

/** Every blank is one space, the French ones too. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
