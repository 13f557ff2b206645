/** The number that the database gave a new row. */
export function numberOf([made]: readonly { readonly id: number }[]): number {
  if (made === undefined) throw new Error("the row was not written");
  return made.id;
}
