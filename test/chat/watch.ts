import type { ServerResponse } from "node:http";

export type Watched = {
  /** Looks whenever something is different, until something is found. */
  until<T>(look: () => T | false, complaint: () => string, withinMs: number): Promise<T>;
  /** Has everybody look who waits. */
  look(): void;
};

/** Changes that come together are told together. */
const TOGETHER_MS = 40;
const ROUND_MS = 60_000;

/** Tells every page that something on either side is different; the page asks what. */
export function watchChanges(watched: readonly Watched[]) {
  const pages = new Set<ServerResponse>();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tellSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const page of pages) page.write("data: changed\n\n");
    }, TOGETHER_MS);
  };
  const watch = async (one: Watched): Promise<void> => {
    while (!isStopped) {
      // What an emulator offers is to wait for something; this looks on and never finds it.
      await one
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
  for (const one of watched) void watch(one);
  return {
    tell(response: ServerResponse): void {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write("retry: 500\n\n");
      pages.add(response);
      response.on("close", () => pages.delete(response));
    },
    stop(): void {
      isStopped = true;
      // Whoever waits looks again, and the watches end.
      for (const one of watched) one.look();
      clearTimeout(timer);
      for (const page of pages) page.end();
    },
  };
}
