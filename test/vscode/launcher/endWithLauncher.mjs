/**
 * Loaded into the VS Code server before its own code: ends it and all that it started when the launcher is gone,
 * however it went. The launcher holds the other end of the standard input.
 */
if (process.argv[1]?.endsWith('server-main.js')) {
  process.stdin.resume().on('close', () => process.kill(-process.pid, 'SIGKILL'));
}
