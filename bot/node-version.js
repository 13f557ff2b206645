/**
 * Loaded before the program (`node --import ./bot/node-version.js …`), in JavaScript: an older Node stops at the first
 * TypeScript file with an error that says nothing of the reason.
 */
const OLDEST = 24;

if (Number.parseInt(process.version.slice(1), 10) < OLDEST) {
  process.stderr.write(
    `Acordo needs Node ${OLDEST} and this is ${process.version}: start it with npm run, which uses the project's own Node, and if that is what you did, install again with npm ci without --ignore-scripts.\n`,
  );
  process.exit(1);
}
