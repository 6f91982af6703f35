import { useState } from 'preact/hooks'
import type { Shell } from '../../contract.ts'
import { panelEn } from '../../core/texts-en.ts'
import { panelZh } from '../../core/texts-zh.ts'
import type { Session } from '../session/session.ts'
import type { ChatState } from '../session/state.ts'
import { ChatContext } from './chat-context.ts'
import { Composer } from './composer.tsx'
import { Header } from './header.tsx'
import { Log } from './log.tsx'
import { Preview } from './preview.tsx'
import { Strips } from './strip.tsx'
import { Zoom } from './zoom.tsx'

interface AppProps {
  readonly state: ChatState
  readonly session: Session
  readonly shell: Shell
  readonly modal: boolean
}

/** The panel. It stays drawn while it is closed, so that a half-written message is still there. */
export function App({ state, session, shell, modal }: AppProps) {
  const [zoomed, zoom] = useState<string>()
  const texts = state.locale === 'zh' ? panelZh : panelEn
  const { server, open, close } = shell
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    close()
  }
  return (
    <ChatContext.Provider value={{ state, session, texts, server, open, close, zoom }}>
      <div
        class="panel"
        hidden={!state.open}
        role="dialog"
        aria-label={texts.dialog(state.shop?.name ?? texts.fallbackShop)}
        aria-modal={modal || undefined}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        <Header />
        <Strips />
        <Log />
        <Composer />
        {zoomed && <Zoom url={zoomed} onClose={() => zoom(undefined)} />}
      </div>
      <Preview />
    </ChatContext.Provider>
  )
}
