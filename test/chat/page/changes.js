const listeners = [];

/** Calls when something on either side may be different: one line to the server for the whole page. */
export function onChange(listener) {
  listeners.push(listener);
}

const changes = new EventSource("/api/changes");
changes.onmessage = () => {
  for (const listener of listeners) listener();
};
