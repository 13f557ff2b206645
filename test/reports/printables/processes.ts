import { readdirSync, readFileSync } from "node:fs";

export type RunningProcess = { readonly pid: number; readonly command: string };

/** Everything that this process started, and what that started, that still lives. */
export function descendants(of = process.pid): readonly RunningProcess[] {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => lookAt(Number(name)));
  const found: RunningProcess[] = [];
  const parents = [of];
  for (let parent = parents.pop(); parent !== undefined; parent = parents.pop()) {
    for (const one of all.filter(({ parentPid }) => parentPid === parent)) {
      found.push({ pid: one.pid, command: one.command });
      parents.push(one.pid);
    }
  }
  return found;
}

export const browsers = (): readonly RunningProcess[] =>
  descendants().filter(({ command }) => /chrom/i.test(command));

/** Those that draw pages. */
export const renderers = (): readonly RunningProcess[] =>
  browsers().filter(({ command }) => command.includes("--type=renderer"));

export const mainBrowser = (): RunningProcess | undefined =>
  browsers().find(({ command }) => !command.includes("--type="));

function lookAt(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ");
    return [{ pid, parentPid: Number(parent), command }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
