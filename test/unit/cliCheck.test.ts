import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Folder, folder, RISKY, run } from './cliRun.ts';

const folders: Folder[] = [];
afterEach(() => {
  for (const made of folders.splice(0)) made.remove();
});

/** A folder with these files, removed after the test. @returns its path */
function make(files: Readonly<Record<string, string | Uint8Array>>): string {
  const made = folder(files);
  folders.push(made);
  return made.path;
}

/** The first bytes of a program. */
const ELF = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0);

// Only wording is looked at, so that these tests do not depend on what a form asks for.
const WORDING = ['check', '--kind', 'passage'];

describe('check, for people', () => {
  it('prints place, severity, rule and question, and marks the span in its line', async () => {
    const cwd = make({ 'a.review.md': `# Review\n\nAmy ${RISKY}.\n` });
    const { status, stdout, stderr } = await run([...WORDING, 'a.review.md'], { cwd });
    const [head, source = '', marks = '', ...rest] = stdout.split('\n');
    expect(head).toMatch(/^a\.review\.md:3:5: error AG06 .+$/);
    expect(source).toBe(`  | Amy ${RISKY}.`);
    const at = marks.indexOf('^');
    expect(source.slice(at, marks.length)).toBe(RISKY);
    expect(rest[0]).toMatch(/^ {2}\| instead: .+/);
    expect(stdout).toMatch(/\n1 file checked, 1 finding \(1 error, 0 warnings, 0 for information\)\n$/);
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  it('says so when there is nothing to say', async () => {
    const cwd = make({ 'a.review': 'PC Lomas spoke to Amy at 21:47 at the bus station.\n' });
    const { status, stdout } = await run([...WORDING, 'a.review'], { cwd });
    expect(stdout).toBe('1 file checked, nothing found\n');
    expect(status).toBe(0);
  });

  it('asks about a matter of preference only when told to', async () => {
    const cwd = make({ 'a.review': 'Returned to placement at 2140; PC Lomas saw her there.\n' });
    const told = (flags: string[]) => run([...WORDING, '--format', 'json', ...flags, 'a.review'], { cwd });
    expect((await told(['--preferences'])).stdout).toContain('CA02');
    expect((await told([])).stdout).not.toContain('CA02');
  });

  it('colours the output when told to and never unasked into a pipe', async () => {
    const cwd = make({ 'a.review': `Amy ${RISKY}.` });
    const code = '\u001b[';
    expect((await run([...WORDING, 'a.review'], { cwd })).stdout).not.toContain(code);
    expect((await run([...WORDING, '--color', 'a.review'], { cwd })).stdout).toContain(code);
    expect((await run([...WORDING, '--no-color', 'a.review'], { cwd })).stdout).not.toContain(code);
  });

  it('shows control characters instead of obeying them', async () => {
    const cwd = make({ 'a.review': `\u001b]0;owned\u0007 Amy ${RISKY}.` });
    const { stdout } = await run([...WORDING, 'a.review'], { cwd });
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('␛]0;owned␇ Amy');
  });

  it('shows only the part of a long line that matters', async () => {
    const long = 'It was late. '.repeat(2000);
    const cwd = make({ 'a.review': `${long}She ${RISKY}. ${long}` });
    const { stdout } = await run([...WORDING, 'a.review'], { cwd });
    const [, source = ''] = stdout.split('\n');
    expect(source.length).toBeLessThanOrEqual(100);
    expect(source).toContain(RISKY);
    expect(source).toMatch(/^ {2}\| ….*…$/);
  });
});

describe('check, for programs', () => {
  it('gives one object per file, with offsets, lines and columns that agree', async () => {
    const text = `One 😀\r\n\r\n😀 Amy ${RISKY}.\r\n`;
    const cwd = make({
      'a.review.md': text,
      'b.review.md': 'Found safe.',
      'c.review.md': ELF,
    });
    const { status, stdout } = await run([...WORDING, '--format', 'json', '.'], { cwd });
    const [a, b, c, ...others] = JSON.parse(stdout);
    expect(others).toEqual([]);
    expect(b).toEqual({ file: 'b.review.md', form: null, findings: [] });
    expect(c).toEqual({ file: 'c.review.md', error: expect.stringContaining('binary') });
    expect(a.file).toBe('a.review.md');
    const [finding] = a.findings;
    expect(finding).toMatchObject({
      ...{ rule: 'AG06', kind: 'wording', category: 'AGENCY', severity: 'error' },
      ...{ line: 3, column: 8, endLine: 3, endColumn: 8 + RISKY.length, quote: RISKY },
    });
    expect(text.slice(finding.start, finding.end)).toBe(finding.quote);
    expect(finding.rewrites[0]).toMatchObject({
      class: expect.stringMatching(/^[AC]$/),
      start: expect.any(Number),
    });
    expect(finding.sources).toContain('HM-CLE');
    expect(status).toBe(2);
  });

  it('is valid JSON whatever there is to say', async () => {
    const cwd = make({ 'a.review': '' });
    expect(JSON.parse((await run(['check', '--format', 'json', 'a.review'], { cwd })).stdout)).toEqual([
      { file: 'a.review', form: null, findings: [] },
    ]);
    expect(JSON.parse((await run(['check', '--format', 'json', 'none.review'], { cwd })).stdout)).toEqual([
      { file: 'none.review', error: 'no such file' },
    ]);
  });
});

describe('the exit status', () => {
  it.each([
    ['error', 1],
    ['warning', 1],
    ['information', 1],
    ['never', 0],
  ])('with an error and --fail-on %s is %i', async (failOn, expected) => {
    const cwd = make({ 'a.review': `Amy ${RISKY}.` });
    expect((await run([...WORDING, '--fail-on', failOn, 'a.review'], { cwd })).status).toBe(expected);
  });

  it.each([
    [['check']],
    [['check', '--format', 'xml', 'a']],
    [['check', '--encoding', 'morse', 'a']],
    [['chekc']],
    [[]],
  ])('for a call that is not understood (%j) is 2', async (args) => {
    const { status, stderr } = await run(args);
    expect(status).toBe(2);
    expect(stderr).not.toBe('');
  });

  it('for help and version is 0', async () => {
    expect(await run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('check') });
    expect(await run(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

describe('what is checked', () => {
  it('in a folder is every review, in order of name, and nothing else', async () => {
    const cwd = make({
      'r/b.review.txt': 'x',
      'r/a.review.md': 'x',
      'r/deep/er/c.review': 'x',
      'r/notes.md': `Amy ${RISKY}.`,
      'r/.hidden/d.review': 'x',
      'r/node_modules/e.review': 'x',
    });
    const { stdout } = await run(['check', '--kind', 'passage', '--format', 'json', 'r'], { cwd });
    const names = JSON.parse(stdout).map(({ file }: { file: string }) => file);
    expect(names).toEqual(['a.review.md', 'b.review.txt', 'deep/er/c.review'].map((name) => join('r', name)));
  });

  it('by a pattern that the shell left alone is what the pattern names', async () => {
    const cwd = make({
      'a/1.txt': 'x',
      'a/b/2.txt': 'x',
      'a/b/3.md': 'x',
      '.h/4.txt': 'x',
      'what?.txt': 'x',
    });
    const names = async (pattern: string) =>
      JSON.parse(
        (await run(['check', '--format', 'json', '--kind', 'passage', pattern], { cwd })).stdout,
      ).map(({ file }: { file: string }) => file);
    expect(await names('**/*.txt')).toEqual(['a/1.txt', 'a/b/2.txt', 'what?.txt']);
    expect(await names('a/*')).toEqual(['a/1.txt']);
    expect(await names('a/?.txt')).toEqual(['a/1.txt']);
    expect(await names('a/**')).toEqual(['a/1.txt', 'a/b/2.txt', 'a/b/3.md']);
    expect(await names('what?.txt')).toEqual(['what?.txt']);
  });

  it('can come from standard input', async () => {
    const { status, stdout } = await run([...WORDING, '-'], { input: `Amy ${RISKY}.` });
    expect(stdout).toContain('<stdin>:1:5: error AG06');
    expect(status).toBe(1);
  });
});

describe('what cannot be checked', () => {
  it('is named with the reason, and the rest is checked all the same', async () => {
    const cwd = make({
      'good.review': `Amy ${RISKY}.`,
      'binary.review': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
      'latin.review': Buffer.from('Zo\u00eb is 14.', 'latin1'),
    });
    mkdirSync(join(cwd, 'empty'));
    symlinkSync('loop.review', join(cwd, 'loop.review'));
    const { status, stdout, stderr } = await run(
      [
        ...WORDING,
        'missing.review',
        'binary.review',
        'latin.review',
        'empty',
        'loop.review',
        '*.xyz',
        'good.review',
      ],
      { cwd },
    );
    expect(stderr.split('\n')).toEqual([
      'missing.review: no such file',
      'binary.review: binary, not text (a zero byte at byte 5)',
      'latin.review: not valid UTF-8 at byte 3 (0xeb); if it comes from an older Windows program, try --encoding windows-1252',
      'empty: no reviews in this folder (*.review.md, *.review.txt, *.review)',
      expect.stringMatching(/^loop\.review: ELOOP: too many symbolic links/),
      '*.xyz: no file matches this pattern',
      '',
    ]);
    expect(stdout).toContain('good.review:1:5: error AG06');
    expect(stdout).toContain('6 files could not be checked');
    expect(status).toBe(2);
  });
});

describe('files of every kind', () => {
  it('that are empty are said to be so, which is no error', async () => {
    const cwd = make({ 'a.review': '', 'b.review': '\ufeff \r\n' });
    const { status, stdout } = await run(['check', 'a.review', 'b.review'], { cwd });
    expect(stdout).toBe(
      'a.review: empty, nothing to check\nb.review: empty, nothing to check\n2 files checked, nothing found\n',
    );
    expect(status).toBe(0);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeffShe ${RISKY}. Zo\u00eb.`), []],
    ['UTF-16, little end first', Buffer.from(`\ufeffShe ${RISKY}. Zo\u00eb.`, 'utf16le'), []],
    ['UTF-16, big end first', Buffer.from(`\ufeffShe ${RISKY}. Zo\u00eb.`, 'utf16le').swap16(), []],
    ['Windows-1252', Buffer.from(`She ${RISKY}. Zo\u00eb.`, 'latin1'), ['--encoding', 'windows-1252']],
    ['UTF-16 that was named', Buffer.from(`She ${RISKY}. Zo\u00eb.`, 'utf16le'), ['--encoding', 'utf-16le']],
  ])('in %s are read as what they are', async (_name, bytes, options) => {
    const cwd = make({ 'a.review': bytes });
    const { stdout } = await run([...WORDING, ...options, 'a.review'], { cwd });
    expect(stdout).toContain('a.review:1:5: error AG06');
    expect(stdout).toContain('Zo\u00eb');
  });

  it('in UTF-16 without a byte order mark are recognised', async () => {
    const cwd = make({ 'a.review': Buffer.from('Amy was found safe.', 'utf16le') });
    const { stderr } = await run(['check', 'a.review'], { cwd });
    expect(stderr).toContain('try --encoding utf-16le');
  });

  it('of 20 MB are checked whole', async () => {
    const sentence = 'Amy was last seen at the bus station in the town, wearing a blue coat.\n\n';
    const cwd = make({ 'big.review': `${sentence.repeat(20_000_000 / sentence.length)}Amy ${RISKY}.\n` });
    const { status, stdout } = await run([...WORDING, 'big.review'], { cwd });
    expect(stdout).toMatch(/^big\.review:\d{6}:5: error AG06/m);
    expect(status).toBe(1);
  }, 180_000);
});
