import type { PageEvents } from '../../contract.ts'
import type { KeyValue } from '../../core/key-value.ts'
import { OUTBOX_PREFIX, RETURNING_KEY, SHOP_KEY, VISITOR_KEY } from '../../core/keys.ts'
import { listUnread } from '../../core/log-items.ts'
import { createOutbox, type Draft, type Outbox } from '../../core/outbox.ts'
import type { PageContext } from '../../core/page-context.ts'
import type { Sender } from '../../core/sender.ts'
import type { Handshake, Locale, SessionStarted, ShopView, WidgetMessage } from '../../core/wire.ts'
import { Asking } from './asking.ts'
import { openBrowserStorage } from './browser-storage.ts'
import { Connection, type Link } from './connection.ts'
import { createDelivery } from './delivery.ts'
import { History } from './history.ts'
import { createNews } from './news.ts'
import { shrinkPicture } from './pictures.ts'
import { type ChatState, createStore, emptyState, NOTICE_MS, type Store } from './state.ts'

interface Means {
  readonly server: string
  readonly locale: Locale
  readonly identity: string | undefined
  readonly onChange: (state: ChatState) => void
  readonly emit: <E extends keyof PageEvents>(name: E, detail: PageEvents[E]) => void
}

/** The server takes no larger file; why wait until it says so. */
const MAX_FILE = 10 * 1024 * 1024

/** The whole conversation of this browser with the shop, without a pixel of it. */
export class Session {
  readonly history: History
  readonly asking: Asking
  readonly #means: Means
  readonly #storage: KeyValue = openBrowserStorage()
  readonly #outbox: Outbox = createOutbox({ store: this.#storage, newId, now: Date.now })
  /** A file is too large for the browser's storage: it waits here, and only as long as the page lives. */
  readonly #files = new Map<string, Blob>()
  readonly #store: Store
  readonly #connection: Connection
  readonly #sender: Sender
  #identity: string | undefined
  #context: PageContext = {}
  #unread = 0

  constructor(means: Means) {
    const { server, locale, identity, emit } = means
    this.#means = means
    this.#identity = identity
    const initial = { ...emptyState(locale), waiting: this.#outbox.list(), shop: this.#findShop() }
    this.#store = createStore(initial, (state) => this.#watch(state))
    const news = createNews({
      store: this.#store,
      storage: this.#storage,
      onSession: (session) => this.#resume(session),
      onMissing: (conversationId) => this.history.checkSoon(conversationId),
      onShopMessage: (from, text) => emit('message', { from, text }),
    })
    const handshake = () => this.#toHandshake()
    const onLink = (link: Link, code?: string) => this.#setLink(link, code)
    this.#connection = new Connection({ server, handshake, news, onLink })
    this.history = new History(this.#store, this.#connection)
    this.asking = new Asking(this.#store, this.#connection)
    this.#sender = createDelivery({
      server,
      storage: this.#storage,
      outbox: this.#outbox,
      store: this.#store,
      connection: this.#connection,
      files: this.#files,
      onStored: (conversationId) => this.history.checkSoon(conversationId),
      onSent: (text) => emit('sent', { text }),
    })
    this.#keepInStep()
  }

  get state(): ChatState {
    return this.#store.get()
  }

  start(): void {
    this.#connection.start()
  }

  setOpen(open: boolean): void {
    if (open) this.start()
    this.#store.set({ open, now: Date.now() })
  }

  setLocale(locale: Locale): void {
    this.#store.set({ locale })
    void this.#connection.request('locale:set', { locale })
  }

  async identify(identity: string | undefined): Promise<void> {
    this.#identity = identity
    if (!identity) return
    const reply = await this.#connection.request('identity:set', { identity })
    if (reply && !reply.ok) this.#means.emit('error', { code: reply.code })
  }

  setContext(context: PageContext): void {
    this.#context = context
    this.#tellContext()
  }

  setTyping(typing: boolean, text?: string): void {
    void this.#connection.request('typing:set', { typing, ...(text && { text }) })
  }

  /** The message that the next words answer. */
  setQuote(quote?: WidgetMessage): void {
    this.#store.set({ quote })
  }

  /** Sends words, as an answer to what is quoted. */
  say(text: string): void {
    const { quote, conversation } = this.state
    const here = quote && quote.conversationId === conversation?.id
    this.send({ kind: 'text', text, ...(here && { quote: quote.seq }) })
    this.setQuote()
  }

  send(draft: Draft, file?: Blob): void {
    this.start()
    const { clientId } = this.#outbox.add(draft)
    if (file) this.#files.set(clientId, file)
    // The next page must connect by itself even if this message is still unsent by then.
    this.#storage.put(RETURNING_KEY, '1')
    this.#refreshOutbox()
  }

  async sendFile(file: File): Promise<void> {
    if (!file.type.startsWith('image/')) {
      if (file.size <= MAX_FILE) this.send({ kind: 'upload', dataUrl: '', name: file.name }, file)
      else this.#store.set({ notice: { kind: 'refused', code: 'upload_refused', until: Date.now() + NOTICE_MS } })
      return
    }
    try {
      this.send({ kind: 'upload', dataUrl: await shrinkPicture(file) })
    } catch {
      this.#store.set({ notice: { kind: 'image', until: Date.now() + NOTICE_MS } })
    }
  }

  retry(clientId: string): void {
    if (this.#outbox.find(clientId)?.refusal) this.#outbox.retry(clientId)
    this.reconnect()
    this.#refreshOutbox()
  }

  remove(clientId: string): void {
    this.#outbox.remove(clientId)
    this.#files.delete(clientId)
    this.#refreshOutbox()
  }

  reconnect(): void {
    this.#connection.retryNow()
  }

  /** Hides the preview until there is a new reason to show one. */
  dismiss(what: Pick<ChatState, 'dismissedPreview'>): void {
    this.#store.set(what)
  }

  /** Leaves nothing of the visitor in this browser. The next one to open the panel is somebody new. */
  forget(): void {
    this.#identity = undefined
    this.#context = {}
    this.#connection.stop()
    this.#outbox.clear()
    this.#files.clear()
    for (const key of [VISITOR_KEY, RETURNING_KEY, SHOP_KEY]) this.#storage.remove(key)
    const { locale, shop } = this.state
    this.#store.set({ ...emptyState(locale), shop })
  }

  #findShop(): ShopView | undefined {
    try {
      return JSON.parse(this.#storage.find(SHOP_KEY) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }

  #toHandshake(): Handshake {
    const visitorToken = this.#storage.find(VISITOR_KEY)
    const identity = this.#identity
    return { locale: this.state.locale, ...(visitorToken && { visitorToken }), ...(identity && { identity }) }
  }

  #setLink(link: Link, code?: string): void {
    this.#store.set({ link, blockedBy: code, ...(link !== 'ready' && { typing: undefined }) })
    if (code) this.#means.emit('error', { code })
  }

  #resume({ conversation, lastSeq }: SessionStarted): void {
    this.#tellContext()
    void this.history.resume(conversation.id, lastSeq)
    this.#sender.kick()
  }

  #tellContext(): void {
    const page = { url: location.href.slice(0, 2000), title: document.title.slice(0, 300) }
    const { basket, ...context } = this.#context
    void this.#connection.request('context:set', { page, ...context, ...(basket && { basket: [...basket] }) })
  }

  #refreshOutbox(): void {
    this.#store.set({ waiting: this.#outbox.list() })
    this.#sender.kick()
  }

  #watch(state: ChatState): void {
    const seen = state.open && document.visibilityState === 'visible'
    const unread = listUnread(state.timeline, state.conversation)
    const newest = unread.at(-1)?.seq
    if (seen) void this.asking.markRead(newest)
    else this.asking.markReceived(newest)
    const count = seen ? 0 : unread.length
    if (count !== this.#unread) this.#means.emit('unread', { count })
    this.#unread = count
    this.#means.onChange(state)
  }

  #keepInStep(): void {
    addEventListener('online', () => this.reconnect())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.reconnect()
      this.#store.set({ now: Date.now() })
    })
    addEventListener('storage', ({ key, newValue }) => {
      // Another tab shut down: this one must forget the visitor as well.
      if (key === null || (key === VISITOR_KEY && newValue === null)) this.forget()
      else if (key.startsWith(OUTBOX_PREFIX)) this.#refreshOutbox()
    })
    setInterval(() => this.#tick(), 1000)
  }

  #tick(): void {
    const { waiting, notice, now } = this.state
    const lively = waiting.length > 0 || notice
    if (!lively && Date.now() - now < 30_000) return
    this.#store.set({ now: Date.now(), ...(notice && notice.until < Date.now() && { notice: undefined }) })
    this.#sender.kick()
  }
}

// `randomUUID` exists only on secure pages, and a test shop may live on plain http.
function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
