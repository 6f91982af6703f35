import qrcode from 'qrcode-generator'

/** Modules of white that scanners need on each side. */
const QUIET = 4

/** A text as a QR code, drawn as one path. Always black on white: a scanner does not know dark themes. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) =>
      code.isDark(row, column) ? `M${column + QUIET} ${row + QUIET}h1v1h-1z` : '',
    ).join(''),
  )
  const whole = size + 2 * QUIET
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M0 0h${whole}v${whole}h-${whole}z`} fill="#fff" />
      <path d={rows.join('')} fill="#000" />
    </svg>
  )
}
