import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { forKysely } from '#server/store/node-sqlite.ts'

it('rows carry the names of the columns the table has when it is asked, also by a statement kept', () => {
  const connection = new DatabaseSync(':memory:')
  connection.exec(
    `create table letters (id text, number integer); insert into letters values ('a', 1)`,
  )
  const statement = forKysely(() => connection).prepare('select * from letters')
  expect(statement.all([])).toEqual([{ id: 'a', number: 1 }])
  connection.exec('alter table letters add column remark text')
  expect(statement.all([])).toEqual([{ id: 'a', number: 1, remark: null }])
  expect([...statement.iterate([])]).toHaveLength(1)
  connection.close()
})
