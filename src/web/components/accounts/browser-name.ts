const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/MicroMessenger/, '微信'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, '安卓'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser as people call it: `Chrome，Windows`. */
export function browserName(agent: string): string {
  const nameOf = (kinds: typeof BROWSERS) => kinds.find(([kind]) => kind.test(agent))?.[1]
  return [nameOf(BROWSERS) ?? '别的程序', nameOf(SYSTEMS)].filter(Boolean).join('，')
}
