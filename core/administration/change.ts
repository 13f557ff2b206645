/** What was, and what is now. Null before: it is new; null after: it is gone. */
export type Change<Value> = { readonly before: Value | null; readonly after: Value | null };

/** A change that leaves something standing. */
export type Saved<Value> = Change<Value> & { readonly after: Value };

export type ChangeKind = "added" | "changed" | "deactivated" | "reactivated" | "deleted";

/** What people call it. */
export function changeKind<Value extends object>({ before, after }: Change<Value>): ChangeKind {
  if (before === null) return "added";
  if (after === null) return "deleted";
  const [was, is] = [isActive(before), isActive(after)];
  if (was === is) return "changed";
  return is ? "reactivated" : "deactivated";
}

/** What cannot be given up is always active. */
const isActive = (value: object): boolean => !("active" in value) || value.active === true;

/** False: asked for what stands already, so that nothing is written and nothing happened. */
export const changes = ({ before, after }: Change<unknown>): boolean => !same(before, after);

/** Equal as data: the order of an object's fields does not count, that of a list does. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Fields, b as Fields];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && same(left[name], right[name]))
  );
}

type Fields = Readonly<Record<string, unknown>>;
