import type { FaultRow, SafetyFaults } from '#shared/contract/safety.ts'
import { CAUSE_CLASSES } from '#shared/ledgers/dictionaries.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { suggestGrade } from '#shared/metrics/safety/fault-grade.ts'
import type { GradeRule } from '#shared/settings/safety.ts'
import { numberOr, text, textOr } from './cells.ts'
import { allFaults } from './records.ts'
import type { BoardScope } from '../scope.ts'

const MOST = 20

/** Faults of the period by the national classes, and the latest with a suggested grade. */
export async function faultsSection(scope: BoardScope): Promise<SafetyFaults> {
  const { period, settings } = scope
  const rules = settings.safety.gradeRules
  const rows = (await allFaults(scope)).filter(({ startedAt }) => {
    const day = text(startedAt).slice(0, 10)
    return period.from <= day && day <= period.to
  })
  const list = rows.map((row) => faultOf(row, rules)).toReversed()
  return {
    classes: classesOf(list),
    total: list.length,
    list: list.slice(0, MOST),
    isUngraded: !rules.some(
      ({ considerable, major, extraordinary }) => considerable ?? major ?? extraordinary,
    ),
  }
}

function classesOf(faults: readonly FaultRow[]): SafetyFaults['classes'] {
  const known = Object.keys(CAUSE_CLASSES)
  const rows = [...known, ''].map((causeClass) => {
    const own = faults.filter((fault) => (fault.causeClass ?? '') === causeClass)
    const causes = Map.groupBy(own, ({ cause }) => cause)
    return {
      causeClass,
      faults: own.length,
      stops: own.filter(({ stoppage }) => (stoppage ?? 0) > 0).length,
      stoppage: own.reduce((sum, { stoppage }) => sum + (stoppage ?? 0), 0),
      causes: [...causes]
        .map(([cause, group]) => ({ cause, faults: group.length }))
        .toSorted((a, b) => b.faults - a.faults),
    }
  })
  return rows.filter(({ causeClass, faults: count }) => causeClass !== '' || count > 0)
}

function faultOf(row: Row, rules: readonly GradeRule[]): FaultRow {
  const channel = text(row.channel)
  const stoppage = numberOr(row.lostSeconds)
  return {
    id: text(row.id),
    startedAt: text(row.startedAt),
    channel,
    kind: textOr(row.kind),
    cause: text(row.cause),
    causeClass: textOr(row.causeClass),
    symptom: text(row.symptom),
    stoppage,
    filler: numberOr(row.lostFiller),
    suggested: suggestGrade({ channel, stoppage }, rules),
    decided: textOr(row.grade),
  }
}
