/** All tests, in the order they run: activation must come first. */
import './activation.test.ts';
import './findings.test.ts';
import './writingHelp.test.ts';
import './commands.test.ts';
import './server.test.ts';
import './status.test.ts';
