import { describe, expect, test } from 'vitest';
import { createRestartPolicy } from '../../client/src/restartPolicy.ts';

describe('restart policy', () => {
  test('allows four restarts within three minutes and refuses the fifth', () => {
    const policy = createRestartPolicy();
    const answers = [0, 10_000, 20_000, 30_000, 40_000].map((now) => policy.crashed(now));
    expect(answers).toEqual([true, true, true, true, false]);
  });

  test('forgets crashes that are three minutes old', () => {
    const policy = createRestartPolicy();
    for (const now of [0, 1, 2, 3]) policy.crashed(now);
    expect(policy.crashed(180_002)).toBe(true);
    expect(policy.crashed(180_002)).toBe(true);
  });

  test('starts counting anew when reset', () => {
    const policy = createRestartPolicy();
    for (const now of [0, 1, 2, 3]) policy.crashed(now);
    policy.reset();
    expect(policy.crashed(4)).toBe(true);
  });
});
