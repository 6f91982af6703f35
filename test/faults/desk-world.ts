/// <reference lib="dom" />
import { createLabel } from '../../src/actions/labels/manage-labels.ts'
import type { Agent } from '../../src/domain/agent.ts'
import type { Label } from '../../src/domain/label.ts'
import type { CasePage } from '../../src/protocol/cases.ts'
import type { SessionView } from '../../src/protocol/http.ts'
import type { SessionStarted } from '../../src/protocol/widget.ts'
import { listPath, readFilters } from '../../web-console/cases/case-filters.ts'
import { createDesk, type Desk } from '../../web-console/live/desk.ts'
import type { ClientEvent, Payload } from '../../web-console/live/wire.ts'
import { request } from '../../web-console/net/http.ts'
import { type BrowserLine, openBrowserLine } from '../support/browser-line.ts'
import type { Page } from '../support/page-of.ts'
import { connect, cookieOf, startTestApp, type TestApp, type TestClient } from '../support/test-app.ts'

const SHOPPERS = 3
/** What nobody is told who is only late or mistaken. */
const FAULTS: readonly string[] = ['internal', 'unavailable', 'timeout', 'malformed']
const FILTERS = readFilters(new URLSearchParams())

export interface Visitor {
  readonly client: TestClient
  readonly customerId: string
}

/** A page of the console: the desk, and the list of cases, which is read when it is opened and once the line is back. */
export interface Pages {
  readonly desk: Desk
  casePage(): CasePage['cases']
  close(): void
}

/** A shop with a few shoppers, a colleague, and Mina's desk, whose line can be troubled. */
export interface World extends AsyncDisposable {
  readonly app: TestApp
  readonly line: BrowserLine
  readonly mina: Agent
  readonly zhou: Agent
  readonly shoppers: readonly Visitor[]
  readonly labels: readonly Label[]
  /** What lives through it. */
  pages(): Pages
  /** The conversation in the middle pane. */
  opened(): string | undefined
  open(conversationId: string | undefined): void
  /** As a reload of the page does it. */
  reload(): void
  /** What the same agent would see who opened the console now. */
  openPages(): Pages
  /** Asks as the desk does, and waits for the answer where one can come. */
  ask<E extends ClientEvent>(event: E, payload: Payload<E>): Promise<void>
  /** Until every answer has come that was not waited for. */
  answered(): Promise<void>
  /** Another one each time. */
  count(): number
}

export async function startWorld(page: Page): Promise<World> {
  const app = await startTestApp()
  const { url } = await app.app.listen()
  const mina = await app.agent('Mina', { role: 'supervisor', present: false })
  const zhou = await app.agent('Zhou')
  const labels = []
  for (const name of ['催发货', '尺码']) labels.push(await createLabel(app.deps, mina, { name, color: 'red' }))
  const shoppers = await Promise.all(Array.from({ length: SHOPPERS }, () => visit(url)))
  const cookie = await cookieOf(app, mina)
  const answer = await fetch(`${url}/api/v1/session`, { headers: { cookie } })
  const session = (await answer.json()) as SessionView
  const line = await openBrowserLine(url, cookie)
  page.goTo(line.host)

  const openPages = () => open(session)
  let pages = openPages()
  let opened: string | undefined
  let number = 0
  const waiting = new Set<Promise<void>>()
  const faults: string[] = []
  return {
    app,
    line,
    mina,
    zhou,
    shoppers,
    labels,
    pages: () => pages,
    opened: () => opened,
    open: (id) => {
      opened = id
      pages.desk.open(id)
    },
    reload: () => {
      pages.close()
      pages = openPages()
      pages.desk.open(opened)
    },
    openPages,
    ask: async (event, payload) => {
      const asked = pages.desk.wire.request(event, payload).then((ack) => {
        waiting.delete(asked)
        if (!ack.ok && FAULTS.includes(ack.code)) faults.push(`${event}: ${ack.code} ${ack.message}`)
      })
      waiting.add(asked)
      if (!line.isTroubled()) await asked
    },
    answered: async () => {
      await Promise.all(waiting)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    },
    count: () => {
      number += 1
      return number
    },
    [Symbol.asyncDispose]: async () => {
      pages.close()
      for (const { client } of shoppers) client.socket.close()
      await line[Symbol.asyncDispose]()
      await app[Symbol.asyncDispose]()
    },
  }
}

async function visit(url: string): Promise<Visitor> {
  const client = await connect(`${url}/widget`, { auth: { locale: 'zh' } })
  const { customer } = await client.hear<SessionStarted>('session:started')
  return { client, customerId: customer.id }
}

function open(session: SessionView): Pages {
  const desk = createDesk(session, () => undefined)
  const path = listPath(FILTERS, session.agent.id)
  let cases: CasePage['cases'] = []
  let round = 0
  const load = () => {
    round += 1
    const mine = round
    request<CasePage>('GET', path).then(
      (page) => {
        if (mine === round) cases = page.cases
      },
      () => undefined,
    )
  }
  let online = false
  const forget = desk.store.subscribe(() => {
    const now = desk.store.get().connection === 'online'
    if (now && !online) load()
    online = now
  })
  load()
  return {
    desk,
    casePage: () => cases,
    close: () => {
      forget()
      desk.close()
    },
  }
}
