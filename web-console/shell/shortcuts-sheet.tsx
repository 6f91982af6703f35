import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { usePreference } from './preferences.ts'
import { isDialogOpen } from './shortcut-events.ts'

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
      // A Chinese keyboard writes it wide, and an IME that is on hides what it writes.
      const asked = ['?', '？'].includes(event.key) || (event.code === 'Slash' && event.shiftKey)
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (asked && plain && !isTypingPlace(event.target) && !isDialogOpen()) setOpen(true)
    }
    window.addEventListener(SHOW, show)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener(SHOW, show)
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  return (
    <Modal title={keys.title} open={open} onCancel={() => setOpen(false)} footer={null} width={720}>
      <Keys />
    </Modal>
  )
}

type Row = readonly [key: string, what: string]

function useGroups(): readonly { readonly name: string; readonly rows: readonly Row[] }[] {
  const { keys } = useTexts()
  const byCtrl = usePreference('ctrl-enter')
  const { groups } = keys
  return [
    {
      name: groups.move,
      rows: [
        ['Alt+↑ / ↓', keys.switch],
        ['Alt+K / J', keys.switch],
        ['Ctrl+F', keys.find],
        ['Ctrl+K', keys.history],
        ['?', keys.help],
      ],
    },
    {
      name: groups.queue,
      rows: [
        ['Alt+A', keys.takeNext],
        ['Alt+X', keys.pass],
        ['Alt+W', keys.longest],
      ],
    },
    {
      name: groups.conversation,
      rows: [
        ['Alt+E', keys.resolve],
        ['Ctrl+Alt+E', keys.resolveNext],
        ['Alt+T', keys.transfer],
        ['Alt+L', keys.label],
        ['Alt+R', keys.remind],
      ],
    },
    {
      name: groups.write,
      rows: [
        ['Alt+1 … 3', keys.adopt],
        ['Alt+P', keys.note],
        ['/', keys.canned],
        [byCtrl ? 'Ctrl+Enter' : 'Enter', keys.send],
        [byCtrl ? 'Enter' : 'Shift+Enter', keys.newline],
      ],
    },
  ]
}

function Keys() {
  return (
    <div className="keys">
      {useGroups().map(({ name, rows }) => (
        <section key={name}>
          <h3>{name}</h3>
          <dl>
            {rows.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
