import { afterEach, expect, it } from 'vitest'
import { readerDepartment, rights } from '#web/offered.ts'
import { ownCells } from '#web/records/own-cells.ts'

afterEach(() => {
  rights.value = null
  readerDepartment.value = ''
})

it('a new record is of one’s own department where no other may be written', () => {
  rights.value = {
    desk: [],
    every: [],
    see: {},
    write: { pieces: 'own', adoptions: 'own', alerts: 'all' },
    review: {},
    identify: {},
  }
  readerDepartment.value = '编辑部'
  expect(ownCells('pieces')).toEqual({ department: '编辑部' })
  expect(ownCells('adoptions')).toEqual({ department: '编辑部' })
  expect(ownCells('alerts')).toEqual({})
})
