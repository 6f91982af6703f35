import { App, AutoComplete, Input, Modal, Segmented } from 'antd'
import { type ReactNode, useId, useMemo, useState } from 'react'
import type { CannedReplyView, VariableView } from '../../src/protocol/composing.ts'
import { request } from '../net/http.ts'
import { Refusal, thrownText } from '../net/refusal.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { Texts } from '../texts/zh.ts'
import { MessageEditor } from './message-editor.tsx'
import {
  type DraftFaults,
  findFaults,
  hasFaults,
  type KeyedMessage,
  type ReplyDraft,
  toBody,
  withKey,
} from './reply-draft.ts'
import { useCannedReplies } from './use-canned-replies.ts'
import './editor.css'

interface ReplyDialogProps {
  readonly draft: ReplyDraft
  readonly onClose: () => void
  readonly onSaved: (reply: CannedReplyView) => void
}

/** Writes a canned reply, new or anew. */
export function ReplyDialog({ draft: given, onClose, onSaved }: ReplyDialogProps) {
  const texts = useTexts()
  const { canned } = texts
  const { list } = useCannedReplies()
  const [draft, setDraft] = useState(given)
  const [messages, setMessages] = useState<readonly KeyedMessage[]>(() => given.messages.map(withKey))
  const variables = list?.variables ?? []
  const { save, busy, faults } = useSave({ draft, messages, variables, onSaved })
  const folders = useMemo(() => [...new Set((list?.replies ?? []).map(({ folder }) => folder).filter(Boolean))], [list])
  const change = (next: Partial<ReplyDraft>) => setDraft({ ...draft, ...next })

  return (
    <Modal
      open
      width={680}
      title={given.id ? canned.editTitle : canned.create}
      okText={texts.save}
      cancelText={texts.cancel}
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="reply-editor">
        <Labelled label={canned.name} fault={faults?.title}>
          {(id) => (
            <Input
              id={id}
              value={draft.title}
              maxLength={40}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={canned.code} hint={canned.codeHint} fault={faults?.code}>
          {(id) => (
            <Input
              id={id}
              value={draft.code}
              maxLength={20}
              prefix="/"
              onChange={(event) => change({ code: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={canned.folder}>
          {(id) => (
            <AutoComplete
              id={id}
              value={draft.folder}
              maxLength={30}
              placeholder={canned.folderHint}
              options={folders.map((value) => ({ value }))}
              showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
              onChange={(folder: string) => change({ folder })}
            />
          )}
        </Labelled>
        <Scope value={draft.scope} onChange={(scope) => change({ scope })} />
        <MessageEditor
          messages={messages}
          variables={variables}
          faults={faults?.messages ?? {}}
          onChange={setMessages}
        />
      </div>
    </Modal>
  )
}

interface LabelledProps {
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
  /** The box gets the id that the label points at. */
  readonly children: (id: string) => ReactNode
}

function Labelled({ label, hint, fault, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="labelled">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {fault ? <em role="alert">{fault}</em> : hint ? <small>{hint}</small> : null}
    </div>
  )
}

interface ScopeProps {
  readonly value: ReplyDraft['scope']
  readonly onChange: (scope: ReplyDraft['scope']) => void
}

function Scope({ value, onChange }: ScopeProps) {
  const { canned } = useTexts()
  const mayTeam = useDeskState((state) => state.me.role !== 'agent')
  return (
    <div className="labelled">
      <span>{canned.whose}</span>
      <Segmented
        value={value}
        disabled={!mayTeam}
        aria-label={canned.whose}
        options={(['team', 'personal'] as const).map((scope) => ({ value: scope, label: canned.scope[scope] }))}
        onChange={onChange}
      />
      <small>{mayTeam ? canned.scopeHint[value] : canned.scopeHint.personal}</small>
    </div>
  )
}

interface Saving {
  readonly draft: ReplyDraft
  readonly messages: readonly KeyedMessage[]
  readonly variables: readonly VariableView[]
  readonly onSaved: (reply: CannedReplyView) => void
}

function useSave({ draft, messages, variables, onSaved }: Saving) {
  const texts = useTexts()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<{ code: string; fault: string }>()
  const found = findFaults({ ...draft, messages }, variables, texts)
  const taken = refused?.code === draft.code ? { code: refused.fault } : {}
  const faults: DraftFaults | undefined = tried ? { ...taken, ...found } : undefined

  async function save(): Promise<void> {
    setTried(true)
    if (hasFaults(found) || messages.length === 0) return

    setBusy(true)
    try {
      const [method, path] = draft.id
        ? (['PUT', `/api/v1/canned-replies/${encodeURIComponent(draft.id)}`] as const)
        : (['POST', '/api/v1/canned-replies'] as const)
      onSaved((await request<{ reply: CannedReplyView }>(method, path, toBody(draft, messages))).reply)
    } catch (thrown) {
      if (isTaken(thrown)) setRefused({ code: draft.code, fault: thrownText(texts, thrown) })
      else void message.error(explain(texts, thrown))
      setBusy(false)
    }
  }
  return { save, busy, faults }
}

function isTaken(thrown: unknown): boolean {
  return thrown instanceof Refusal && thrown.code === 'canned_code_taken'
}

/** Which variable is wrong only the server's own words say. */
function explain(texts: Texts, thrown: unknown): string {
  const text = thrownText(texts, thrown)
  return thrown instanceof Refusal && thrown.code === 'template_invalid' ? `${text}：${thrown.message}` : text
}
