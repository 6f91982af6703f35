import { DeleteOutlined, EditOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { CannedReplyList, CannedReplyView, VariableView } from '../../src/protocol/composing.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { describeReply } from './canned-words.ts'
import { ReplyDialog } from './reply-dialog.tsx'
import type { ReplyDraft } from './reply-draft.ts'
import { type CannedReplies, useCannedReplies, useCannedSearch } from './use-canned-replies.ts'
import { useRemoveReply } from './use-remove-reply.tsx'
import './section.css'

type Scope = 'all' | CannedReplyView['scope']

/** 快捷短语 of the team and one's own: found, written, changed and thrown away. */
export function CannedSection() {
  const { canned } = useTexts()
  const replies = useCannedReplies()
  const mayTeam = useDeskState((state) => state.me.role !== 'agent')
  const [editing, setEditing] = useState<ReplyDraft>()
  const create = () =>
    setEditing({
      scope: mayTeam ? 'team' : 'personal',
      folder: '',
      code: '',
      title: '',
      messages: [{ kind: 'text', text: {} }],
    })

  if (!replies.list && replies.thrown) return <LoadFailed thrown={replies.thrown} onRetry={replies.reload} />
  if (!replies.list) return <Skeleton active paragraph={{ rows: 6 }} />

  return (
    <>
      <div className="intro-line">
        <p className="intro">{canned.intro}</p>
        <Button type="primary" icon={<PlusOutlined />} onClick={create}>
          {canned.create}
        </Button>
      </div>
      <Shelf replies={replies} list={replies.list} mayTeam={mayTeam} onEdit={setEditing} />
      {editing ? (
        <ReplyDialog
          draft={editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined)
            replies.reload()
          }}
        />
      ) : null}
    </>
  )
}

interface ShelfProps {
  readonly replies: CannedReplies
  readonly list: CannedReplyList
  readonly mayTeam: boolean
  readonly onEdit: (reply: ReplyDraft) => void
}

function Shelf({ replies, list, mayTeam, onEdit }: ShelfProps) {
  const { canned } = useTexts()
  const remove = useRemoveReply(replies)
  const [wanted, setWanted] = useState('')
  const [scope, setScope] = useState<Scope>('all')
  const search = useCannedSearch(list.replies)
  const found = search(wanted).filter((one) => scope === 'all' || one.scope === scope)
  const folders = [...new Set(found.map(({ folder }) => folder))]

  return (
    <>
      <div className="canned-filter">
        <Input
          prefix={<SearchOutlined aria-hidden="true" />}
          placeholder={canned.search}
          aria-label={canned.search}
          value={wanted}
          allowClear
          onChange={(event) => setWanted(event.target.value)}
        />
        <Segmented<Scope>
          value={scope}
          options={[
            { value: 'all', label: canned.all },
            { value: 'team', label: canned.scope.team },
            { value: 'personal', label: canned.scope.personal },
          ]}
          onChange={setScope}
        />
      </div>
      {found.length === 0 ? <p className="canned-empty">{wanted ? canned.noMatch(wanted) : canned.none}</p> : null}
      {folders.map((folder) => (
        <section key={folder} className="canned-folder">
          <h2>
            {folder || canned.noFolder}{' '}
            <span className="count">{found.filter((one) => one.folder === folder).length}</span>
          </h2>
          <ul>
            {found
              .filter((one) => one.folder === folder)
              .map((reply) => (
                <ReplyRow
                  key={reply.id}
                  reply={reply}
                  variables={list.variables}
                  editable={mayTeam || reply.scope === 'personal'}
                  onEdit={() => onEdit(reply)}
                  onRemove={() => void remove(reply)}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface ReplyRowProps {
  readonly variables: readonly VariableView[]
  readonly reply: CannedReplyView
  readonly editable: boolean
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function ReplyRow({ reply, variables, editable, onEdit, onRemove }: ReplyRowProps) {
  const texts = useTexts()
  const { canned } = texts
  const picture = reply.messages.find((one) => one.kind === 'image')
  return (
    <li className="canned-row">
      {picture?.kind === 'image' ? <img src={picture.url} alt={canned.image} loading="lazy" /> : null}
      <span className="canned-row-body">
        <span className="canned-line">
          <code>/{reply.code}</code>
          <b>{reply.title}</b>
          <i className="chip quiet">{canned.scope[reply.scope]}</i>
        </span>
        <span className="canned-row-words">{describeReply(reply, variables, texts)}</span>
      </span>
      {editable ? (
        <span className="canned-row-tools">
          <Button
            type="text"
            icon={<EditOutlined />}
            aria-label={`${canned.edit} ${reply.title}`}
            title={canned.edit}
            onClick={onEdit}
          />
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={`${canned.delete} ${reply.title}`}
            title={canned.delete}
            onClick={onRemove}
          />
        </span>
      ) : (
        <small>{canned.readOnly}</small>
      )}
    </li>
  )
}
