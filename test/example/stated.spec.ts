import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { exampleStatedFigures } from '#example/stated.ts'

const optional = z.optional(z.string())
const number = z.pipe(z.number(), z.transform(String))

const report = z
  .object({
    source: z.string(),
    period: z.object({ label: z.string(), start: z.string(), end: z.string() }),
    facts: z.array(
      z.strictObject({
        id: z.string(),
        area: z.string(),
        label: z.string(),
        value: number,
        unit: z.string(),
        qualifier: z.string(),
        as_written: optional,
        level: optional,
        level_as_written: optional,
        part_of: optional,
        base: optional,
        weight: z.optional(number),
        paid: z.optional(number),
        project: optional,
        campaign: optional,
        aliases: z.optional(z.array(z.string())),
        target_kind: optional,
        note: optional,
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('test/golden/report-2024.json', 'utf8')))

const QUALIFIERS: Readonly<Record<string, string>> = {
  exact: 'exact',
  'more than': 'moreThan',
  'at least': 'atLeast',
}

describe('the stated figures of the example', () => {
  const rows = exampleStatedFigures()

  it('hold every figure of the report as written', () => {
    const expected = report.facts.map((fact) => ({
      code: fact.id,
      area: fact.area,
      label: fact.label,
      value: fact.value,
      unit: fact.unit,
      qualifier: QUALIFIERS[fact.qualifier],
      wording: fact.as_written,
      level: fact.level,
      levelWord: fact.level_as_written,
      partOf: fact.part_of,
      base: fact.base,
      weight: fact.weight,
      paid: fact.paid,
      project: fact.project,
      campaign: fact.campaign,
      aliases: fact.aliases?.join('、'),
      targetKind: fact.target_kind,
      note: fact.note,
      source: report.source,
      periodWord: report.period.label,
      periodFrom: report.period.start,
      periodTo: report.period.end,
    }))
    const shown = new Map(
      rows.map((row) => [row.code, { ...row, metric: undefined, growthOf: undefined }]),
    )
    expect(shown).toEqual(new Map(expected.map((row) => [row.code, row])))
    expect(rows).toHaveLength(60)
  })

  it('name the metric whose growth they quote', () => {
    expect(rows.filter((row) => row.growthOf).map((row) => [row.code, row.growthOf])).toEqual([
      ['ad_growth', 'adopted'],
    ])
  })

  it('name the metric they answer', () => {
    const named = rows.filter((row) => row.metric !== null)
    expect(Object.fromEntries(named.map((row) => [row.code, row.metric]))).toEqual({
      pub_text: 'publishedText',
      pub_video: 'publishedVideo',
      ad_total: 'adopted',
      ad_nat: 'adoptedNational',
      ad_prov: 'adoptedProvincial',
      ad_city: 'adoptedMunicipal',
      mon: 'monitored',
      alert: 'alerted',
      fwd: 'forwarded',
      push: 'pushed',
      pet: 'petitionsReceived',
      checks: 'checked',
      faults: 'faulted',
      budget: 'budget',
    })
  })
})
