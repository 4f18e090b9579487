import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Block, Entry, Layout, Span } from '../../server/src/review/block.ts';
import { readLayout } from '../../server/src/review/layout.ts';

interface Snippet {
  readonly name: string;
  readonly text: string;
  readonly blocks: readonly string[];
  readonly items?: readonly string[];
  readonly entries?: readonly string[];
  readonly columns?: readonly string[];
  readonly indents?: readonly number[];
}

const folder = join(import.meta.dirname, '../fixtures/layouts');

for (const file of readdirSync(folder)) {
  const snippets = parse(readFileSync(join(folder, file), 'utf8')) as Snippet[];
  describe(file, () => {
    it.each(snippets)('$name', ({ text, blocks, items, entries, columns, indents }) => {
      const layout = readLayout(text);
      expect(layout.blocks.map((block) => shown(block, layout, text))).toEqual(blocks);
      const found = layout.blocks.flatMap((block) => block.items);
      if (items)
        expect(found.map((item) => `${item.marker} ${text.slice(item.start, item.end)}`)).toEqual(items);
      if (entries) expect(layout.entries.map((entry) => shownEntry(entry, text))).toEqual(entries);
      if (columns) expect(layout.blocks.map((b) => b.column).filter((c) => c !== undefined)).toEqual(columns);
      if (indents) expect(layout.blocks.map((b) => b.indent)).toEqual(indents);
    });
  });
}

describe('the layout', () => {
  it('says where the front matter is', () => {
    const text = '---\nform: cse\n---\nRisk: High';
    const { frontMatter } = readLayout(text);
    expect(frontMatter && text.slice(frontMatter.start, frontMatter.end)).toBe('form: cse');
  });

  it('points at the place in an empty cell where a value would stand', () => {
    const text = '| Risk | |\n| Review | 2300 |';
    const [empty] = readLayout(text).blocks;
    expect(empty?.valueStart).toBe(9);
    expect(empty?.end).toBe(9);
  });

  it('reads a document of a single character, and of none', () => {
    expect(readLayout('').blocks).toEqual([]);
    expect(readLayout('').entries).toEqual([]);
    expect(readLayout('x').blocks).toHaveLength(1);
  });
});

/** A block as the fixtures write it. */
function shown(block: Block, layout: Layout, text: string): string {
  const level = block.kind === 'heading' ? `${layout.headings[block.heading]?.level}` : '';
  const marker = block.marker === undefined ? '' : `<${block.marker}> `;
  const time = block.time ? `@{${at(text, block.time)}} ` : '';
  const label = block.label === undefined ? '' : `[${block.label}] `;
  const value = text.slice(block.valueStart, block.end).replace(/\r\n|[\r\n\u2028\u2029]/g, '↵');
  return `${block.kind}${level} ${marker}${time}${label}${value}`;
}

function shownEntry({ from, to, author, time }: Entry, text: string): string {
  const parts = [author && at(text, author), time && `@${at(text, time)}`].filter(
    (part) => part !== undefined,
  );
  return `${from}-${to} ${parts.join(' ')}`;
}

function at(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}
