import type { ServerResponse } from "node:http";
import type { SlackEmulator } from "#test/emulators/slack/start.ts";

/** Changes that come together are told together. */
const TOGETHER_MS = 40;
const ROUND_MS = 60_000;

/** Tells every page that something in the workspace is different; the page asks what. */
export function watchChanges(slack: SlackEmulator) {
  const pages = new Set<ServerResponse>();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tellSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const page of pages) page.write("data: changed\n\n");
    }, TOGETHER_MS);
  };
  const watch = async (): Promise<void> => {
    while (!isStopped) {
      // What the emulator offers is to wait for something; this looks on and never finds it.
      await slack
        .until(
          () => {
            tellSoon();
            return isStopped;
          },
          () => "nothing but a look",
          ROUND_MS,
        )
        .catch(() => undefined);
    }
  };
  void watch();
  return {
    tell(response: ServerResponse): void {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("retry: 500\n\n");
      pages.add(response);
      response.on("close", () => pages.delete(response));
    },
    stop(): void {
      isStopped = true;
      // Whoever waits looks again, and the watch ends.
      slack.advance(0);
      clearTimeout(timer);
      for (const page of pages) page.end();
    },
  };
}
