import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { AgentView } from '../../src/protocol/console.ts'
import type { InviteLink } from '../../src/protocol/http.ts'
import { request } from '../net/http.ts'
import { thrownText } from '../net/refusal.ts'
import { useSay } from '../shell/use-say.ts'
import { formatMoment } from '../texts/format.ts'
import { useLocale, useTexts } from '../texts/use-texts.ts'
import { CopyBox } from './copy-box.tsx'

type Role = AgentView['role']
const ROLES: readonly Role[] = ['agent', 'supervisor', 'owner']

/** Makes a link that lets one person in, once. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts()
  const [link, setLink] = useState<InviteLink>()
  return (
    <Modal open title={texts.agents.inviteTitle} onCancel={onClose} footer={null} width={480}>
      {link ? <Ready link={link} onClose={onClose} /> : <Choose onMade={setLink} />}
    </Modal>
  )
}

function Choose({ onMade }: { readonly onMade: (link: InviteLink) => void }) {
  const texts = useTexts()
  const say = useSay()
  const [role, setRole] = useState<Role>('agent')
  const [busy, setBusy] = useState(false)

  async function make(): Promise<void> {
    setBusy(true)
    try {
      onMade(await request<InviteLink>('POST', '/api/v1/invites', { role }))
    } catch (thrown) {
      say.error(thrownText(texts, thrown))
      setBusy(false)
    }
  }

  return (
    <>
      <div className="colleagues" role="radiogroup" aria-label={texts.agents.inviteRole}>
        {ROLES.map((one) => (
          <label key={one} className={one === role ? 'colleague chosen' : 'colleague'}>
            <input type="radio" name="role" checked={one === role} onChange={() => setRole(one)} />
            <b>{texts.roles[one]}</b>
            <small>{texts.agents.roleText[one]}</small>
          </label>
        ))}
      </div>
      <Button type="primary" block loading={busy} onClick={() => void make()}>
        {texts.agents.inviteMake}
      </Button>
    </>
  )
}

function Ready({ link, onClose }: { readonly link: InviteLink; readonly onClose: () => void }) {
  const texts = useTexts()
  const locale = useLocale()
  return (
    <div className="invite-ready">
      <p>{texts.agents.inviteReady}</p>
      <CopyBox text={link.url} />
      <p className="none">{texts.agents.inviteExpires(formatMoment(link.expiresAt, locale))}</p>
      <Button block onClick={onClose}>
        {texts.close}
      </Button>
    </div>
  )
}
