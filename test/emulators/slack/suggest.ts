import { isNode, LIMITS, limitProblems, listProblems, nodes, type Problem } from "./limits.ts";
import type { Option } from "./types.ts";

/** What an app answered to a search; throws where Slack would show "no results". */
export function offeredOptions(body: unknown): readonly Option[] {
  const answer = isNode(body) ? body : {};
  const problems = problemsOf(answer);
  if (problems.length > 0) {
    const said = problems.map(({ pointer, message }) => `${pointer}: ${message}`);
    throw new Error(`options that Slack would not show: ${said.join("; ")}`);
  }
  const grouped = nodes(answer.option_groups).flatMap(({ options }) => options as Option[]);
  return [...((answer.options as Option[] | undefined) ?? []), ...grouped];
}

function problemsOf(answer: Readonly<Record<string, unknown>>): Problem[] {
  const { options, option_groups: groups } = answer;
  if (Array.isArray(options) === Array.isArray(groups)) {
    return [{ pointer: "", message: "must have exactly one of options and option_groups" }];
  }
  const all = [...nodes(options), ...nodes(groups).flatMap((group) => nodes(group.options))];
  return [
    ...listProblems(options, [0, LIMITS.options], "/options"),
    ...listProblems(groups, [0, LIMITS.options], "/option_groups"),
    ...limitProblems({ type: "external_select", ...answer }, ""),
    ...all.flatMap((option, index) =>
      isNode(option.text) &&
      typeof option.text.text === "string" &&
      typeof option.value === "string"
        ? []
        : [{ pointer: `/options/${index}`, message: "must have text and value" }],
    ),
  ];
}
