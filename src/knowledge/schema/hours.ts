import { z } from 'zod'
import { WEEKDAYS } from '../../domain/calendar.ts'
import { Day, Hours, Localized } from './words.ts'

const DayHours = z.array(Hours)

/** When people are there: split shifts of the week, and the days that differ from it. */
export const HoursSection = z.strictObject({
  weekly: z.strictObject(
    Object.fromEntries(WEEKDAYS.map((day) => [day, DayHours.default([])])) as Record<
      (typeof WEEKDAYS)[number],
      z.ZodDefault<typeof DayHours>
    >,
  ),
  days: z.array(z.strictObject({ from: Day, until: Day, open: DayHours, name: Localized.exactOptional() })).default([]),
})
