import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { usePreference } from './preferences.ts'

const SHOW = 'xiaoer:shortcuts'

export function showShortcuts(): void {
  window.dispatchEvent(new Event(SHOW))
}

export function isTypingPlace(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')
}

/** The table of shortcuts; `?` shows it anywhere but while typing. */
export function ShortcutsSheet() {
  const { keys } = useTexts()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const show = () => setOpen(true)
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isTypingPlace(event.target)) setOpen(true)
    }
    window.addEventListener(SHOW, show)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener(SHOW, show)
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  return (
    <Modal title={keys.title} open={open} onCancel={() => setOpen(false)} footer={null} width={420}>
      <Keys />
    </Modal>
  )
}

function Keys() {
  const { keys } = useTexts()
  const byCtrl = usePreference('ctrl-enter')
  const rows = [
    ['Alt+↑ / Alt+↓', keys.switch],
    ['Alt+1 … 3', keys.adopt],
    ['Alt+A', keys.takeNext],
    ['Alt+W', keys.longest],
    ['Alt+E', keys.resolve],
    ['Alt+T', keys.transfer],
    ['Alt+P', keys.note],
    ['Alt+L', keys.label],
    ['Ctrl+F', keys.find],
    ['Alt+R', keys.remind],
    ['/', keys.canned],
    [byCtrl ? 'Ctrl+Enter' : 'Enter', keys.send],
    [byCtrl ? 'Enter' : 'Shift+Enter', keys.newline],
    ['?', keys.help],
  ]
  return (
    <dl className="keys">
      {rows.map(([key, what]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
}
