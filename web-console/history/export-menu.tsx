import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Tooltip } from 'antd'
import { useDeskState } from '../shell/desk-context.tsx'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { type Filters, toQuery } from './filters.ts'

const KINDS = [
  ['csvConversations', 'csv', 'conversations'],
  ['csvMessages', 'csv', 'messages'],
  ['ndjsonConversations', 'ndjson', 'conversations'],
  ['ndjsonMessages', 'ndjson', 'messages'],
] as const

/** What the filters show, as a file; for supervisors and owners. */
export function ExportMenu({ filters }: { readonly filters: Filters }) {
  const { history } = useTexts()
  const locale = useLocale()
  const allowed = useDeskState((state) => state.me.role !== 'agent')
  if (!allowed) return null

  const items = KINDS.map(([key, format, rows]) => {
    const query = toQuery(filters)
    for (const [name, value] of Object.entries({ format, rows, lang: locale })) query.set(name, value)
    // A plain link: the browser writes the file while it comes, however long it is.
    return { key, label: <a href={`/api/v1/history-export?${query}`}>{history.exports[key]}</a> }
  })
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Tooltip title={history.exportHint} placement="left">
        <Button icon={<DownloadOutlined />}>{history.export}</Button>
      </Tooltip>
    </Dropdown>
  )
}
