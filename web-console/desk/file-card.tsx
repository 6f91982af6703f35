import {
  FileExcelOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  FileWordOutlined,
  FileZipOutlined,
} from '@ant-design/icons'
import { formatSize } from '../texts/format.ts'
import { useTexts } from '../texts/use-texts.ts'
import './file-card.css'

interface FileCardProps {
  readonly name: string
  /** Unknown while it is on its way. */
  readonly size?: number
  readonly url?: string
}

/** A file that somebody has sent, to be saved. */
export function FileCard({ name, size, url }: FileCardProps) {
  const { compose } = useTexts()
  return (
    <a className="file-card" href={url} download={name} aria-label={url ? compose.download(name) : name}>
      <FileIcon name={name} />
      <span>
        <b>{name}</b>
        {size === undefined ? null : <small>{formatSize(size)}</small>}
      </span>
    </a>
  )
}

/** By the ending, which the server has made true to what the file is. */
export function FileIcon({ name }: { readonly name: string }) {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  switch (ending) {
    case 'pdf':
      return <FilePdfOutlined aria-hidden="true" />
    case 'docx':
      return <FileWordOutlined aria-hidden="true" />
    case 'xlsx':
    case 'csv':
      return <FileExcelOutlined aria-hidden="true" />
    case 'zip':
      return <FileZipOutlined aria-hidden="true" />
    default:
      return <FileTextOutlined aria-hidden="true" />
  }
}
