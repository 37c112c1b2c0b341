import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` (`, N skipped` where there are any) as the run's last line. */
export class FinalLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that does not load, a failing hook and a stray rejection fail no test of their own.
    const outside =
      unhandled.length + modules.reduce((sum, module) => sum + errorsOutside(module), 0)
    const skipped = count('skipped') + count('pending')
    const line = `${count('passed')} passed, ${count('failed') + outside} failed`
    console.log(skipped > 0 ? `${line}, ${skipped} skipped` : line)
  }
}

function errorsOutside(module: TestModule): number {
  const suites = [...module.children.allSuites()]
  return [module, ...suites].reduce((sum, part) => sum + part.errors().length, 0)
}
