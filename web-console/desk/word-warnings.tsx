import { ExclamationCircleFilled, StopFilled } from '@ant-design/icons'
import { Button } from 'antd'
import type { WordHitView } from '../../src/protocol/composing.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import type { WordCheck } from './use-word-check.ts'

interface WordWarningsProps {
  readonly words: WordCheck
  readonly onSendAnyway: () => void
}

/** Names the words that the owner does not want said, with the reason, while they can still be changed. */
export function WordWarnings({ words, onSendAnyway }: WordWarningsProps) {
  const texts = useTexts()
  const { compose } = texts
  if (words.hits.length === 0) return null

  const groups = groupHits(words.hits, texts)
  const blocked = words.hits.some(({ action }) => action === 'block')
  return (
    <div className="word-warnings" role="status">
      {groups.map(({ action, why, words: named }) => (
        <p key={`${action}:${why}`} className={action}>
          {action === 'block' ? <StopFilled aria-hidden="true" /> : <ExclamationCircleFilled aria-hidden="true" />}
          <span>
            <b>{{ block: compose.blocked, mask: compose.masked, warn: compose.warned }[action]}</b>
            {named.map((word) => (
              <mark key={word}>{word}</mark>
            ))}
            {why}
          </span>
        </p>
      ))}
      {words.asked && !blocked ? (
        <Button size="small" danger onClick={onSendAnyway}>
          {compose.sendAnyway}
        </Button>
      ) : null}
    </div>
  )
}

interface Group {
  readonly action: WordHitView['action']
  readonly why: string
  readonly words: readonly string[]
}

/** Words of one list share its reason: it is said once. */
function groupHits(hits: readonly WordHitView[], { locale }: Texts): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const { word, action, why } of hits) {
    const reason = typeof why === 'string' ? why : (why[locale] ?? why.zh ?? why.en ?? '')
    const key = `${action}:${reason}`
    groups.set(key, { action, why: reason, words: [...(groups.get(key)?.words ?? []), word] })
  }
  return [...groups.values()]
}
