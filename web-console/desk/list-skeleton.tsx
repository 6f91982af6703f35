import { Skeleton } from 'antd'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

export function ListSkeleton() {
  return (
    <div className="list-skeleton" aria-hidden="true">
      {ROWS.map((row) => (
        <Skeleton
          key={row}
          active
          avatar={{ size: 36 }}
          title={{ width: '55%' }}
          paragraph={{ rows: 1, width: '90%' }}
        />
      ))}
    </div>
  )
}
