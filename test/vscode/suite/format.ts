/** `util.format` for what mocha's reporter uses, in both hosts: `%s` and `%d`, the rest appended. */
export function format(...args: unknown[]): string {
  const [first, ...rest] = args;
  if (first === undefined) return '';
  const text = String(first).replace(/%[sd%]/g, (code) => (code === '%%' ? '%' : String(rest.shift() ?? '')));
  return [text, ...rest.map(String)].join(' ');
}
