import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../../src/config/config.ts'

/** A change of one built file, by its text. */
export interface Patch {
  /** Within `dist/`. */
  readonly file: string
  readonly from: string
  readonly to: string
}

/** A copy of the built server that was broken on purpose: what a checker does not find in it, it would not find in ours. */
export async function breakServer(patches: readonly Patch[]): Promise<AsyncDisposable & { readonly main: string }> {
  const home = await mkdtemp(join(tmpdir(), 'xiaoer-broken-'))
  const pages = join(ROOT, 'dist', 'public')
  await cp(join(ROOT, 'dist'), join(home, 'dist'), { recursive: true, filter: (path) => path !== pages })
  await symlink(pages, join(home, 'dist', 'public'))
  await cp(join(ROOT, 'package.json'), join(home, 'package.json'))
  for (const folder of ['node_modules', 'src']) await symlink(join(ROOT, folder), join(home, folder))
  for (const { file, from, to } of patches) {
    const path = join(home, 'dist', file)
    const text = await readFile(path, 'utf8')
    if (text.split(from).length !== 2) throw new Error(`dist/${file} does not hold exactly once: ${from}`)
    await writeFile(
      path,
      text.replace(from, () => to),
    )
  }
  return {
    main: join(home, 'dist', 'main.js'),
    [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }),
  }
}

const PAUSE = 'await new Promise((resolve) => setTimeout(resolve, 30));'

/** Says that a message is stored, and stores it a moment later. */
export const ACKNOWLEDGES_EARLY: readonly Patch[] = [
  {
    file: 'actions/conversations/post-customer-message.js',
    from: 'const stored = await store(deps, draft).catch(refuse);',
    to: `const { lastSeq } = await deps.storage.conversations.find(draft.conversationId);
      acknowledge({ conversationId: draft.conversationId, seq: lastSeq + 1, at: deps.clock.now() });
      ${PAUSE}
      const stored = await store(deps, draft).catch(refuse);`,
  },
]

/** Takes a resend for another message; whoever is killed a moment after storing has not acknowledged, so there are resends. */
export const FORGETS_CLIENT_IDS: readonly Patch[] = [
  {
    file: 'actions/conversations/post-customer-message.js',
    from: 'const stored = await store(deps, draft).catch(refuse);',
    to: `const stored = await store(deps, draft).catch(refuse);
      ${PAUSE}`,
  },
  { file: 'storage/migrations.js', from: 'create unique index messages_once', to: 'create index messages_once' },
  { file: 'storage/append-plan.js', from: 'if (stored)', to: 'if (false)' },
]

/** Tells everyone what it is only about to store. */
export const PUBLISHES_EARLY: readonly Patch[] = [
  {
    file: 'actions/conversations/store-message.js',
    from: 'const [result] = await deps.messages.append([draft]);',
    to: `const before = await deps.storage.conversations.find(draft.conversationId);
      const { conversationId, author, body, at } = draft;
      const message = { conversationId, author, body, at, seq: before.lastSeq + 1 };
      deps.publisher.publish({ type: 'message.created', message, conversation: before, customer: {} });
      ${PAUSE}
      const [result] = await deps.messages.append([draft]);`,
  },
]

/** Knows neither by a key nor by a mark that it has answered. */
export const ANSWERS_AGAIN: readonly Patch[] = [
  {
    file: 'actions/dialogue/answer-as-bot.js',
    from: 'key: `reply-to-',
    to: 'key: Math.random() + `reply-to-',
  },
  { file: 'actions/dialogue/answer-as-bot.js', from: 'handledSeq: message.seq,', to: '' },
]

/** Lets SQLite commit without waiting for the disk. */
export const DOES_NOT_SYNC: readonly Patch[] = [
  { file: 'storage/sqlite.js', from: 'synchronous = FULL', to: 'synchronous = NORMAL' },
  { file: 'storage/sqlite.js', from: 'const FULL = 2;', to: 'const FULL = 1;' },
]
