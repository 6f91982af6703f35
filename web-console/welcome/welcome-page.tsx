import { CheckOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, Redirect, useLocation, useSearch } from 'wouter'
import type { WelcomeStepName, WelcomeView } from '../../src/protocol/welcome.ts'
import { LoadFailed } from '../shell/load-failed.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { EmbedStep, InviteStep, KnowledgeStep, ModeStep } from './other-steps.tsx'
import { PublishState, ShopStep } from './shop-step.tsx'
import { usePublish } from './use-publish.ts'
import { nextStep, STEPS, useWelcome, type Welcome } from './use-welcome.ts'
import '../settings/settings.css'
import '../settings/shop/shop.css'
import './welcome.css'

/** From an empty console to a shop that receives: five steps, each of which can be skipped. For owners. */
export function WelcomePage() {
  const { welcome: words } = useTexts()
  const [, navigate] = useLocation()
  const first = new URLSearchParams(useSearch()).has('first')
  const welcome = useWelcome()
  const { loaded, reload, finish } = welcome
  if (loaded.kind === 'failed') {
    return (
      <main className="page welcome">
        <LoadFailed thrown={loaded.thrown} onRetry={reload} />
      </main>
    )
  }
  // Another owner has been through them, or had enough of them.
  if (first && loaded.kind === 'ready' && loaded.value.finishedAt !== undefined) return <Redirect to="/" replace />

  const leave = async () => {
    if (await finish(true)) navigate('/')
  }
  return (
    <main className="page welcome">
      {loaded.kind === 'loading' ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <>
          <header className="welcome-head">
            <h1>{words.hello(loaded.value.shopName)}</h1>
            <span className="count">{words.progress(loaded.value.steps.length, STEPS.length)}</span>
            <Button type="text" onClick={() => void leave()}>
              {words.later}
            </Button>
          </header>
          <p className="intro">{words.intro}</p>
          <Steps view={loaded.value} welcome={welcome} />
        </>
      )}
    </main>
  )
}

function Steps({ view, welcome }: { readonly view: WelcomeView; readonly welcome: Welcome }) {
  const { welcome: words } = useTexts()
  const publishing = usePublish(words.title)
  const [chosen, setChosen] = useState<WelcomeStepName>()
  const here = chosen ?? nextStep(view)
  const take = async (step: WelcomeStepName, outcome: 'done' | 'skipped') => {
    if (await welcome.take(step, outcome)) setChosen(undefined)
  }
  const pages: Record<WelcomeStepName, () => ReactNode> = {
    shop: () => <ShopStep publishing={publishing} onDone={() => void take('shop', 'done')} />,
    knowledge: () => (
      <KnowledgeStep view={view} publishing={publishing} onDone={() => void take('knowledge', 'done')} />
    ),
    embed: () => <EmbedStep view={view} onDone={() => void take('embed', 'done')} />,
    invite: () => <InviteStep onDone={() => void take('invite', 'done')} />,
    mode: () => <ModeStep onDone={() => void take('mode', 'done')} />,
  }
  return (
    <>
      <PublishState publishing={publishing} />
      <ol className="welcome-steps">
        {STEPS.map((step, index) => {
          const outcome = view.steps.find((one) => one.step === step)?.outcome
          return (
            <li key={step} className={step === here ? 'welcome-step here' : 'welcome-step'}>
              <StepHead
                number={index + 1}
                name={words.steps[step]}
                outcome={outcome}
                open={step === here}
                onOpen={() => setChosen(step)}
              />
              {step === here ? (
                <div className="welcome-step-body">
                  {pages[step]()}
                  <Button type="link" disabled={welcome.busy} onClick={() => void take(step, 'skipped')}>
                    {words.skip}
                  </Button>
                </div>
              ) : null}
            </li>
          )
        })}
      </ol>
      {here === undefined ? <Ready view={view} welcome={welcome} /> : null}
    </>
  )
}

interface StepHeadProps {
  readonly number: number
  readonly name: string
  readonly outcome: 'done' | 'skipped' | undefined
  readonly open: boolean
  readonly onOpen: () => void
}

function StepHead({ number, name, outcome, open, onOpen }: StepHeadProps) {
  const { welcome } = useTexts()
  return (
    <h2>
      <button type="button" aria-expanded={open} onClick={onOpen}>
        <span className={outcome === 'done' ? 'welcome-number done' : 'welcome-number'}>
          {outcome === 'done' ? <CheckOutlined aria-hidden /> : number}
        </span>
        {name}
        {outcome === undefined ? null : <small>{outcome === 'done' ? welcome.done : welcome.skipped}</small>}
      </button>
    </h2>
  )
}

function Ready({ view, welcome }: { readonly view: WelcomeView; readonly welcome: Welcome }) {
  const { welcome: words } = useTexts()
  const [, navigate] = useLocation()
  const leave = async () => {
    if (await welcome.finish(true)) navigate('/')
  }
  return (
    <section className="welcome-ready">
      <h2>{words.readyTitle}</h2>
      <p>{words.readyText}</p>
      <p className="welcome-links">
        <Button type="primary" onClick={() => void leave()}>
          {words.toDesk}
        </Button>
        {view.demo ? (
          <a href="/" target="_blank" rel="noreferrer">
            {words.tryDemo}
          </a>
        ) : null}
        <Link to="/knowledge">{words.toKnowledge}</Link>
        <Link to="/settings/shop">{words.toSettings}</Link>
      </p>
    </section>
  )
}
