// The twelve bugs that are planted, and the test that must see each. Called by plants.test.ts.

export interface Plant {
  bug: string
  file: string
  /** Each text is in the file exactly once, and becomes the other. */
  edits: [from: string, to: string][]
  test: [project: 'unit' | 'house', file: string, name: string]
}

export const PLANTS: Plant[] = [
  {
    bug: 'synchronous=NORMAL in place of FULL',
    file: 'server/store/sql.ts',
    edits: [["['synchronous', 'FULL', 2]", "['synchronous', 'NORMAL', 1]"]],
    test: ['house', 'tests/power.test.ts', 'everything acknowledged is there'],
  },
  {
    bug: 'shown and acknowledged before it is on disk',
    file: 'server/docs/window.ts',
    edits: [
      ['    this.#deps.append(taken', '    this.#show(taken, [])\n    this.#deps.append(taken'],
      ['        this.#show(taken, seqs)\n', ''],
    ],
    test: ['unit', 'server/docs/docs.test.ts', 'appends before it shows'],
  },
  {
    bug: 'no Origin check on the document socket',
    file: 'server/docs/gateway.ts',
    edits: [['if (!deps.originAllowed(req)) forbid(socket)', 'if (req === null) forbid(socket)']],
    test: ['house', 'tests/refusals.test.ts', 'a foreign origin is refused on both upgrades'],
  },
  {
    bug: 'no check for gaps in clocks',
    file: 'server/docs/guard.ts',
    edits: [
      [
        "start > check.ground.known(client))) return 'gap'",
        "start < check.ground.known(client))) return 'gap'",
      ],
    ],
    test: ['unit', 'server/docs/guard.test.ts', 'attacks change nothing'],
  },
  {
    bug: 'no check of whose clientID it is',
    file: 'server/docs/guard.ts',
    edits: [
      ['return (check.claims.ownerOf(client) ?? check.writer.seat) === check.writer.seat', 'return true'],
    ],
    test: ['unit', 'server/docs/guard.test.ts', 'attacks change nothing'],
  },
  {
    bug: 'rowid kept beside bare choices',
    file: 'server/store/schema.ts',
    edits: [
      [
        'PRIMARY KEY (workshop, poll, position)\n  ) STRICT, WITHOUT ROWID;',
        'PRIMARY KEY (workshop, poll, position)\n  ) STRICT;',
      ],
    ],
    test: ['unit', 'server/store/sqlite.test.ts', 'has neither rowid nor time'],
  },
  {
    bug: 'the time of a ballot kept',
    file: 'server/store/schema.ts',
    edits: [
      [
        'choice TEXT NOT NULL, PRIMARY KEY (workshop, poll, seat, id), UNIQUE',
        'choice TEXT NOT NULL, at INTEGER DEFAULT (unixepoch()), PRIMARY KEY (workshop, poll, seat, id), UNIQUE',
      ],
    ],
    test: ['unit', 'server/store/sqlite.test.ts', 'has neither rowid nor time'],
  },
  {
    bug: 'eviction race: a document opened while it is being loaded is loaded twice',
    file: 'server/docs/shelf.ts',
    edits: [
      [
        '    const entry = found ?? this.#begin(workshop, name)',
        '    const entry = found?.live ? found : this.#begin(workshop, name)',
      ],
    ],
    test: ['unit', 'server/docs/lifecycle.test.ts', 'the life of a document'],
  },
  {
    bug: 'no jitter before coming back',
    file: 'client/lib/live.svelte.ts',
    edits: [['250 + Math.random() * Math.min(', '250 + Math.min(']],
    test: ['unit', 'client/lib/live.svelte.test.ts', 'waits at random'],
  },
  {
    bug: 'a raw = at the start of a CSV cell',
    file: 'shared/report/csv.ts',
    edits: [["return FORMULA.test(text) ? `'${text}` : text", 'return text']],
    test: ['unit', 'shared/report/csv.test.ts', 'lets no formula start'],
  },
  {
    bug: 'a key in the query of a link',
    file: 'server/http/links.ts',
    edits: [['/wall/${row.id}#${', '/wall/${row.id}?key=${']],
    test: ['house', 'tests/headers.test.ts', 'sit in fragments'],
  },
  {
    bug: 'a limit of joins for each address',
    file: 'server/http/doorman.ts',
    edits: [
      ['      if (found && guests.get(siteOf(address))?.has(found.id)) return found\n', ''],
      ['await sites.pass(siteOf(address), found === null)', 'await sites.pass(siteOf(address), true)'],
    ],
    test: ['house', 'tests/doors.test.ts', '300 phones behind one address'],
  },
]
