import { AreaPage } from '../area-page.tsx'
import { LostInquiries } from './lost-inquiries.tsx'
import { SalesFunnel } from './sales-funnel.tsx'

/** 销售: who asked, ordered and paid, and who might be won back. */
export function SalesPage() {
  return (
    <AreaPage area="sales">
      <SalesFunnel />
      <LostInquiries />
    </AreaPage>
  )
}
