import { CheckCircleFilled, WarningFilled } from '@ant-design/icons'
import { Link } from 'wouter'
import type { CheckResult } from '../../../src/protocol/editing.ts'
import { toIntentPath } from '../paths.ts'
import { ProblemList } from '../problem-list.tsx'
import { useWords } from '../use-words.ts'
import { ReplayTable } from './replay-table.tsx'

/** What the check found: the worst first. */
export function CheckResults({ result }: { readonly result: CheckResult }) {
  const { check: words, list } = useWords()
  const broken = result.problems.length > 0
  const fine = !broken && result.regressions === 0
  return (
    <div className="check-results">
      <p className={fine ? 'verdict fine' : 'verdict broken'} role="status">
        {fine ? <CheckCircleFilled aria-hidden="true" /> : <WarningFilled aria-hidden="true" />}
        {broken ? words.broken : fine ? words.fine : words.regressions(result.regressions)}
      </p>
      <ProblemList title={list.problems} problems={result.problems} kind="bad" />
      <ProblemList title={words.newHints} problems={result.warnings} kind="mild" />
      {broken ? null : (
        <>
          <Tests tests={result.tests} />
          <Confusion pairs={result.confusion} />
          {result.replay ? <ReplayTable replay={result.replay} /> : null}
        </>
      )}
    </div>
  )
}

function Tests({ tests }: { readonly tests: CheckResult['tests'] }) {
  const { check: words } = useWords()
  const { total, failed, newlyFailed } = tests
  const others = failed.filter((one) => !newlyFailed.includes(one))
  return (
    <section aria-label={words.tests}>
      <h3>{words.tests}</h3>
      <p>{total === 0 ? words.noTests : words.testsPassed(total - failed.length, total)}</p>
      <Lines title={words.newlyFailed} lines={newlyFailed} kind="bad" />
      <Lines title={words.stillFailed} lines={others} kind="mild" />
    </section>
  )
}

function Lines({
  title,
  lines,
  kind,
}: {
  readonly title: string
  readonly lines: readonly string[]
  readonly kind: string
}) {
  if (lines.length === 0) return null
  return (
    <>
      <h4>
        {title} <span className="count">{lines.length}</span>
      </h4>
      <ol className={`test-lines ${kind}`}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  )
}

/** Intents whose examples are taken for another's more often than before, or less. */
function Confusion({ pairs }: { readonly pairs: CheckResult['confusion'] }) {
  const { check: words } = useWords()
  return (
    <section aria-label={words.confusion}>
      <h3>{words.confusion}</h3>
      <p className="hint">{words.confusionHint}</p>
      {pairs.length === 0 ? (
        <p className="none">{words.noConfusion}</p>
      ) : (
        <table className="confusion">
          <thead>
            <tr>
              <th scope="col">{words.said}</th>
              <th scope="col">{words.taken}</th>
              <th scope="col" className="figure">
                {words.live}
              </th>
              <th scope="col" className="figure">
                {words.draft}
              </th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ intent, taken, live, draft }) => (
              <tr key={`${intent} ${taken}`}>
                <td>
                  <Link to={toIntentPath(intent)}>{intent}</Link>
                </td>
                <td>
                  <Link to={toIntentPath(taken)}>{taken}</Link>
                </td>
                <td className="figure">{live}</td>
                <td className={draft > live ? 'figure worse' : 'figure'}>{draft}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
