declare module 'virtual:rulebook' {
  const source: import('./source.ts').RulebookSource;
  export default source;
}
