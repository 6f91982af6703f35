import { describe, expect, it } from 'vitest'
import { toFileName, zipEnding } from '../../src/domain/upload.ts'

describe('the name of a file', () => {
  it.each([
    ['发票 11 月.pdf', '发票 11 月.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Windows\\a.pdf', 'C Windows a.pdf'],
    ['..', 'file.pdf'],
    ['', 'file.pdf'],
    ['photo\u202Egpj.exe', 'photo gpj.exe.pdf'],
    ['a\u0000b\nc.PDF', 'a b c.pdf'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(80)}.pdf`],
    ['report. . .pdf', 'report.pdf'],
  ])('of %j is safe to show and to save', (given, safe) => {
    expect(toFileName(given, 'pdf')).toBe(safe)
  })
})

describe('what a zip is', () => {
  it('is told by what it holds', () => {
    expect(zipEnding(['[Content_Types].xml', 'word/document.xml'], 'a.zip')).toBe('docx')
    expect(zipEnding(['[Content_Types].xml', 'xl/workbook.xml'], 'a.docx')).toBe('xlsx')
    expect(zipEnding(['a/', 'a/photo.jpg'], 'a.ZIP')).toBe('zip')
    expect(zipEnding(['a.txt'], 'a.apk')).toBeUndefined()
  })
})
