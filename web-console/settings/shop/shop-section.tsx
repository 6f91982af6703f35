import { Alert, Skeleton } from 'antd'
import { Link, useSearch } from 'wouter'
import type { ShopFileView } from '../../../src/protocol/shop-file.ts'
import { useLoaded } from '../../net/use-loaded.ts'
import { LoadFailed } from '../../shell/load-failed.tsx'
import { useLocale, useTexts } from '../../texts/use-texts.ts'
import { DESK_PART } from './parts-desk.ts'
import { MORE_PARTS } from './parts-more.ts'
import { SHOP_PARTS } from './parts-shop.ts'
import { ShopForm } from './shop-form.tsx'
import './shop.css'

const YAML = '/knowledge/files/shop.yaml'
const PARTS = [...SHOP_PARTS, DESK_PART, ...MORE_PARTS]

/** All that shop.yaml says, by forms. For supervisors and owners: the server tells agents so. */
export function ShopSection() {
  const { shopFile } = useTexts()
  const locale = useLocale()
  const wanted = new URLSearchParams(useSearch()).get('part')
  const part = PARTS.find(({ id }) => id === wanted) ?? PARTS[0]
  const { loaded, reload, put } = useLoaded<ShopFileView>('/api/v1/settings/shop')
  if (!part) return null
  const saved = (file: ShopFileView) => {
    put(file)
    // What is wrong with it is found out meanwhile.
    reload()
  }

  return (
    <>
      <nav className="shop-parts" aria-label={shopFile.parts}>
        {PARTS.map((one) => (
          <Link
            key={one.id}
            to={`/settings/shop?part=${one.id}`}
            className={one === part ? 'here' : ''}
            aria-current={one === part ? 'page' : undefined}
          >
            {one.title[locale]}
          </Link>
        ))}
      </nav>
      <h2>{part.title[locale]}</h2>
      <p className="intro">
        {part.intro[locale]} <Link to={YAML}>{shopFile.inYaml}</Link>
      </p>
      {loaded.kind === 'failed' ? <LoadFailed thrown={loaded.thrown} onRetry={reload} /> : null}
      {loaded.kind === 'loading' ? <Skeleton active paragraph={{ rows: 8 }} /> : null}
      {loaded.kind === 'ready' ? (
        <>
          <Draft file={loaded.value} />
          <ShopForm key={`${part.id} ${loaded.value.seen ?? ''}`} part={part} file={loaded.value} onSaved={saved} />
        </>
      ) : null}
    </>
  )
}

/** That it takes effect when it is published, and what keeps it from that. */
function Draft({ file }: { readonly file: ShopFileView }) {
  const { shopFile } = useTexts()
  const locale = useLocale()
  const { changed, problems } = file
  return (
    <>
      {changed ? (
        <Alert
          type="info"
          showIcon
          title={shopFile.drafted}
          action={<Link to="/knowledge/draft">{shopFile.publish}</Link>}
        />
      ) : null}
      {problems.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={shopFile.broken}
          description={
            <ul className="shop-problems">
              {problems.map(({ line, cause, mend }) => (
                <li key={`${line} ${cause.en}`}>
                  <Link to={`${YAML}?line=${line}`}>{shopFile.line(line)}</Link> {cause[locale]} · {mend[locale]}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </>
  )
}
