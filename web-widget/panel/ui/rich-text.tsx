import { toPieces } from '../../core/rich-text.ts'

/** Text whose addresses can be followed. */
export function RichText({ text }: { text: string }) {
  return (
    <>
      {toPieces(text).map((piece) =>
        piece.href ? (
          <a key={piece.at} href={piece.href} target="_blank" rel="noopener noreferrer">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </>
  )
}
