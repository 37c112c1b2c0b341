import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Short files that take long: begun among the last, they would keep one core while the other rests. */
const LONG = /(newcomer|pages|adding|demo|import-corrections|large-import)\.e2e\.ts$/

/** Vitest's own order, largest files first, but for files whose size says nothing of their time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (LONG.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
