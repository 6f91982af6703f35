import { FieldTimeOutlined } from '@ant-design/icons'
import { useMemo } from 'react'
import { useDeskState } from '../shell/desk-context.tsx'
import { useNow } from '../shell/use-now.ts'
import { type Longest, selectLongest, waitLevel } from '../state/service-clock.ts'
import { formatCount } from '../texts/format-wait.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useCustomerName } from './customer-name.ts'
import type { Go } from './use-place.ts'

/** Leads to whoever has waited longest, above the list; Alt+W does the same. */
export function LongestWait({ go }: { readonly go: Go }) {
  const conversations = useDeskState((state) => state.conversations)
  const queue = useDeskState((state) => state.queue)
  const me = useDeskState((state) => state.me)
  const archive = useDeskState((state) => state.archive)
  const longest = useMemo(
    () => selectLongest({ conversations, queue, me, archive }),
    [conversations, queue, me, archive],
  )
  return longest ? <Jump longest={longest} go={go} /> : null
}

function Jump({ longest, go }: { readonly longest: Longest; readonly go: Go }) {
  const texts = useTexts()
  const now = useNow()
  const { conversation, clock, tab } = longest
  const name = useCustomerName(conversation.customer)
  return (
    <button
      type="button"
      className="longest"
      title={texts.clock.jump}
      aria-keyshortcuts="Alt+W"
      onClick={() => go({ tab, conversationId: conversation.id })}
    >
      <FieldTimeOutlined aria-hidden="true" />
      <span className={`wait wait-${waitLevel(clock, now)}`}>
        {texts.clock.longest(formatCount(now - clock.since, texts))}
      </span>
      <span className="longest-name">{name}</span>
      <kbd>Alt+W</kbd>
    </button>
  )
}
