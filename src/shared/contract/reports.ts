import * as z from 'zod/mini'
import { SCHEDULED_IDS } from '../settings/reports.ts'
import { defineEndpoint } from './define.ts'
import { periodSchema } from './figures.ts'

const fileShape = { file: z.enum(SCHEDULED_IDS), period: periodSchema }

export const listReports = defineEndpoint({
  method: 'GET',
  path: '/reports',
  summary: 'Reports written to the folder, what is due next, and what could not be written',
  right: { see: 'every' },
  output: z.object({
    /** Where the folder is, as the server knows it. */
    place: z.string(),
    /** The month that is written next and when, on the centre's own clock; null while it is off. */
    next: z.nullable(z.object({ period: periodSchema, at: z.string() })),
    /** Newest first; `at` is a UTC instant. */
    written: z.array(
      z.object({ ...fileShape, id: z.string(), name: z.string(), bytes: z.int(), at: z.string() }),
    ),
    failures: z.array(
      z.object({ ...fileShape, code: z.string(), message: z.string(), at: z.string() }),
    ),
  }),
})

export const writeReportsNow = defineEndpoint({
  method: 'POST',
  path: '/reports',
  summary: 'Write the chosen files of a month now; files that are there get a next number',
  right: 'export',
  journal: 'export',
  body: z.object({ p: z.string() }),
  output: z.object({ written: z.int(), failed: z.int() }),
})
