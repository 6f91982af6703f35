import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { CannedSection } from '../canned/canned-section.tsx'
import { LabelsSection } from '../labels/labels-section.tsx'
import { useDeskState } from '../shell/desk-context.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { StatusSection } from '../status/status-section.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { AccountSection } from './account-section.tsx'
import { AgentsSection } from './agents-section.tsx'
import { ApiKeysSection } from './api-keys-section.tsx'
import { AuditSection } from './audit-section.tsx'
import { BlockedSection } from './blocked-section.tsx'
import { EmbedSection } from './embed-section.tsx'
import { ReceptionSection } from './reception-section.tsx'
import { ShopSection } from './shop/shop-section.tsx'
import { WebhooksSection } from './webhooks/webhooks-section.tsx'
import './settings.css'

const SECTIONS = [
  'reception',
  'shop',
  'canned',
  'agents',
  'labels',
  'blocked',
  'embed',
  'webhooks',
  'apiKeys',
  'audit',
  'status',
  'account',
] as const
type Section = (typeof SECTIONS)[number]

const PAGES: Record<Section, () => ReactNode> = {
  reception: () => <ReceptionSection />,
  shop: () => <ShopSection />,
  canned: () => <CannedSection />,
  agents: () => <AgentsSection />,
  labels: () => <LabelsSection />,
  blocked: () => <BlockedSection />,
  embed: () => <EmbedSection />,
  webhooks: () => <WebhooksSection />,
  apiKeys: () => <ApiKeysSection />,
  audit: () => <AuditSection />,
  status: () => <StatusSection />,
  account: () => <AccountSection />,
}

export function SettingsPage({ section }: { readonly section: string }) {
  const texts = useTexts()
  const owner = useDeskState((state) => state.me.role === 'owner')
  const here = SECTIONS.find((one) => one === section)
  if (!here) return <NotFound />

  return (
    <main className="page settings">
      <nav className="settings-nav" aria-label={texts.settings.title}>
        {SECTIONS.map((one) => (
          <Link
            key={one}
            to={`/settings/${one}`}
            className={one === here ? 'here' : ''}
            aria-current={one === here ? 'page' : undefined}
          >
            {texts.settings[one]}
          </Link>
        ))}
        {owner ? <Link to="/welcome">{texts.welcome.title}</Link> : null}
      </nav>
      <div className="settings-body">
        <h1>{texts.settings[here]}</h1>
        {PAGES[here]()}
      </div>
    </main>
  )
}
