import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Agent } from '../../src/domain/agent.ts'
import type { CheckView, FileDetail, PublicationView } from '../../src/protocol/editing.ts'
import { type Folder, GOOD, openFolder } from '../knowledge/shop-folder.ts'
import { type ConsoleApi, consoleApi } from './console-api.ts'
import { startTestApp, type TestApp, type TestOptions } from './test-app.ts'

/** A shop whose owner edits a folder of its own, which is really served. */
export interface EditingShop extends AsyncDisposable {
  readonly app: TestApp
  readonly folder: Folder
  readonly owner: Agent
  readonly api: ConsoleApi
  /** Saves a file into the draft, as it was last read. */
  save(path: string, text?: string): Promise<Response>
  /** Checks the draft and waits until it is done. */
  check(last?: number): Promise<CheckView>
  publish(body: { print: string; note?: string; confirmed?: boolean }): Promise<Response>
  publications(): Promise<readonly PublicationView[]>
  /** What 小二 answers a new shopper. */
  ask(text: string): Promise<string | undefined>
}

let models: Promise<string> | undefined

/** What was trained once serves all tests of a process. */
export function sharedModels(): Promise<string> {
  models ??= mkdtemp(join(tmpdir(), 'xiaoer-editing-models-'))
  return models
}

export async function openEditingShop(
  files: Readonly<Record<string, string | undefined>> = GOOD,
  options: Omit<TestOptions, 'folder'> = {},
): Promise<EditingShop> {
  const folder = await openFolder(files)
  const app = await startTestApp({ ...options, folder: folder.path, models: await sharedModels() })
  const owner = await app.agent('Lin', { role: 'owner', present: false })
  const api = await consoleApi(app, owner)
  const seenOf = async (path: string) => {
    const read = await api.call('GET', `/knowledge/draft/files?path=${encodeURIComponent(path)}`)
    return read.ok ? ((await read.json()) as FileDetail).seen : undefined
  }
  const check = async (last = 100): Promise<CheckView> => {
    await api.call('POST', '/knowledge/draft/check', { last })
    for (;;) {
      const view = await api.get<CheckView>('/knowledge/draft/check')
      if (view.state !== 'running') return view
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return {
    app,
    folder,
    owner,
    api,
    save: async (path, text) => {
      const seen = await seenOf(path)
      return api.call('PUT', '/knowledge/draft/files', {
        path,
        ...(text !== undefined && { text }),
        ...(seen && { seen }),
      })
    },
    check,
    publish: ({ print, note = '', confirmed = false }) =>
      api.call('POST', '/knowledge/publications', { print, note, confirmed }),
    publications: async () =>
      (await api.get<{ publications: PublicationView[] }>('/knowledge/publications')).publications,
    ask: async (text) => {
      const visitor = await app.visitor()
      await app.say(visitor, text)
      const said = (await app.transcript(visitor)).findLast(({ author }) => author.kind === 'bot')
      return said?.body.kind === 'text' ? said.body.text : said?.body.kind
    },
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}
