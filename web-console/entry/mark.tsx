/** The sign of 小二: a speech bubble with 二. */
export function Mark({ size = 36 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path fill="#c8400a" d="M8 3h16a5 5 0 0 1 5 5v13a5 5 0 0 1-5 5H14l-6 4.2V26a5 5 0 0 1-5-5V8a5 5 0 0 1 5-5z" />
      <path stroke="#fff" strokeWidth="2.6" strokeLinecap="round" d="M11 11h10M8.5 18.5h15" />
    </svg>
  )
}
