import { InboxOutlined } from '@ant-design/icons'
import { Blank } from '../shell/blank.tsx'
import type { Tab } from '../state/desk-state.ts'
import { useTexts } from '../texts/use-texts.ts'

const HINTS = { mine: 'mineHint', queue: 'queueHint', bot: 'botHint', archive: 'archiveHint' } as const

export function EmptyList({ tab }: { readonly tab: Tab }) {
  const { empty } = useTexts()
  return <Blank icon={<InboxOutlined />} title={empty[tab]} hint={empty[HINTS[tab]]} />
}
