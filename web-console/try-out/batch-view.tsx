import { UploadOutlined } from '@ant-design/icons'
import { Button, Input, Progress, Upload } from 'antd'
import { useState } from 'react'
import { MOST_ROWS } from '../../src/protocol/score-rows.ts'
import { thrownText } from '../net/refusal.ts'
import { useTexts } from '../texts/use-texts.ts'
import { BatchResult } from './batch-result.tsx'
import { WhichKnowledge } from './talk-setup.tsx'
import { type Batch, useBatch } from './use-batch.ts'
import type { Setup } from './use-talk.ts'

/** Many labelled messages at once: how many are found, and what is taken for what. */
export function BatchView() {
  const texts = useTexts()
  const { tryOut } = texts
  const [text, setText] = useState('')
  const [knowledge, setKnowledge] = useState<Setup['knowledge']>('live')
  const { batch, run, stop } = useBatch()
  const running = batch.kind === 'running'
  return (
    <>
      <section className="try-batch" aria-label={tryOut.batch}>
        <p>{tryOut.batchLead(MOST_ROWS)}</p>
        <Input.TextArea
          value={text}
          rows={8}
          placeholder={tryOut.batchPlaceholder}
          aria-label={tryOut.rows}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="try-batch-tools">
          <WhichKnowledge value={knowledge} onChange={setKnowledge} />
          <Upload
            accept=".tsv,.csv,.txt"
            showUploadList={false}
            beforeUpload={(file) => {
              void file.text().then(setText)
              return false
            }}
          >
            <Button icon={<UploadOutlined />}>{tryOut.upload}</Button>
          </Upload>
          {running ? (
            <Button onClick={stop}>{texts.cancel}</Button>
          ) : (
            <Button type="primary" disabled={text.trim() === ''} onClick={() => run(text, knowledge)}>
              {tryOut.run}
            </Button>
          )}
        </div>
        <Standing batch={batch} />
      </section>
      {batch.kind === 'done' ? <BatchResult result={batch} /> : null}
    </>
  )
}

function Standing({ batch }: { readonly batch: Batch }) {
  const texts = useTexts()
  const { tryOut } = texts
  switch (batch.kind) {
    case 'running': {
      const { done, total } = batch
      return (
        <div className="try-progress" role="status">
          <Progress percent={Math.floor((done / total) * 100)} aria-label={tryOut.progress(done, total)} />
          <small>{tryOut.progress(done, total)}</small>
        </div>
      )
    }
    case 'refused':
      return (
        <p className="try-failed" role="alert">
          {batch.line === undefined ? '' : tryOut.line(batch.line)}
          {tryOut.faults[batch.fault] ?? batch.fault}
        </p>
      )
    case 'failed':
      return (
        <p className="try-failed" role="alert">
          {thrownText(texts, batch.thrown)}
        </p>
      )
    default:
      return null
  }
}
